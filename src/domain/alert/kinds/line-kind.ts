import type { Listing } from '../../board/listings.ts';
import type { MarketFamily } from '../../comparison/match-markets.ts';
import { NOT_OFFERED } from '../../odds/american.ts';
import type { MainLine } from '../looking/market/main-lines.ts';
import { Subjects } from '../looking/subjects.ts';
import type { Surroundings } from '../looking/surroundings.ts';
import { evidenceOf, numberWords } from '../looking/words.ts';
import type { LineRule, Rule } from '../rule/rule.ts';
import type { CompiledRule } from '../watching/compiled-rule.ts';
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

  /** Whether it may have forgotten a line that it was shown, and has to be shown it again. */
  get isForgetful(): boolean {
    return this.#states.isFull;
  }

  /** Notes the main line of a market in a listing; `isNews` = it may be told. */
  lineStands(
    main: MainLine,
    listing: Listing,
    family: MarketFamily,
    isNews: boolean,
    around: Surroundings,
  ): void {
    const { board, nowMs } = around;
    const label = board.games.at(listing.game).label;
    const subject = `${board.sportsbooks.at(listing.sportsbook)}|${label}|${family.key}`;
    const state = this.#states.get(subject);
    if (state === undefined || state.epoch !== board.epoch || !isNews) {
      if (state === undefined || state.epoch !== board.epoch || state.line !== main.line)
        this.#states.set(subject, this.#begin(board.epoch, main.line, family.kind));
      return;
    }
    const before = state.line;
    if (main.line === before) return;
    state.held.push({ line: before, untilMs: nowMs });
    if (state.held.length > MOST_HELD) state.held.shift();
    state.line = main.line;
    const through = this.#crossed(state, family.kind);
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
      evidence: () => [
        evidenceOf(board, main.selection, NOT_OFFERED, board.selections.american(main.selection)),
      ],
    });
  }

  #begin(epoch: number, line: number, kind: MarketFamily['kind']): LineState {
    const sides = (this.#rule.through ?? []).map((key) => sideOfKey(line, key, kind));
    return { epoch, line, origin: line, held: [], sides };
  }

  #crossed(state: LineState, kind: MarketFamily['kind']): number | null {
    let crossed: number | null = null;
    for (const [at, key] of (this.#rule.through ?? []).entries()) {
      const side = sideOfKey(state.line, key, kind);
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
function sideOfKey(line: number, key: number, kind: MarketFamily['kind']): number {
  return Math.sign((kind === 'spread' && key !== 0 ? Math.abs(line) : line) - Math.abs(key));
}
