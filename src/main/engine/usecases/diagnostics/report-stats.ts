import type { EngineStats } from '#contract/feed-status.ts';
import type { Board } from '#domain/board/board.ts';
import type { Pulses } from '#domain/board/pulse.ts';
import type { Clock } from '../../ports/clock.ts';
import { FRAME_REFUSALS } from '../../ports/feed.ts';
import type { OddsCounters } from '../odds/follow-odds.ts';

interface ReportNeeds {
  readonly clock: Clock;
  readonly board: Board;
  readonly pulses: Pulses;
  readonly counters: OddsCounters;
  readonly rssBytes: () => number;
  readonly alerts: () => number;
  readonly report: (stats: EngineStats) => void;
}

/** Reports the engine's counters once a second until the returned function is called. */
export function reportStats(needs: ReportNeeds): () => void {
  let lastChanges = 0;
  let cancel: () => void;
  const tick = (): void => {
    const stats = statsOf(needs, needs.counters.changes - lastChanges);
    lastChanges = needs.counters.changes;
    needs.report(stats);
    cancel = needs.clock.after(1000, tick);
  };
  cancel = needs.clock.after(1000, tick);
  return () => cancel();
}

/** The counters as they stand. */
export function statsOf(needs: Omit<ReportNeeds, 'report'>, changesPerSecond: number): EngineStats {
  const { board, counters } = needs;
  let refusedFrames = 0;
  for (const reason of FRAME_REFUSALS) refusedFrames += counters.refused.get(reason) ?? 0;
  return {
    frames: counters.frames,
    refusedFrames,
    changes: counters.changes,
    changesPerSecond,
    selections: board.selections.size,
    sportsbooks: board.listings.sportsbooks,
    games: board.games.size,
    listings: board.listings.size,
    alerts: needs.alerts(),
    rssBytes: needs.rssBytes(),
    lastFrameAtMs: counters.lastFrameAtMs,
    pulses: needs.pulses.all(),
  };
}
