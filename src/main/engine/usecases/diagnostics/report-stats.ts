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
  let last = { frames: 0, changes: 0 };
  let cancel: () => void;
  const tick = (): void => {
    const { frames, changes } = needs.counters;
    needs.report(statsOf(needs, { frames: frames - last.frames, changes: changes - last.changes }));
    last = { frames, changes };
    cancel = needs.clock.after(1000, tick);
  };
  cancel = needs.clock.after(1000, tick);
  return () => cancel();
}

/** The counters as they stand; `inLastSecond`: how far they have come in it. */
export function statsOf(
  needs: Omit<ReportNeeds, 'report'>,
  inLastSecond: { readonly frames: number; readonly changes: number } = { frames: 0, changes: 0 },
): EngineStats {
  const { board, counters } = needs;
  let refusedFrames = 0;
  for (const reason of FRAME_REFUSALS) refusedFrames += counters.refused.get(reason) ?? 0;
  return {
    frames: counters.frames,
    framesPerSecond: inLastSecond.frames,
    refusedFrames,
    changes: counters.changes,
    changesPerSecond: inLastSecond.changes,
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
