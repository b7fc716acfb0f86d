import type { SavedBoard } from '#domain/board/saved-board.ts';

/** Keeps the last board between starts. Saving throws the disk's errors; what was saved before stays. */
export interface BoardStore {
  /** The board that was saved last, whole; `undefined` where there is none that can be read. */
  load(): SavedBoard | undefined;
  save(board: SavedBoard): Promise<void>;
  /** Saves before it returns: for the end of the program. */
  saveNow(board: SavedBoard): void;
}
