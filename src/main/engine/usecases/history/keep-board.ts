import type { Board } from '#domain/board/board.ts';
import { saveBoard, saveBoardNow } from '#domain/board/save-board.ts';
import type { SavedBoard } from '#domain/board/saved-board.ts';
import type { BoardStore } from '../../ports/board-store.ts';
import type { Clock } from '../../ports/clock.ts';

/** A board that changed is saved this often: a killed program opens on one that is no older. */
export const SAVE_EVERY_MS = 60_000;

interface KeepBoardNeeds {
  readonly store: BoardStore;
  readonly board: Board;
  readonly clock: Clock;
  /** When the feed was heard last, Unix ms: until then confirmed prices are current. `null` = never. */
  readonly heardAtMs: () => number | null;
  /** The disk does not take it: a sentence. */
  readonly failed: (sentence: string) => void;
}

/**
 * Keeps the board for the next start, which then opens on yesterday's prices, every one of them stale, before the
 * network answers. Saves in slices between two messages of the feed.
 */
export class BoardKeeper {
  readonly #needs: KeepBoardNeeds;
  #hasChanged = false;
  #isSaving = false;
  #isStopped = false;
  #cancel: (() => void) | undefined;

  constructor(needs: KeepBoardNeeds) {
    this.#needs = needs;
  }

  /** Fills the empty board with what the last run left. Says whether there was anything. */
  load(): boolean {
    const { store, board, clock } = this.#needs;
    const saved = store.load();
    if (saved === undefined || saved.listings.game.length === 0) return false;
    board.restore(saved, clock.nowMs());
    return true;
  }

  /** Takes note that the board changed. */
  note(): void {
    this.#hasChanged = true;
    if (this.#isSaving || this.#isStopped) return;
    this.#cancel ??= this.#needs.clock.after(SAVE_EVERY_MS, () => {
      this.#cancel = undefined;
      this.#save();
    });
  }

  /** Saves the board as it stands, if it changed. */
  stop(): void {
    this.#isStopped = true;
    this.#cancel?.();
    if (!this.#hasChanged || this.#untilMs === null) return;
    this.#try(() => this.#needs.store.saveNow(saveBoardNow(this.#needs.board, this.#untilMs!)));
  }

  get #untilMs(): number | null {
    return this.#needs.heardAtMs();
  }

  #save(): void {
    if (this.#untilMs === null) return;
    this.#isSaving = true;
    this.#hasChanged = false;
    const saver = saveBoard(this.#needs.board, this.#untilMs);
    const slice = (): void => {
      if (this.#isStopped) return;
      const step = saver.next();
      if (step.done) void this.#write(step.value);
      else this.#needs.clock.after(0, slice);
    };
    slice();
  }

  async #write(saved: SavedBoard): Promise<void> {
    try {
      await this.#needs.store.save(saved);
    } catch (error) {
      this.#tell(error);
    }
    this.#isSaving = false;
    if (this.#hasChanged) this.note();
  }

  #try(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#tell(error);
    }
  }

  #tell(error: unknown): void {
    this.#needs.failed(
      `The last board could not be saved (${error instanceof Error ? error.message : String(error)}): the next start opens on an older one.`,
    );
  }
}
