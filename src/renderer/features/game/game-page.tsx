import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { MarketGroup } from '#contract/game.ts';
import { columnsHeld } from '../../stores/odds/main-line.ts';
import { texts } from '../../texts.ts';
import { SearchIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SearchInput } from '../../ui/search-input.tsx';
import { Segments } from '../../ui/segments.tsx';
import { boardView } from '../odds-screen/grid/board-view.ts';
import { OddsGrid } from '../odds-screen/grid/odds-grid.tsx';
import { useLook } from '../odds-screen/use-look.ts';
import { useStill } from '../odds-screen/use-still.ts';
import { closeGamePage } from '../shell/jump.ts';
import { useStores } from '../stores-context.ts';
import { useObservable, useSelected } from '../use-observable.ts';
import { LineChart } from './chart/line-chart.tsx';
import { GameGone } from './game-gone.tsx';
import { GameHeader } from './game-header.tsx';
import { GamePlays } from './game-plays.tsx';
import { groupsOf, type ListedMarket, listMarkets } from './market-list.ts';
import { marketWords } from './market-words.tsx';
import { pointedMarket } from './pointed-market.ts';

const ICON_SIZE = 32;
const GAME_GRID_ID = 'game-grid';

/** The page of a game: every market at every sportsbook, the history of the bet under the cursor, and the plays. */
export function GamePage() {
  const stores = useStores();
  const { game, scheduler, clock } = stores;
  const shape = useObservable(game.screen.shape);
  const head = useObservable(game.head);
  const subject = useObservable(game.subject);
  const [group, setGroup] = useState<MarketGroup | 'all'>('main');
  const [search, setSearch] = useState('');
  const typed = useDeferredValue(search);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  // a bet that the page was opened at stands for its market, also where most sportsbooks have another line
  const [lead] = useState(subject?.market ?? null);
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
      listMarkets(shape.rows, { group: shownGroup, search: typed, unfolded, lead }, (row) =>
        columnsHeld(game.screen.cells, view.bettableColumns, row),
      ),
    [shape.rows, shownGroup, typed, unfolded, lead, game, view],
  );
  const sought = subject && shape.rows.find(({ market }) => market === subject.market);
  // a bet that the page was opened at shall be in sight, whatever group it is in
  const isOutOfSight = goal && !!sought && sought.group !== shownGroup && shownGroup !== 'all';
  useEffect(() => {
    if (isOutOfSight) setGroup(sought.group);
  }, [isOutOfSight, sought]);
  const chosen = rowOf(subject?.market, markets) ?? sought ?? markets[0];
  const side = Math.max(0, chosen?.sides.indexOf(subject?.side ?? '') ?? 0);

  if (head === null)
    return (
      <main className="screen">
        <GameHeader head={null} isStarted={false} />
        <GameGone isLoading={shape.phase.kind !== 'open'} />
      </main>
    );

  return (
    <main className="screen game-page">
      <GameHeader head={head} isStarted={isStarted} />
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
          goal={goal && chosen && !isOutOfSight ? { rowId: chosen.rowId, side } : null}
          onReached={() => setGoal(false)}
          onCursor={(at) => {
            const pointed = at && pointedMarket(head, markets, at, view);
            if (pointed?.bet && !goal)
              game.subject.write({ market: pointed.bet.market, side: pointed.bet.side });
          }}
          onOpen={(at) => {
            const row = markets.find(({ rowId }) => rowId === at.rowId);
            if (row && (row.folded > 0 || unfolded.has(row.family)))
              setUnfolded((now) => toggled(now, row.family));
          }}
          onLeave={() => closeGamePage(stores)}
          pointedAt={(at) => pointedMarket(head, markets, at, view)}
        />
      ) : typed === '' ? (
        <GameGone isLoading={shape.phase.kind !== 'open'} />
      ) : (
        <Notice
          icon={<SearchIcon size={ICON_SIZE} />}
          title={texts.game.noneTitle(typed)}
          text=""
          action={{ label: texts.game.clearSearch, run: () => setSearch('') }}
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

/** The row that stands for a market: its own, or the one behind which its line is folded away. */
function rowOf(market: string | undefined, listed: readonly ListedMarket[]): ListedMarket | undefined {
  if (market === undefined) return undefined;
  const own = listed.find((row) => row.market === market);
  return own ?? listed.find(({ family }) => market.startsWith(`${family}|`));
}
