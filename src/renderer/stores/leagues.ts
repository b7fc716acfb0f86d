import type { Bridge } from '#contract/bridge.ts';
import type { StatusReport } from '#contract/feed-status.ts';
import type { LeagueEntry } from '#contract/odds-screen.ts';
import { type Observable, observable } from './observable.ts';
import type { Scheduler } from './scheduler.ts';

/** Shortest time between two questions for the leagues, however fast games come in. */
export const LEAGUES_MIN_GAP_MS = 2000;
/** Longest time that a list is shown unasked: games can change league by league with no change of their count. */
export const LEAGUES_MAX_AGE_MS = 30_000;

/** The leagues that have games now. */
export interface LeaguesStore {
  /** `null` before the first answer. */
  readonly leagues: Observable<readonly LeagueEntry[] | null>;
  stop(): void;
}

/** Asks for the leagues now, and again when the engine's reports show that games have come or gone. */
export function followLeagues(bridge: Bridge, scheduler: Scheduler): LeaguesStore {
  const leagues = observable<readonly LeagueEntry[] | null>(null);
  let stopped = false;
  let asking = false;
  let askedAtMs = 0;
  let shownFor = '';

  const ask = async (seen: string) => {
    asking = true;
    askedAtMs = scheduler.nowMs();
    const reply = await bridge.request('leagues.read', null);
    asking = false;
    if (stopped || !reply.ok) return;
    shownFor = seen;
    leagues.write(reply.value);
  };

  const receive = ({ stats }: StatusReport) => {
    const seen = `${stats.games} games, ${stats.sportsbooks} sportsbooks`;
    const ageMs = scheduler.nowMs() - askedAtMs;
    const due = seen === shownFor ? ageMs >= LEAGUES_MAX_AGE_MS : ageMs >= LEAGUES_MIN_GAP_MS;
    if (!asking && due) void ask(seen);
  };

  const unlistens = [
    bridge.listen('status', receive),
    // Another feed has other leagues: none of those shown is known to it.
    bridge.listen('engine.started', () => void ask('')),
  ];
  void ask('');

  return {
    leagues,
    stop() {
      stopped = true;
      for (const unlisten of unlistens) unlisten();
    },
  };
}
