import type { Board } from '../../board/board.ts';
import type { Listing } from '../../board/listings.ts';
import { NONE } from '../../board/selections.ts';
import { type AmericanOdds, NOT_OFFERED } from '../../odds/american.ts';
import { impliedProbability } from '../../odds/convert.ts';
import { Subjects } from '../looking/subjects.ts';
import type { Surroundings } from '../looking/surroundings.ts';
import { evidenceOf, numberWords } from '../looking/words.ts';
import type { LineRule, Rule } from '../rule/rule.ts';
import type { CompiledRule } from '../watching/compiled-rule.ts';
import { familyOf, type WatchedBet } from '../watching/watched-bets.ts';
import { isWay } from './move-kind.ts';

interface LineState {
  epoch: number;
  line: number;
  /** Where counting began: first seen, or told last. */
  origin: number;
  /** Lines held, and until when. */
  held: { readonly line: number; readonly untilMs: number }[];
  /** On which side of each key number it was last: -1 below, 1 above, 0 not known. */
  readonly sides: number[];
}

/** The main line of a spread or total at one sportsbook. */
interface MainLine {
  /** The home team's line, or the total. */
  readonly line: number;
  readonly selection: number;
}

const MOST_HELD = 64;

/** Notices when a sportsbook's main spread or total moves by so much, or through a key number. */
export class LineKind {
  readonly #watcher: CompiledRule;
  readonly #rule: Rule & LineRule;
  readonly #states = new Subjects<LineState>();

  constructor(watcher: CompiledRule, rule: Rule & LineRule) {
    this.#watcher = watcher;
    this.#rule = rule;
  }

  /** Whether a bet is of a market with a main line. */
  static hasLine(bet: WatchedBet | null): boolean {
    if (bet === null || bet.market.ways !== 2) return false;
    return bet.market.kind === 'spread' || bet.market.kind === 'total';
  }

  /** Notes the main line of a market at a sportsbook; `isNews` = it may be told. */
  listingChanged(listing: Listing, family: string, isNews: boolean, around: Surroundings): void {
    const { board, nowMs } = around;
    const label = board.games.at(listing.game).label;
    const subject = `${board.sportsbooks.at(listing.sportsbook)}|${label}|${family}`;
    const state = this.#states.get(subject);
    const main = mainLine(around, listing, family, state?.line ?? null);
    if (main === null) return;
    if (state === undefined || state.epoch !== board.epoch || !isNews) {
      if (state === undefined || state.epoch !== board.epoch || state.line !== main.line)
        this.#states.set(subject, this.#begin(board.epoch, main.line, family));
      return;
    }
    const before = state.line;
    if (main.line === before) return;
    state.held.push({ line: before, untilMs: nowMs });
    if (state.held.length > MOST_HELD) state.held.shift();
    state.line = main.line;
    const through = this.#crossed(state, family);
    const from = this.#movedFrom(state, nowMs) ?? (through === null ? null : before);
    if (from === null) return;
    state.origin = main.line;
    state.held = [];
    const how =
      through === null ? `by ${numberWords(Math.abs(main.line - from))}` : `through ${numberWords(through)}`;
    around.found({
      watcher: this.#watcher,
      subject,
      game: listing.game,
      selection: main.selection,
      from,
      to: main.line,
      reason: `line moved ${how}, from ${numberWords(from)} to ${numberWords(main.line)}`,
      evidence: [evidenceOf(board, main.selection, NOT_OFFERED, board.selections.american(main.selection))],
    });
  }

  #begin(epoch: number, line: number, family: string): LineState {
    const sides = (this.#rule.through ?? []).map((key) => sideOfKey(line, key, family));
    return { epoch, line, origin: line, held: [], sides };
  }

  #crossed(state: LineState, family: string): number | null {
    let crossed: number | null = null;
    for (const [at, key] of (this.#rule.through ?? []).entries()) {
      const side = sideOfKey(state.line, key, family);
      if (side !== 0 && state.sides[at] === -side) crossed = key;
      if (side !== 0) state.sides[at] = side;
    }
    const by = state.line - (state.held.at(-1)?.line ?? state.line);
    return isWay(by, this.#rule.direction ?? 'both') ? crossed : null;
  }

  /** The line from which it has moved as far as is wanted; `null` where it has not. */
  #movedFrom(state: LineState, nowMs: number): number | null {
    const { by, withinS, direction = 'both' } = this.#rule;
    if (by === undefined) return null;
    const since = withinS === undefined ? null : nowMs - withinS * 1000;
    const origins =
      since === null
        ? [state.origin]
        : state.held.filter(({ untilMs }) => untilMs >= since).map(({ line }) => line);
    const far = origins.filter(
      (line) => Math.abs(state.line - line) >= by && isWay(state.line - line, direction),
    );
    return far.sort((a, b) => Math.abs(state.line - b) - Math.abs(state.line - a))[0] ?? null;
  }
}

/** On which side of a key number a line is; a spread counts by its size, whoever gives the points. */
function sideOfKey(line: number, key: number, family: string): number {
  const isSpread = family.endsWith('spread|') && key !== 0;
  return Math.sign((isSpread ? Math.abs(line) : line) - Math.abs(key));
}

/**
 * The main line: of those with two sides offered the one closest to even, else of the single sides; on a tie the
 * smaller one, or the one that is `held`.
 */
function mainLine(
  { board, bets }: Surroundings,
  listing: Listing,
  family: string,
  held: number | null,
): MainLine | null {
  const { selections } = board;
  const lines = new Map<string, Map<string, number>>();
  for (let at = listing.head; at !== NONE; at = selections.next(at)) {
    if (selections.american(at) === NOT_OFFERED || !board.isConfirmed(at)) continue;
    const bet = bets.betOf(at);
    if (bet === null || !LineKind.hasLine(bet) || familyOf(bet.market.key) !== family) continue;
    const sides = lines.get(bet.market.key) ?? new Map<string, number>();
    lines.set(bet.market.key, sides.has(bet.side) ? sides : sides.set(bet.side, at));
  }
  const isAnyWhole = [...lines.values()].some(({ size }) => size > 1);
  let [found, least]: [MainLine | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const [market, sides] of lines) {
    if (isAnyWhole && sides.size < 2) continue;
    const line = Number(market.slice(family.length));
    const order = imbalance(board, [...sides.values()]) + (line === held ? 0 : 1e-6 + Math.abs(line) * 1e-9);
    if (order < least) [found, least] = [{ line, selection: sides.values().next().value! }, order];
  }
  return found;
}

function imbalance(board: Board, sides: readonly number[]): number {
  const [first = 0, second] = sides.map((side) =>
    impliedProbability(board.selections.american(side) as AmericanOdds),
  );
  return Math.abs(first - (second ?? 0.5));
}
