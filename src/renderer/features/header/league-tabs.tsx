import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { LeagueEntry } from '#contract/odds-screen.ts';
import { texts } from '../../texts.ts';
import { leagueTabId, SCREEN_PANEL_ID } from '../landmarks.ts';
import { useStores } from '../stores-context.ts';
import { useObservable, useSelected } from '../use-observable.ts';

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** The leagues that have games now, as tabs. Arrows move along them, Enter or Space opens one. */
export function LeagueTabs() {
  const { leagues, choice } = useStores();
  const listed = useObservable(leagues.leagues) ?? [];
  const sport = useSelected(choice.query, (query) => query?.sport ?? null);
  const shown = withCurrent(listed, sport);
  const list = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another league is what brings another tab into view.
  useEffect(() => {
    list.current
      ?.querySelector('[aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [sport]);

  if (shown.length === 0) return <div className="leagues" />;

  const step = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = STEPS[event.key];
    const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
    const at = tabs.indexOf(document.activeElement as HTMLElement);
    if (!next || at < 0) return;
    event.preventDefault();
    tabs[next(at, tabs.length)]?.focus();
  };

  return (
    <div
      className="leagues"
      role="tablist"
      aria-label={texts.leagues.label}
      ref={list}
      onKeyDown={step}
      onWheel={(event) => {
        event.currentTarget.scrollLeft += event.deltaY;
      }}
    >
      {shown.map((league) => (
        <button
          type="button"
          role="tab"
          key={league.sport}
          id={leagueTabId(league.sport)}
          className="league"
          aria-selected={league.sport === sport}
          aria-controls={SCREEN_PANEL_ID}
          tabIndex={league.sport === sport ? 0 : -1}
          onClick={() => choice.chooseLeague(league.sport)}
        >
          {`${league.sport} `}
          <span className="league-games">{league.games}</span>
          <span className="spoken"> {texts.leagues.games(league.games)}</span>
        </button>
      ))}
    </div>
  );
}

/** The league on screen keeps its tab when its last game is over. */
function withCurrent(leagues: readonly LeagueEntry[], sport: string | null): readonly LeagueEntry[] {
  if (sport === null || leagues.some((league) => league.sport === sport)) return leagues;
  return [...leagues, { sport, games: 0, markets: [] }];
}
