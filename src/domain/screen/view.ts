import type { Changes } from '../board/changes.ts';
import type { GameCells } from './game-cells.ts';

/** A row of what a window looks at. `rowId` is dense and never reused within a view. */
export interface ViewedRow {
  readonly rowId: number;
}

/** Receives what one `drain` found, in this order: rows gone, rows new or changed, then cells. */
export interface ViewSink<Row extends ViewedRow> {
  rowGone(rowId: number): void;
  row(row: Row): void;
  /** The cells of a row at a sportsbook, by side; an absent side is `undefined`. */
  cells(row: Row, sportsbook: number, cells: GameCells): void;
}

/** What one window looks at, kept as the set of what has changed since it was last drained. */
export interface View<Row extends ViewedRow> {
  /** Whether there is anything to drain. */
  readonly isDirty: boolean;
  /** Takes note of a fold that fixtures and comparison have taken note of. Says whether the window looks at any of it. */
  note(changes: Changes): boolean;
  /**
   * Hands over what has changed and forgets it: all row news, and the cells of at most `mostPlaces` places (a row
   * at a sportsbook); what is left stays for the next call.
   */
  drain(sink: ViewSink<Row>, mostPlaces?: number): void;
}
