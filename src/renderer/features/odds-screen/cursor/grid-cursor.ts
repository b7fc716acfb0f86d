import type { BoardRow } from '../grid/board-view.ts';

/** Where the keyboard stands: a game by its row id, so that it stays with the game when the order changes. */
export interface Cursor {
  readonly rowId: number;
  readonly side: number;
  /** Counted from 0, the fixed columns included. */
  readonly column: number;
}

/** What the cursor moves over. */
export interface CursorField {
  readonly rows: readonly BoardRow[];
  readonly columns: number;
  /** Sides that a page up or down skips. */
  readonly pageSides: number;
}

/** A key as the browser tells it. */
export interface CursorKey {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/** The cursor after a key; the same one where the key means nothing to it, `null` where there are no games. */
export function moveCursor(
  cursor: Cursor | null,
  { key, ctrlKey }: CursorKey,
  field: CursorField,
): Cursor | null {
  const from = settleCursor(cursor, field);
  if (!from) return null;
  const last = field.columns - 1;
  switch (key) {
    case 'ArrowRight':
      return { ...from, column: Math.min(last, from.column + 1) };
    case 'ArrowLeft':
      return { ...from, column: Math.max(0, from.column - 1) };
    case 'ArrowDown':
      return moveSides(from, 1, field);
    case 'ArrowUp':
      return moveSides(from, -1, field);
    case 'PageDown':
      return moveSides(from, field.pageSides, field);
    case 'PageUp':
      return moveSides(from, -field.pageSides, field);
    case 'Home':
      return ctrlKey ? moveSides(from, Number.NEGATIVE_INFINITY, field) : { ...from, column: 0 };
    case 'End':
      return ctrlKey ? moveSides(from, Number.POSITIVE_INFINITY, field) : { ...from, column: last };
    default:
      return cursor;
  }
}

/** The cursor put back onto the field: at its first game when its own is gone, `null` when there is none. */
export function settleCursor(cursor: Cursor | null, { rows, columns }: CursorField): Cursor | null {
  const first = rows[0];
  if (!first) return null;
  const row = rows.find(({ rowId }) => rowId === cursor?.rowId);
  if (!cursor || !row) return { rowId: first.rowId, side: 0, column: Math.min(1, columns - 1) };
  return {
    rowId: cursor.rowId,
    side: Math.min(cursor.side, row.sides.length - 1),
    column: Math.min(cursor.column, columns - 1),
  };
}

function moveSides(from: Cursor, steps: number, { rows }: CursorField): Cursor {
  let at = rows.findIndex(({ rowId }) => rowId === from.rowId);
  let side = from.side + steps;
  while (side < 0 && at > 0) {
    at -= 1;
    side += rows[at]?.sides.length ?? 0;
  }
  while (side >= (rows[at]?.sides.length ?? 0) && at < rows.length - 1) {
    side -= rows[at]?.sides.length ?? 0;
    at += 1;
  }
  const row = rows[at]!;
  return { rowId: row.rowId, side: Math.max(0, Math.min(side, row.sides.length - 1)), column: from.column };
}
