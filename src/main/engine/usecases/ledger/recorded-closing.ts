import type { PriceSeries, SeriesQuery } from '#contract/history.ts';
import { quotedLine } from '#domain/ledger/closing-line.ts';
import { sidesOfMarket } from '#domain/ledger/market-sides.ts';
import type { ClosingLine, NotedBet } from '#domain/ledger/noted-bet.ts';
import { type AmericanOdds, NOT_OFFERED } from '#domain/odds/american.ts';

/** A price that stood at the start was stated within this time before it. */
const DAY_MS = 86_400_000;

/** Reads the history of prices; rejects where there is none. */
export type ReadSeries = (query: SeriesQuery) => Promise<readonly PriceSeries[]>;

/**
 * The closing line of a bet by what was recorded: for one that was noted after its game had started. `null` where the
 * history has nothing of it. `games`: the labels of its match, as whose sides its subject is called.
 */
export async function recordedClosing(
  { subject, sportsbook, startsAtMs }: NotedBet,
  games: SeriesQuery['games'],
  readSeries: ReadSeries,
): Promise<ClosingLine | null> {
  if (subject === null || startsAtMs === null) return null;
  const sides = sidesOfMarket(subject) ?? [subject.side];
  const bySportsbook = new Map<string, Map<string, AmericanOdds>>();
  let seenAtMs = 0;
  for (const side of sides) {
    const series = await readSeries({
      games,
      of: { kind: 'bet', market: subject.market, side },
      fromMs: startsAtMs - DAY_MS,
      toMs: startsAtMs,
      columns: 1,
    });
    for (const { sportsbook: book, summary } of series) {
      const last = summary.current;
      if (last === null || last.american === NOT_OFFERED) continue;
      const prices = bySportsbook.get(book) ?? new Map<string, AmericanOdds>();
      bySportsbook.set(book, prices.set(side, last.american as AmericanOdds));
      seenAtMs = Math.max(seenAtMs, last.atMs);
    }
  }
  const ways = sides.length === 2 || sides.length === 3 ? sides.length : null;
  const line = quotedLine({ ways, bySportsbook }, sportsbook, subject.side);
  return line.american === null && line.fairProbability === null
    ? null
    : { ...line, seenAtMs, isFinal: true };
}
