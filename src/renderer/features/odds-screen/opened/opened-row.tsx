import { useMemo, useSyncExternalStore } from 'react';
import type { GameRow } from '#contract/game.ts';
import type { ScreenRow } from '#contract/odds-screen.ts';
import { columnsHeld, mainLine } from '../../../stores/odds/main-line.ts';
import { rowFigures } from '../../../stores/odds/row-figures.ts';
import { sideLine } from '../../../stores/odds/side-line.ts';
import { texts } from '../../../texts.ts';
import { useStores } from '../../stores-context.ts';
import { useObservable } from '../../use-observable.ts';
import { type BoardLook, type BoardView, boardView, isBook, offerOf } from '../grid/board-view.ts';
import { BookBlock } from './book-block.tsx';
import { LineList } from './line-list.tsx';
import { blockBooks } from './opened-metrics.ts';

interface OpenedRowProps {
  readonly row: ScreenRow;
  /** The table that the row stands in. */
  readonly table: BoardView;
  readonly look: BoardLook;
  readonly still: boolean;
}

/** A game open in its row: all its lines, and every sportsbook at one of them, those without a column too. */
export function OpenedRow({ row, table, look, still }: OpenedRowProps) {
  const { openedRow, scheduler } = useStores();
  const shape = useObservable(openedRow.screen.shape);
  const chosen = useObservable(openedRow.line);
  const view = useMemo(() => {
    const league = look.league && { ...look.league, hidden: [] };
    const everyBook = { ...look, league, hiddenSportsbooks: [] };
    return {
      ...boardView({ screen: openedRow.screen, scheduler }, shape.books, everyBook, still),
      cellRole: 'img' as const,
    };
  }, [openedRow, scheduler, shape.books, look, still]);
  const lines = useMemo(() => shape.rows.toSorted(byLine), [shape.rows]);
  const shownLine = useShownLine(row, table);
  const main = useMemo(
    () =>
      lines.find((each) => sideLine(each, each.sides[0] ?? '') === shownLine) ??
      mainLine(lines, (each) => columnsHeld(openedRow.screen.cells, view.bettableColumns, each)),
    [lines, shownLine, openedRow, view],
  );
  const shown = lines.find(({ market }) => market === chosen) ?? main;
  const words = texts.openedRow;
  if (shown === undefined || main === undefined) {
    const isAsked = shape.phase.kind !== 'open';
    return (
      <p className="hint" role="status">
        {shape.phase.kind === 'failed' ? shape.phase.message : isAsked ? words.loading : words.none}
      </p>
    );
  }
  const books = view.columns.filter(isBook);
  const block = blockBooks(books.length, shown.line !== null);
  const blocks = Array.from({ length: Math.ceil(books.length / block) }, (_, at) =>
    books.slice(at * block, (at + 1) * block),
  );
  return (
    <>
      {lines.length > 1 ? (
        <LineList
          game={row}
          lines={lines}
          main={main.market}
          shown={shown.market}
          view={view}
          onChoose={openedRow.line.write}
        />
      ) : null}
      {blocks.map((each) => (
        <BookBlock key={`${each[0]!.id} ${shown.market}`} game={row} line={shown} books={each} view={view} />
      ))}
    </>
  );
}

function byLine(left: GameRow, right: GameRow): number {
  return (left.line ?? 0) - (right.line ?? 0) || left.sides.length - right.sides.length;
}

/** The line at which most sportsbooks stand in the row itself, as its first side has it; `NaN` = none. */
function useShownLine(row: ScreenRow, table: BoardView): number {
  return useSyncExternalStore(
    (wake) => table.store.watchRow(row.rowId, wake),
    () => rowFigures(offerOf(row, table))?.sides[0]?.line ?? Number.NaN,
  );
}
