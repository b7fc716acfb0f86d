import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ScreenRow } from '#contract/odds-screen.ts';
import { texts } from '../../texts.ts';
import { betOfCell } from '../bets/bet-of-cell.ts';
import { GRID_ID } from '../landmarks.ts';
import { useStores } from '../stores-context.ts';
import { useObservable, useSelected } from '../use-observable.ts';
import { watchOfCell } from '../watchlists/watch-of-cell.ts';
import { type BoardView, isBook } from './board-view.ts';
import { cellTitle } from './cell-title.ts';
import { useColumnChanges } from './columns/use-column-changes.ts';
import { cellElement, cursorAt, showCursor } from './cursor-view.ts';
import { GameRow } from './game-row.tsx';
import { type Cursor, moveCursor, settleCursor } from './grid-cursor.ts';
import { GridHead } from './grid-head.tsx';
import {
  type ColumnWidths,
  chosenWidths,
  columnWidths,
  FIXED_COLUMNS,
  gameHeight,
  METRICS,
} from './grid-metrics.ts';
import { useElementSize } from './use-element-size.ts';
import { useSoughtGame } from './use-sought-game.ts';

const MINUTE_MS = 60_000;
const OVERSCAN = 6;
/** What a key makes a column wider, px. */
const WIDTH_STEP = 8;

interface OddsGridProps {
  readonly rows: readonly ScreenRow[];
  readonly view: BoardView;
  readonly label: string;
  readonly lined: boolean;
}

/** The table: games down, sportsbooks across; only what is near the window is in the page. */
export function OddsGrid({ rows, view, label, lined }: OddsGridProps) {
  const { clock, bets, choice, watchlists } = useStores();
  const watched = useObservable(watchlists.said);
  const { said, change } = useColumnChanges(view);
  const minuteMs = useSelected(clock, (nowMs) => Math.floor(nowMs / MINUTE_MS) * MINUTE_MS);
  const scroller = useRef<HTMLDivElement>(null);
  const { width, height } = useElementSize(scroller);
  const widths = useMemo(() => columnWidths(width, chosenWidths(view), view.format), [width, view]);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const rowIndexes = useMemo(() => firstRowIndexes(rows), [rows]);

  // The same functions for the same rows: new ones make the list measure all of them again, with each scroll.
  const { sideHeight } = view;
  const measure = useCallback(
    (at: number) => gameHeight(rows[at]?.sides.length ?? 2, sideHeight),
    [rows, sideHeight],
  );
  const keyOf = useCallback((at: number) => rows[at]?.rowId ?? at, [rows]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: measure,
    getItemKey: keyOf,
    overscan: OVERSCAN,
    scrollMargin: METRICS.headHeight,
    scrollPaddingStart: METRICS.headHeight,
  });

  const field = {
    rows,
    columns: FIXED_COLUMNS + view.columns.length,
    pageSides: Math.max(2, Math.floor((height - METRICS.headHeight) / sideHeight) - 2),
  };

  useLayoutEffect(() => {
    const grid = scroller.current;
    if (grid) showCursor(grid, cursor && settleCursor(cursor, field));
  });

  const moveTo = (next: Cursor | null) => {
    setCursor(next);
    const at = rows.findIndex(({ rowId }) => rowId === next?.rowId);
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
    if (next && scroller.current) bringColumnIntoView(scroller.current, next.column, widths);
  };
  useSoughtGame(rows, ({ rowId }) => {
    moveTo({ rowId, side: 0, column: 1 });
    scroller.current?.focus();
  });

  const press = (event: KeyboardEvent) => {
    if (event.metaKey) return;
    if (event.altKey) return pressColumn(event);
    if (event.key === 'b' && !event.ctrlKey && cursor && noteBet(settleCursor(cursor, field)))
      return event.preventDefault();
    if (
      event.key.toLowerCase() === 'w' &&
      !event.ctrlKey &&
      cursor &&
      watch(settleCursor(cursor, field), event.shiftKey)
    )
      return event.preventDefault();
    const next = moveCursor(cursor, event, field);
    if (next === cursor) return;
    event.preventDefault();
    moveTo(next);
  };
  /** Alt and an arrow move the column under the cursor; with Shift they make it narrower or wider. */
  const pressColumn = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const at = cursor === null ? -1 : cursor.column - FIXED_COLUMNS;
    const column = view.columns[at];
    if (step === undefined || !cursor || !column) return;
    event.preventDefault();
    if (event.shiftKey) return change.resize(column, widths.columns[at]! + step * WIDTH_STEP);
    const beside = view.columns[at + step];
    if (!beside) return;
    change.move(column, beside);
    setCursor({ ...cursor, column: cursor.column + step });
  };
  /** Opens the form of a bet at the price under the cursor; answers whether there is one. */
  const noteBet = (at: Cursor | null): boolean => {
    const book = at && view.columns[at.column - FIXED_COLUMNS];
    const row = at && rows.find(({ rowId }) => rowId === at.rowId);
    const query = choice.query.read();
    if (!book || !isBook(book) || !book.bettable || !row || !query) return false;
    const { cells } = view.store;
    const index = cells.indexOf(row.rowId, at.side, book.column);
    if (index < 0) return false;
    const bet = betOfCell({
      ...query,
      row,
      side: at.side,
      sportsbook: book.id,
      state: cells.state[index]!,
      american: cells.american[index]!,
      line: cells.line[index]!,
    });
    if (bet) bets.open(bet);
    return bet !== null;
  };
  /** Watches the bet under the cursor, or its whole game; answers whether there is one. */
  const watch = (at: Cursor | null, isGame: boolean): boolean => {
    const row = at && rows.find(({ rowId }) => rowId === at.rowId);
    const query = choice.query.read();
    if (!at || !row || !query) return false;
    const game = `${row.away} at ${row.home}`;
    const { cells } = view.store;
    const book = view.columns[at.column - FIXED_COLUMNS];
    const index = book && isBook(book) ? cells.indexOf(row.rowId, at.side, book.column) : -1;
    const line = index < 0 ? Number.NaN : cells.line[index]!;
    const subject = isGame
      ? ({ kind: 'game', game: row.game, universalId: null } as const)
      : watchOfCell({ market: query.market, row, side: at.side, line });
    if (subject === null) return false;
    const what = isGame ? game : `${row.sides[at.side]}, ${game}`;
    void watchlists.watch(subject, {
      added: texts.watchlists.added(what),
      first: texts.watchlists.firstName,
    });
    return true;
  };
  const explain = (event: MouseEvent) => {
    const cell = cellElement(event.target);
    const place = cell && cursorAt(cell);
    if (cell && place) cell.title = cellTitle(place, view);
  };

  return (
    <>
      <p className="spoken" role="status">
        {said}
      </p>
      <p className="spoken" role="status">
        {watched}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a table of the browser's own can't be virtual and stick both ways. */}
      <div
        id={GRID_ID}
        className="grid"
        role="grid"
        aria-label={label}
        aria-rowcount={(rowIndexes.at(-1) ?? 1) + (rows.at(-1)?.sides.length ?? 1) - 1}
        aria-colcount={field.columns}
        aria-readonly="true"
        tabIndex={0}
        ref={scroller}
        data-lined={lined}
        style={gridStyle(widths, sideHeight)}
        onKeyDown={press}
        onFocus={() => setCursor((current) => settleCursor(current, field))}
        onMouseDown={(event) => setCursor((current) => cursorAt(cellElement(event.target)) ?? current)}
        onMouseOver={explain}
        onContextMenu={(event) => {
          if (noteBet(cursorAt(cellElement(event.target)))) event.preventDefault();
        }}
      >
        <GridHead view={view} widths={widths} change={change} />
        <div
          className="games"
          role="presentation"
          style={{ height: virtual.getTotalSize(), width: widths.table }}
        >
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row ? (
              <GameRow
                key={row.rowId}
                row={row}
                view={view}
                top={item.start - METRICS.headHeight}
                firstRowIndex={rowIndexes[item.index] ?? 2}
                minuteMs={minuteMs}
              />
            ) : null;
          })}
        </div>
      </div>
    </>
  );
}

/** Where each game's first side stands, counted from 1; the head is 1. */
function firstRowIndexes(rows: readonly ScreenRow[]): readonly number[] {
  let next = 2;
  return rows.map(({ sides }) => {
    const first = next;
    next += sides.length;
    return first;
  });
}

function gridStyle(widths: ColumnWidths, sideHeight: number): Record<`--${string}`, string> {
  return {
    '--head-height': `${METRICS.headHeight}px`,
    '--side-height': `${sideHeight}px`,
    '--start-width': `${METRICS.startWidth}px`,
    '--game-width': `${METRICS.gameWidth}px`,
    '--best-width': `${widths.best}px`,
    '--price-width': `${widths.price}px`,
    ...Object.fromEntries(widths.columns.map((width, at) => [`--column-${at}`, `${width}px`])),
  };
}

/** The fixed columns cover the left of the list, so the browser's own scrolling into view is not enough. */
function bringColumnIntoView(
  grid: HTMLElement,
  column: number,
  { columns, starts, fixed }: ColumnWidths,
): void {
  const left = starts[column - FIXED_COLUMNS];
  const width = columns[column - FIXED_COLUMNS];
  if (left === undefined || width === undefined) return;
  const visible = grid.clientWidth - fixed;
  if (left < grid.scrollLeft) grid.scrollLeft = left;
  else if (left + width > grid.scrollLeft + visible) grid.scrollLeft = left + width - visible;
}
