import type { QuotedLine } from './closing-line.ts';
import type { ClosingLine, NotedBet } from './noted-bet.ts';

/** What stands of a bet that nobody quoted before its game started. */
export const NOTHING_SEEN: ClosingLine = {
  american: null,
  fairProbability: null,
  sportsbooks: 0,
  seenAtMs: 0,
  isFinal: true,
};

/** Whether nobody quotes the bet. */
export function isUnseen({ american, fairProbability }: QuotedLine): boolean {
  return american === null && fairProbability === null;
}

/** Whether the game of a bet has started. */
export function hasStarted({ startsAtMs }: NotedBet, nowMs: number): boolean {
  return startsAtMs !== null && nowMs >= startsAtMs;
}

/** What is to be kept of a bet now; `null` = what is kept stands. A price that is gone leaves the last one standing. */
export function closingNow(bet: NotedBet, line: ClosingLine, nowMs: number): ClosingLine | null {
  const isFinal = hasStarted(bet, nowMs);
  const { closing } = bet;
  if (isUnseen(line)) return isFinal && closing !== null ? { ...closing, isFinal } : null;
  const fair = line.fairProbability === null && closing !== null ? closing : line;
  return {
    american: line.american ?? closing?.american ?? null,
    fairProbability: fair.fairProbability,
    sportsbooks: fair.sportsbooks,
    seenAtMs: line.seenAtMs,
    isFinal,
  };
}
