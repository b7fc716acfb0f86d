import { CONSENSUS } from '../catalogue/consensus.ts';
import { SIDE_PLACES } from '../catalogue/outcome-side.ts';
import { type AmericanOdds, NOT_OFFERED } from '../odds/american.ts';
import { impliedProbability } from '../odds/convert.ts';

/** A price that was recorded. `market` and `side` as `domain/identity` makes them; `line` as the side has it. */
export interface RecordedPrice {
  readonly sportsbook: string;
  readonly market: string;
  readonly side: string;
  readonly line: number | null;
  readonly american: number;
  readonly atMs: number;
}

/** One side of a market as it opened. `line`: `null` where the market has none. */
export interface OpenedSide {
  readonly american: number;
  readonly line: number | null;
}

/** What a market opened at: the first prices that were recorded of it. `atMs`: when, Unix ms. */
export interface Opener {
  readonly sportsbook: string;
  readonly atMs: number;
  /** By place: away, home, draw; or over, under. `undefined` for a side that was not stated. */
  readonly sides: readonly (OpenedSide | undefined)[];
}

/** A sportsbook that opens a market states its sides and lines within this long. */
const OPENING_MS = 60_000;

/**
 * The opener among recorded prices, in any order: of the sportsbook that was first the line that had most sides and was
 * the evenest. Nobody can bet at a consensus, so it opens nothing. `null` where nothing was offered.
 */
export function openerOf(prices: Iterable<RecordedPrice>): Opener | null {
  const offered = [...prices]
    .filter(({ american, sportsbook }) => american !== NOT_OFFERED && sportsbook !== CONSENSUS)
    .sort((left, right) => left.atMs - right.atMs);
  const first = offered[0];
  if (first === undefined) return null;
  const lines = new Map<string, (OpenedSide | undefined)[]>();
  for (const { sportsbook, market, side, line, american, atMs } of offered) {
    const place = SIDE_PLACES[side];
    if (sportsbook !== first.sportsbook || atMs > first.atMs + OPENING_MS || place === undefined) continue;
    const sides = lines.get(market) ?? [];
    lines.set(market, sides);
    sides[place] ??= { american, line };
  }
  const [best] = [...lines.values()].sort(
    (left, right) => count(right) - count(left) || unevenness(left) - unevenness(right),
  );
  return best === undefined
    ? null
    : { sportsbook: first.sportsbook, atMs: first.atMs, sides: Array.from(best) };
}

function count(sides: readonly (OpenedSide | undefined)[]): number {
  return sides.filter((side) => side !== undefined).length;
}

function unevenness([first, second]: readonly (OpenedSide | undefined)[]): number {
  if (first === undefined || second === undefined) return 1;
  const [left, right] = [first, second].map(({ american }) => impliedProbability(american as AmericanOdds));
  return Math.abs(left! - right!);
}
