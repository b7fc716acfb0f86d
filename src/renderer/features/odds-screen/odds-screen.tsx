import { useCallback, useDeferredValue, useEffect, useMemo } from 'react';
import { texts } from '../../texts.ts';
import { GRID_ID, leagueTabId, SCREEN_PANEL_ID } from '../landmarks.ts';
import { openGamePage } from '../shell/jump.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';
import { ColumnsPanel } from './columns/columns-panel.tsx';
import { pointedCell } from './cursor/pointed-cell.ts';
import { boardView } from './grid/board-view.ts';
import { OddsGrid } from './grid/odds-grid.tsx';
import { oddsWords } from './odds-words.tsx';
import { openedHeight } from './opened/opened-metrics.ts';
import { OpenedRow } from './opened/opened-row.tsx';
import { GameListTools } from './tools/game-list-tools.tsx';
import { MarketSwitcher } from './tools/market-switcher.tsx';
import { Legend, ScreenAge } from './tools/screen-age.tsx';
import { EmptyNotice, NoLeagueNotice } from './tools/screen-notice.tsx';
import { useGames } from './use-games.ts';
import { useLook } from './use-look.ts';
import { useSoughtGame } from './use-sought-game.ts';
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
  const openers = useMemo(() => stores.openersOf(market), [stores, market]);
  const view = useMemo(
    () => boardView(stores, shape.books, look, still, openers),
    [stores, shape.books, look, still, openers],
  );
  const rows = useGames(shape.rows, search, view);
  const goal = useSoughtGame(rows);
  const toggle = useCallback(
    (rowId: number) => {
      const row = stores.screen.shape.read().rows.find((each) => each.rowId === rowId);
      if (row) stores.openedRow.toggle({ game: row.game, market });
    },
    [stores, market],
  );
  const openedGame = useObservable(stores.openedRow.game);
  const openedRow = rows.find(({ game }) => game === openedGame);
  const words = useMemo(() => oddsWords(openedRow?.rowId ?? null, toggle), [openedRow?.rowId, toggle]);
  const opened = useMemo(
    () =>
      openedRow
        ? {
            rowId: openedRow.rowId,
            height: openedHeight(openedRow, view, market !== LINELESS),
            content: <OpenedRow row={openedRow} table={view} look={look} still={still} />,
          }
        : null,
    [openedRow, view, market, look, still],
  );
  // a row that is not on the screen any more is not looked at
  useEffect(() => () => stores.openedRow.close(), [stores]);
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
            <ScreenAge source={stores.screen} />
          </>
        ) : null}
      </div>
      <p className="spoken" role="status">
        {rows.length === shape.rows.length ? '' : texts.search.found(rows.length)}
      </p>
      {rows.length > 0 ? (
        <OddsGrid
          key={`${sport} ${market}`}
          id={GRID_ID}
          rows={rows}
          view={view}
          words={words}
          opened={opened}
          onToggle={toggle}
          label={texts.screen.table(sport, marketLabel)}
          lined={market !== LINELESS}
          goal={goal}
          onReached={() => stores.navigation.sought.write(null)}
          onOpen={(at) => {
            const pointed = pointedCell({ sport, market }, rows, at, view);
            if (pointed?.game) openGamePage(stores, pointed.game.game, pointed.bet);
          }}
          pointedAt={(at) => pointedCell({ sport, market }, rows, at, view)}
        />
      ) : (
        <EmptyNotice shape={shape} marketLabel={marketLabel} games={shape.rows.length} />
      )}
      {isChoosingColumns ? <ColumnsPanel view={view} /> : null}
    </>
  );
}
