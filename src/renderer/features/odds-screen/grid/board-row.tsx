import { memo, type ReactNode, useLayoutEffect, useRef } from 'react';
import { GamePainter } from '../cells/game-painter.ts';
import type { BoardView, BoardRow as Row } from './board-view.ts';
import { gameHeight } from './grid-metrics.ts';

/** What stands before the prices of a row, and how it is called. The functions must stay the same. */
export interface RowWords<R extends Row> {
  /** Names of the first two columns. */
  readonly heads: readonly [first: string, second: string];
  /** Width of the first column, px. */
  readonly firstWidth: number;
  /** What a screen reader calls the row. */
  readonly labelOf: (row: R) => string;
  /** The first two cells of a line, columns 1 and 2. `minuteMs`: the present minute, Unix ms. */
  readonly cellsOf: (row: R, line: number, minuteMs: number) => ReactNode;
}

interface BoardRowProps<R extends Row> {
  readonly row: R;
  readonly view: BoardView;
  readonly words: RowWords<R>;
  /** Distance from the top of the list, px. */
  readonly top: number;
  /** Where the row's first side stands in the whole table, counted from 1, the head included. */
  readonly firstRowIndex: number;
  /** The present minute, Unix ms. */
  readonly minuteMs: number;
  /** What the row is open to, and how high that is, px; `null` = it is closed. */
  readonly opened: { readonly content: ReactNode; readonly height: number } | null;
}

/** One row: a line per side. The framework lays it out once; its prices are painted past it. */
function PlainBoardRow<R extends Row>({
  row,
  view,
  words,
  top,
  firstRowIndex,
  minuteMs,
  opened,
}: BoardRowProps<R>) {
  const element = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const lines = [...(element.current?.querySelectorAll<HTMLElement>(':scope > .side') ?? [])];
    const hosts = lines.map((line) => ({
      steam: line.querySelector<HTMLElement>('.steam')!,
      best: line.querySelector<HTMLElement>('.best-host')!,
      prices: line.querySelector<HTMLElement>('.prices')!,
    }));
    const painter = new GamePainter(row, view, hosts);
    return () => painter.dispose();
  }, [row, view]);

  const height = gameHeight(row.sides.length, view.sideHeight) + (opened?.height ?? 0);
  const style = { height, transform: `translateY(${top}px)` };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table of the browser's own can't be virtual and stick both ways.
    <div
      className="game"
      role="rowgroup"
      aria-label={words.labelOf(row)}
      ref={element}
      style={style}
      data-row={row.rowId}
    >
      {row.sides.map((side, at) => (
        // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the table itself has the focus.
        <div key={side} className="side" role="row" aria-rowindex={firstRowIndex + at}>
          <div className="fixed" role="presentation">
            {words.cellsOf(row, at, minuteMs)}
            <div className="best-host" role="presentation" />
          </div>
          <div className="prices" role="presentation" />
        </div>
      ))}
      {opened ? (
        // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the table itself has the focus.
        <div
          className="opened-line"
          role="row"
          aria-rowindex={firstRowIndex + row.sides.length}
          style={openedStyle(opened.height)}
        >
          {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: what stands in it has the focus. */}
          <div className="opened" role="gridcell">
            {opened.content}
          </div>
        </div>
      ) : null}
    </div>
  );
}

function openedStyle(heightPx: number): Record<`--${string}`, string> {
  return { '--opened-height': `${heightPx}px` };
}

/** See `PlainBoardRow`; laid out again only when what it was given is another. */
export const BoardRow = memo(PlainBoardRow) as typeof PlainBoardRow;
