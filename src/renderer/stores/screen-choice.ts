import type { LeagueEntry, ScreenQuery } from '#contract/odds-screen.ts';
import type { LeaguesStore } from './leagues.ts';
import { type Observable, observable } from './observable.ts';
import type { SettingsStore } from './settings.ts';

/** Which league and market the odds screen shows. */
export interface ScreenChoice {
  /** `null` while no league has games. */
  readonly query: Observable<ScreenQuery | null>;
  chooseLeague(sport: string): void;
  chooseMarket(market: string): void;
  stop(): void;
}

/**
 * Follows leagues and settings: what the user chose stands, then what the settings remember as soon as that
 * league has games, then the first league. What was once shown stays until one of these says otherwise.
 */
export function chooseScreen(leaguesStore: LeaguesStore, settingsStore: SettingsStore): ScreenChoice {
  const query = observable<ScreenQuery | null>(null);
  let chosen = '';

  const settle = () => {
    const leagues = leaguesStore.leagues.read() ?? [];
    const { sport: remembered, market } = settingsStore.settings.read();
    const wanted = chosen || (has(leagues, remembered) ? remembered : '');
    const sport = wanted || query.read()?.sport || leagues[0]?.sport;
    if (!sport) return;
    const league = leagues.find((entry) => entry.sport === sport);
    const before = query.read();
    const next = { sport, market: marketOf(league, market, before) };
    if (before?.sport !== next.sport || before.market !== next.market) query.write(next);
  };

  const stops = [leaguesStore.leagues.subscribe(settle), settingsStore.settings.subscribe(settle)];
  settle();

  return {
    query,
    chooseLeague(sport) {
      chosen = sport;
      settingsStore.change({ sport });
      settle();
    },
    chooseMarket(market) {
      const sport = query.read()?.sport;
      if (sport) chosen = sport;
      settingsStore.change(sport ? { sport, market } : { market });
      settle();
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}

function has(leagues: readonly LeagueEntry[], sport: string): boolean {
  return leagues.some((entry) => entry.sport === sport);
}

/** The wanted market where the league has it, else its first; a league that has left keeps what it showed. */
function marketOf(league: LeagueEntry | undefined, wanted: string, before: ScreenQuery | null): string {
  if (!league) return before?.market ?? wanted;
  if (league.markets.some(({ key }) => key === wanted)) return wanted;
  return league.markets[0]?.key ?? wanted;
}
