import { useDeferredValue, useMemo, useState } from 'react';
import type { GameRow, MarketGroup } from '#contract/game.ts';
import { texts } from '../../texts.ts';
import { BoardIcon, SearchIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SearchInput } from '../../ui/search-input.tsx';
import { Segments } from '../../ui/segments.tsx';
import { boardView } from '../odds-screen/board-view.ts';
import { OddsGrid } from '../odds-screen/odds-grid.tsx';
import { useLook } from '../odds-screen/use-look.ts';
import { useStill } from '../odds-screen/use-still.ts';
import { closeGamePage } from '../shell/jump.ts';
import { useStores } from '../stores-context.ts';
import { useObservable, useSelected } from '../use-observable.ts';
import { GameHeader } from './game-header.tsx';
import { GamePlays } from './game-plays.tsx';
import { LineChart } from './line-chart.tsx';
import { columnsHeld, familyOf, groupsOf, type ListedMarket, listMarkets } from './market-list.ts';
import { betName, marketWords } from './market-words.tsx';

const ICON_SIZE = 32;
const GAME_GRID_ID = 'game-grid';

/** The page of a game: every market at every sportsbook, the history of the bet under the cursor, and the plays. */
export function GamePage() {
  const stores = useStores();
  const { game, scheduler, clock, watchlists } = stores;
  const watched = useObservable(watchlists.said);
  const shape = useObservable(game.screen.shape);
  const head = useObservable(game.head);
  const subject = useObservable(game.subject);
  const [group, setGroup] = useState<MarketGroup | 'all'>('main');
  const [search, setSearch] = useState('');
  const sought = useDeferredValue(search);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [goal, setGoal] = useState(true);
  const look = useLook(head?.sport ?? '');
  const still = useStill();
  const isStarted = useSelected(clock, (nowMs) => head?.startsAtMs != null && head.startsAtMs <= nowMs);

  const view = useMemo(
    () => boardView({ screen: game.screen, scheduler }, shape.books, look, still),
    [game, scheduler, shape.books, look, still],
  );
  const words = useMemo(
    () => marketWords(head ?? { home: '', away: '' }, (family) => setUnfolded((now) => toggled(now, family))),
    [head],
  );
  const groups = groupsOf(shape.rows);
  const shownGroup = group === 'all' || groups.includes(group) ? group : (groups[0] ?? 'all');
  const markets = useMemo(
    () =>
      listMarkets(shape.rows, { group: shownGroup, search: sought, unfolded }, (row) =>
        columnsHeld(game.screen.cells, view.bettableColumns, row),
      ),
    [shape.rows, shownGroup, sought, unfolded, game, view],
  );
  const chosen = shape.rows.find(({ market }) => market === subject?.market) ?? markets[0];
  const side = Math.max(0, chosen?.sides.indexOf(subject?.side ?? '') ?? 0);
  const isLoading = head === null && shape.phase.kind !== 'open';

  if (head === null)
    return (
      <main className="screen">
        <GameHeader head={null} isStarted={false} />
        <Notice
          icon={<BoardIcon size={ICON_SIZE} />}
          title={isLoading ? texts.game.loading : texts.game.goneTitle}
          text={isLoading ? '' : texts.game.goneHint}
        />
      </main>
    );

  return (
    <main className="screen game-page">
      <GameHeader head={head} isStarted={isStarted} />
      <p className="spoken" role="status">
        {watched}
      </p>
      <div className="toolbar">
        <Segments
          label={texts.game.groupsLabel}
          segments={[...groups, 'all' as const].map((value) => ({ value, label: texts.game.groups[value] }))}
          value={shownGroup}
          onChoose={setGroup}
        />
        <SearchInput className="game-search" label={texts.game.search} value={search} onChange={setSearch} />
        <span className="summary" role="status">
          {texts.game.found(markets.length)}
        </span>
      </div>
      {markets.length > 0 ? (
        <OddsGrid
          key={shownGroup}
          id={GAME_GRID_ID}
          rows={markets}
          view={view}
          words={words}
          label={texts.game.table(head.away, head.home)}
          lined
          goal={goal && chosen ? { rowId: placeOf(chosen, markets).rowId, side } : null}
          onReached={() => setGoal(false)}
          onCursor={(at) => {
            const row = markets.find(({ rowId }) => rowId === at?.rowId);
            if (row && at && !goal)
              game.subject.write({ market: row.market, side: row.sides[at.side] ?? '' });
          }}
          onOpen={(at) => {
            const row = markets.find(({ rowId }) => rowId === at.rowId);
            if (row && (row.folded > 0 || unfolded.has(row.family)))
              setUnfolded((now) => toggled(now, row.family));
          }}
          onLeave={() => closeGamePage(stores)}
          onNote={() => false}
          onWatch={(at, isGame) => {
            const row = markets.find(({ rowId }) => rowId === at.rowId);
            const side = row?.sides[at.side];
            if (!row || side === undefined) return false;
            const game = { game: head.labels[0]!.label, universalId: null };
            const what = texts.game.title(head.away, head.home);
            void watchlists.watch(
              isGame ? { kind: 'game', ...game } : { kind: 'bet', ...game, market: row.market, side },
              {
                added: texts.watchlists.added(isGame ? what : betName(head, row, side)),
                first: texts.watchlists.firstName,
              },
            );
            return true;
          }}
        />
      ) : (
        <Notice
          icon={sought === '' ? <BoardIcon size={ICON_SIZE} /> : <SearchIcon size={ICON_SIZE} />}
          title={
            sought === ''
              ? shape.phase.kind === 'open'
                ? texts.game.goneTitle
                : texts.game.loading
              : texts.game.noneTitle(sought)
          }
          text={sought === '' ? (shape.phase.kind === 'open' ? texts.game.goneHint : '') : ''}
          {...(sought === '' ? {} : { action: { label: texts.game.clearSearch, run: () => setSearch('') } })}
        />
      )}
      <div className="game-foot">
        {chosen ? (
          <LineChart key={`${chosen.rowId} ${side}`} head={head} row={chosen} side={side} view={view} />
        ) : (
          <p className="chart hint">{texts.game.chart.none}</p>
        )}
        <GamePlays head={head} isStarted={isStarted} />
      </div>
    </main>
  );
}

function toggled(families: ReadonlySet<string>, family: string): ReadonlySet<string> {
  const others = new Set(families);
  if (!others.delete(family)) others.add(family);
  return others;
}

/** The row that stands for a market: its own, or the line behind which it is folded away. */
function placeOf(chosen: GameRow, markets: readonly ListedMarket[]): ListedMarket {
  const own = markets.find(({ rowId }) => rowId === chosen.rowId);
  return own ?? markets.find(({ family }) => family === familyOf(chosen)) ?? markets[0]!;
}
