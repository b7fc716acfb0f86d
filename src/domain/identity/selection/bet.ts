import { type OverUnder, parseOverUnder } from '../../catalogue/outcome-side.ts';
import { plainWords } from '../names/plain-words.ts';
import { readLine, type StatedLine } from './bet-line.ts';
import { flipped, type Side, sideOf } from './bet-side.ts';
import { type MarketName, readMarketName } from './market-name.ts';
import { nameWithoutTeam } from './team-in-name.ts';

/** Longer parts of an outcome are cut, so that none can cost much. */
const MOST_CHARACTERS = 200;

/** An outcome in its parts, as the provider writes them. Its key is no part of what it is. */
export interface SelectionParts {
  readonly name: string | null;
  readonly line: string | number | null;
  readonly overUnder: string | null;
  readonly target: string | null;
}

/** The game that a selection belongs to, as its own sportsbook names it. */
export interface SelectionGame {
  readonly home: string;
  readonly away: string;
  /** Whether home and away stand the other way round than in the match. */
  readonly isFlipped: boolean;
  /** The game's label, which some sportsbooks give as the target of a total. */
  readonly label?: string | undefined;
  /** The names of markets that this sportsbook offers with a draw here, see `namesWithDraw`; two-way where absent. */
  readonly withDraw?: ReadonlySet<string> | undefined;
}

/** The parts of a bet, read but not yet joined. Sides are the match's, no longer the label's. */
export interface Bet {
  /** The market's name as the sportsbook writes it. */
  readonly name: string;
  readonly market: MarketName;
  /** `yes`, `no`, `odd`, `even`. */
  readonly answer: string | null;
  readonly over: OverUnder['side'] | null;
  readonly line: number | null;
  readonly target: string | null;
  readonly side: Side | null;
}

/** Reads the parts of an outcome; `null` where they contradict or can't be read. */
export function readBet(parts: SelectionParts, game: SelectionGame): Bet | null {
  if (parts.name === null || parts.name.trim() === '') return null;
  const { home, away, isFlipped } = game;
  const named = splitTarget(parts.target, game);
  const stated = [parts.overUnder, named.target, parts.line].map((text) =>
    typeof text === 'string' ? parseOverUnder(text.slice(0, MOST_CHARACTERS)) : null,
  );
  const answers = [parts.overUnder, named.target].map((text) => plainWords(text ?? ''));
  const answer = answers.find((word) => ANSWERS.has(word)) ?? null;
  if (!stated[0] && answers[0] !== '' && answers[0] !== answer) return null;
  const target = stated[1] || (answers[1] === answer && answer !== null) ? null : named.target;
  let market = readMarketName(parts.name);
  let side = target === null ? null : sideOf(target, home, away);
  if (market.kind === 'other' && target === null) {
    const without = nameWithoutTeam(parts.name, home, away);
    if (without !== null) [market, side] = [readMarketName(without.name), without.side];
  }
  const overs = new Set(stated.flatMap((one) => (one ? [one.side] : [])));
  const lines = new Set([readLine(parts.line), named.line, ...stated.map((one) => one?.line ?? null)]);
  lines.delete(null);
  if (overs.size > 1 || lines.size > 1 || lines.has('unreadable')) return null;
  const [line = null] = lines as Set<number>;
  const [over = null] = overs;
  return { name: parts.name, market, answer, over, line, target, side: side && flipped(side, isFlipped) };
}

/** A target without the line behind it (`Lakers -3.5`); none where it names the game as a whole. */
function splitTarget(
  target: string | null,
  { label }: SelectionGame,
): { target: string | null; line: StatedLine } {
  const text = target?.slice(0, MOST_CHARACTERS).trim() ?? '';
  if (text === '' || text === label?.trim() || WHOLE_GAME.has(plainWords(text)))
    return { target: null, line: null };
  const withLine = /^(.{1,200}?) \(?([+\-\u2212]\d{1,3}(?:\.\d{1,2})?)\)?$/.exec(text);
  return withLine ? { target: withLine[1]!, line: readLine(withLine[2]!) } : { target: text, line: null };
}

const WHOLE_GAME = new Set(['game', 'match', 'total', 'both teams']);
const ANSWERS = new Set(['yes', 'no', 'odd', 'even']);
