import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Pointed } from '../../../stores/pointed.ts';
import { pressPointed } from '../../pointed/press-pointed.ts';
import { besideOf } from '../../pointed/use-pointing.ts';
import { useStores } from '../../stores-context.ts';
import { useMinute } from '../../use-minute.ts';
import { GroupRules } from '../columns/group-marks.tsx';
import { useColumnChanges } from '../columns/use-column-changes.ts';
import { cellTitle } from '../cursor/cell-title.ts';
import { CURSOR_CELL, cellElement, cursorAt, showCursor } from '../cursor/cursor-view.ts';
import { type Cursor, moveCursor, settleCursor } from '../cursor/grid-cursor.ts';
import { rowTops, scrollTo } from '../scroll/row-window.ts';
import { useKeptPlace } from '../scroll/use-kept-place.ts';
import { useRowWindow } from '../scroll/use-row-window.ts';
import { BoardRow, type RowWords } from './board-row.tsx';
import type { BoardView, BoardRow as Row } from './board-view.ts';
import { bringColumnIntoView, firstRowIndexes, gridStyle } from './grid-frame.ts';
import { GridHead } from './grid-head.tsx';
import { chosenWidths, columnWidths, FIXED_COLUMNS, gameHeight, METRICS } from './grid-metrics.ts';
import { useElementSize } from './use-element-size.ts';

/** What a key makes a column wider, px. */
const WIDTH_STEP = 8;

interface OddsGridProps<R extends Row> {
  /** By what the table is found in the page. */
  readonly id: string;
  readonly rows: readonly R[];
  readonly view: BoardView;
  readonly words: RowWords<R>;
  readonly label: string;
  /** Whether the market has lines: without them the price has their room. */
  readonly lined: boolean;
  /** The line to go to as soon as it is there; the table says when it has. */
  readonly goal: Pick<Cursor, 'rowId' | 'side'> | null;
  readonly onReached: () => void;
  /** The cursor stands on another line. */
  readonly onCursor?: (at: Cursor | null) => void;
  /** Enter, or a double click. */
  readonly onOpen: (at: Cursor) => void;
  /** Escape. */
  readonly onLeave?: () => void;
  /** What a cell is, for its menu and the keys that do what stands there. */
  readonly pointedAt: (at: Cursor) => Pointed | null;
  /** The row that is open, with what it is open to; `null` = none is. */
  readonly opened?: OpenedPart | null;
  /** The space bar: opens a row in its place, or closes it. */
  readonly onToggle?: (rowId: number) => void;
}

/** A row that is open in its place. `height`: of what it is open to, px. */
export interface OpenedPart {
  readonly rowId: number;
  readonly height: number;
  readonly content: ReactNode;
}

/** The table: rows down, sportsbooks across; only what is near the window is in the page. */
export function OddsGrid<R extends Row>({
  id,
  rows,
  view,
  words,
  label,
  lined,
  goal,
  onReached,
  onCursor,
  onOpen,
  onLeave,
  pointedAt,
  opened = null,
  onToggle,
}: OddsGridProps<R>) {
  const stores = useStores();
  const { said, change } = useColumnChanges(view);
  const minuteMs = useMinute();
  const scroller = useRef<HTMLDivElement>(null);
  const { width, height } = useElementSize(scroller);
  const widths = useMemo(
    () => columnWidths(width, words.firstWidth, chosenWidths(view), view.format),
    [width, words, view],
  );
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const pointTo = (at: Cursor | null) => stores.pointed.at.write(at && (() => pointedAt(at)));
  const place = (next: Cursor | null) => {
    setCursor(next);
    pointTo(next);
    if (next !== null && (next.rowId !== cursor?.rowId || next.side !== cursor.side)) onCursor?.(next);
  };
  const openedId = opened?.rowId ?? null;
  const openedHeight = opened?.height ?? 0;
  const rowIndexes = useMemo(() => firstRowIndexes(rows, openedId), [rows, openedId]);

  const { sideHeight } = view;
  const seenHeight = Math.max(0, height - METRICS.headHeight - view.groupsHeight);
  const tops = useMemo(
    () =>
      rowTops(rows.length, (at) => {
        const { rowId, sides } = rows[at]!;
        return gameHeight(sides.length, sideHeight) + (rowId === openedId ? openedHeight : 0);
      }),
    [rows, sideHeight, openedId, openedHeight],
  );
  const { from, to } = useRowWindow(scroller, tops, seenHeight);

  useKeptPlace({ scroller, rows, tops, openedId, seenHeight });

  const field = {
    rows,
    columns: FIXED_COLUMNS + view.columns.length,
    pageSides: Math.max(2, Math.floor(seenHeight / sideHeight) - 2),
  };

  useLayoutEffect(() => {
    const grid = scroller.current;
    if (grid) showCursor(grid, cursor && settleCursor(cursor, field));
  });

  const moveTo = (next: Cursor | null) => {
    place(next);
    const at = rows.findIndex(({ rowId }) => rowId === next?.rowId);
    const grid = scroller.current;
    if (!next || !grid) return;
    if (at >= 0) grid.scrollTop = scrollTo(tops, at, grid.scrollTop, seenHeight);
    bringColumnIntoView(grid, next.column, widths);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only new rows or another goal are a reason to go.
  useEffect(() => {
    if (goal === null || !rows.some(({ rowId }) => rowId === goal.rowId)) return;
    // in this order: what is focused settles its cursor first
    scroller.current?.focus();
    moveTo({ ...goal, column: 1 });
    onReached();
  }, [goal?.rowId, rows]);

  const press = (event: KeyboardEvent) => {
    if (event.metaKey) return;
    if (isInOpened(event.target)) {
      // what stands in an open row has keys of its own
      if (event.key !== 'Escape' || openedId === null) return;
      scroller.current?.focus();
      return onToggle?.(openedId);
    }
    if (event.altKey) return pressColumn(event);
    const settled = cursor && settleCursor(cursor, field);
    if (event.key === 'Enter' && settled) return onOpen(settled);
    if (event.key === ' ' && settled && onToggle) {
      event.preventDefault();
      return onToggle(settled.rowId);
    }
    if (event.key === 'Escape') return openedId === null ? onLeave?.() : onToggle?.(openedId);
    if (settled && pressPointed(event, pointedAt(settled), stores)) return event.preventDefault();
    const next = moveCursor(cursor, event, field);
    if (next === cursor) return;
    event.preventDefault();
    moveTo(next);
  };
  const openMenu = (event: MouseEvent) => {
    if (isInOpened(event.target)) return;
    const at = cursorAt(cellElement(event.target)) ?? (cursor && settleCursor(cursor, field));
    const pointed = at && pointedAt(at);
    if (!pointed) return;
    event.preventDefault();
    const cell = scroller.current?.querySelector(CURSOR_CELL);
    stores.pointed.menu.write({ pointed, beside: besideOf(event, cell ?? (event.target as Element)) });
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
    const order = change.move(column, beside).filter((id) => view.columns.some((each) => each.id === id));
    setCursor({ ...cursor, column: FIXED_COLUMNS + order.indexOf(column.id) });
  };
  const explain = (event: MouseEvent) => {
    const cell = cellElement(event.target);
    const at = cell && cursorAt(cell);
    if (cell && at)
      cell.title = cellTitle(
        at,
        view,
        rows.find(({ rowId }) => rowId === at.rowId),
      );
  };

  return (
    <>
      <p className="spoken" role="status">
        {said}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a table of the browser's own can't be virtual and stick both ways. */}
      <div
        id={id}
        className="grid"
        role="grid"
        aria-label={label}
        aria-rowcount={rowIndexes.at(-1)! - 1}
        aria-colcount={field.columns}
        aria-readonly="true"
        tabIndex={0}
        ref={scroller}
        data-lined={lined}
        style={gridStyle(widths, view, width - (tops.at(-1)! > seenHeight ? METRICS.scrollBarWidth : 0))}
        onKeyDown={press}
        onFocus={({ target }) => {
          if (isInOpened(target)) return;
          const settled = settleCursor(cursor, field);
          setCursor(settled);
          pointTo(settled);
        }}
        onMouseDown={(event) => place(cursorAt(cellElement(event.target)) ?? cursor)}
        onDoubleClick={(event) => {
          const at = cursorAt(cellElement(event.target));
          if (at) onOpen(at);
        }}
        onMouseOver={explain}
        onContextMenu={openMenu}
      >
        <GridHead view={view} heads={words.heads} widths={widths} change={change} />
        <div className="games" role="presentation" style={{ height: tops.at(-1), width: widths.table }}>
          <GroupRules groups={view.groups} columns={view.columns} />
          {rows.slice(from, to).map((row, at) => (
            <BoardRow
              key={row.rowId}
              row={row}
              view={view}
              words={words}
              top={tops[from + at] ?? 0}
              firstRowIndex={rowIndexes[from + at] ?? 2}
              minuteMs={minuteMs}
              opened={opened?.rowId === row.rowId ? opened : null}
            />
          ))}
        </div>
      </div>
    </>
  );
}

function isInOpened(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.opened') !== null;
}
