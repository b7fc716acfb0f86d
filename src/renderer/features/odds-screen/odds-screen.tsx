import { useDeferredValue, useMemo } from 'react';
import { leagueColumns } from '../../stores/odds/league-columns.ts';
import { texts } from '../../texts.ts';
import { leagueTabId, SCREEN_PANEL_ID } from '../landmarks.ts';
import { useStores } from '../stores-context.ts';
import { useObservable, useSelected } from '../use-observable.ts';
import { type BoardLook, boardView } from './board-view.ts';
import { ColumnsPanel } from './columns/columns-panel.tsx';
import { GameListTools } from './game-list-tools.tsx';
import { MarketSwitcher } from './market-switcher.tsx';
import { OddsGrid } from './odds-grid.tsx';
import { Legend, ScreenAge } from './screen-age.tsx';
import { EmptyNotice, NoLeagueNotice } from './screen-notice.tsx';
import { useGames } from './use-games.ts';
import { useStill } from './use-still.ts';

/** The market whose cells hold a price alone. */
const LINELESS = 'moneyline';

/** The odds screen: one league, one market, every sportsbook. */
export function OddsScreen() {
  const stores = useStores();
  const query = useObservable(stores.choice.query);
  if (!query) {
    return (
      <main className="screen" id={SCREEN_PANEL_ID}>
        <h1 className="spoken">{texts.product}</h1>
        <NoLeagueNotice />
      </main>
    );
  }
  return (
    <main className="screen">
      <section
        className="panel"
        id={SCREEN_PANEL_ID}
        role="tabpanel"
        aria-labelledby={leagueTabId(query.sport)}
      >
        <Board sport={query.sport} market={query.market} />
      </section>
    </main>
  );
}

function Board({ sport, market }: { readonly sport: string; readonly market: string }) {
  const stores = useStores();
  const shape = useObservable(stores.screen.shape);
  const leagues = useObservable(stores.leagues.leagues);
  const search = useDeferredValue(useObservable(stores.search));
  const look = useLook(sport);
  const still = useStill();
  const view = useMemo(() => boardView(stores, shape.books, look, still), [stores, shape.books, look, still]);
  const rows = useGames(shape.rows, search, view);
  const isChoosingColumns = useObservable(stores.navigation.columns);
  const league = leagues?.find((entry) => entry.sport === sport);
  const marketLabel = league?.markets.find(({ key }) => key === market)?.label ?? market;

  return (
    <>
      <div className="toolbar">
        <h1 className="title">{texts.screen.title(sport)}</h1>
        {league ? (
          <MarketSwitcher
            league={league}
            market={market}
            onChoose={(next) => stores.choice.chooseMarket(next)}
          />
        ) : null}
        {shape.rows.length > 0 ? (
          <>
            <GameListTools />
            <span className="summary">{texts.screen.summary(rows.length, view.books.length)}</span>
            <Legend />
            <ScreenAge />
          </>
        ) : null}
      </div>
      <p className="spoken" role="status">
        {rows.length === shape.rows.length ? '' : texts.search.found(rows.length)}
      </p>
      {rows.length > 0 ? (
        <OddsGrid
          key={`${sport} ${market}`}
          rows={rows}
          view={view}
          label={texts.screen.table(sport, marketLabel)}
          lined={market !== LINELESS}
        />
      ) : (
        <EmptyNotice shape={shape} marketLabel={marketLabel} games={shape.rows.length} />
      )}
      {isChoosingColumns ? <ColumnsPanel view={view} sport={sport} /> : null}
    </>
  );
}

/** The settings that shape the table; a new object only when one of them is another. */
function useLook(sport: string): BoardLook {
  const { settings } = useStores();
  const oddsFormat = useSelected(settings.settings, (current) => current.oddsFormat);
  const density = useSelected(settings.settings, (current) => current.density);
  const sportsbookOrder = useSelected(settings.settings, (current) => current.sportsbookOrder);
  const hiddenSportsbooks = useSelected(settings.settings, (current) => current.hiddenSportsbooks);
  const league = useSelected(settings.settings, (current) => leagueColumns(current, sport));
  return useMemo(
    () => ({ oddsFormat, density, sportsbookOrder, hiddenSportsbooks, league }),
    [oddsFormat, density, sportsbookOrder, hiddenSportsbooks, league],
  );
}
