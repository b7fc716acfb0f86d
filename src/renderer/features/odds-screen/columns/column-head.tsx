import { type PointerEvent, useState } from 'react';
import { type BoardColumn, isBook } from '../grid/board-view.ts';
import { columnWidth, FIXED_COLUMNS } from '../grid/grid-metrics.ts';
import { PulseDot } from './pulse-dot.tsx';
import { type ColumnChanges, columnTitle } from './use-column-changes.ts';

interface ColumnHeadProps {
  readonly column: BoardColumn;
  /** Counted from 0 among the columns that scroll. */
  readonly at: number;
  /** Unit: px. */
  readonly width: number;
  readonly change: ColumnChanges;
  /** The column that is being dragged, and who takes note of it. */
  readonly dragged: BoardColumn | null;
  readonly drag: (column: BoardColumn | null) => void;
}

/** The head of a column: dragged by its name to another place, by its edge to another width. */
export function ColumnHead({ column, at, width, change, dragged, drag }: ColumnHeadProps) {
  const [isOver, setOver] = useState(false);
  const isBettable = !isBook(column) || column.bettable;

  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the table itself has the focus.
    <div
      className={isBettable ? 'column-head' : 'column-head not-bettable'}
      role="columnheader"
      aria-colindex={FIXED_COLUMNS + at + 1}
      title={columnTitle(column)}
      style={{ width: columnWidth(at) }}
      data-over={(isOver && dragged !== null && dragged !== column) || undefined}
      onDragOver={(event) => {
        if (dragged === null) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (dragged !== null && dragged !== column) change.move(dragged, column);
        drag(null);
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Alt and the arrows do the same from the table. */}
      <span
        className="column-name"
        draggable
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', column.name);
          drag(column);
        }}
        onDragEnd={() => drag(null)}
      >
        {isBook(column) ? <PulseDot sportsbook={column.id} name={column.name} /> : null}
        {column.name}
      </span>
      <ColumnEdge width={width} resize={(next) => change.resize(column, next)} at={at} />
    </div>
  );
}

interface ColumnEdgeProps {
  readonly at: number;
  readonly width: number;
  readonly resize: (widthPx: number) => void;
}

/** The right edge of a column. While it is dragged the table follows; the width is kept when it is let go. */
function ColumnEdge({ at, width, resize }: ColumnEdgeProps) {
  const [from, setFrom] = useState<{ readonly x: number; readonly width: number } | null>(null);
  const widthAt = (event: PointerEvent) => (from ? from.width + event.clientX - from.x : width);
  return (
    <span
      className="column-edge"
      data-dragged={from !== null || undefined}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom({ x: event.clientX, width });
      }}
      onPointerMove={(event) => {
        const grid = event.currentTarget.closest<HTMLElement>('.grid');
        if (from) grid?.style.setProperty(`--column-${at}`, `${Math.max(0, widthAt(event))}px`);
      }}
      onPointerUp={(event) => {
        if (from && event.clientX !== from.x) resize(widthAt(event));
        setFrom(null);
      }}
      onPointerCancel={() => setFrom(null)}
    />
  );
}
