import type { ScreenBatch, ScreenQuery } from '#contract/odds-screen.ts';
import type { Board } from '#domain/board/board.ts';
import type { Changes } from '#domain/board/changes.ts';
import type { Fixtures } from '#domain/board/fixtures.ts';
import type { Clock } from '../../ports/clock.ts';
import { ScreenPublisher } from './publish-screen.ts';

interface PublishersNeeds {
  readonly board: Board;
  readonly fixtures: Fixtures;
  readonly clock: Clock;
  readonly isLive: () => boolean;
  readonly send: (windowId: number, batch: ScreenBatch) => void;
}

/** One publisher for each window that looks at an odds screen. */
export class ScreenPublishers {
  readonly #needs: PublishersNeeds;
  readonly #byWindow = new Map<number, ScreenPublisher>();
  readonly #hidden = new Set<number>();

  constructor(needs: PublishersNeeds) {
    this.#needs = needs;
  }

  /** Starts a new generation for a window; answers with its full batch. */
  open(windowId: number, query: ScreenQuery): ScreenBatch {
    let publisher = this.#byWindow.get(windowId);
    if (publisher === undefined) {
      publisher = new ScreenPublisher({ ...this.#needs, send: (batch) => this.#needs.send(windowId, batch) });
      publisher.setHidden(this.#hidden.has(windowId));
      this.#byWindow.set(windowId, publisher);
    }
    return publisher.open(query);
  }

  painted(windowId: number, generation: number, number: number): void {
    this.#byWindow.get(windowId)?.painted(generation, number);
  }

  setHidden(windowId: number, isHidden: boolean): void {
    if (isHidden) this.#hidden.add(windowId);
    else this.#hidden.delete(windowId);
    this.#byWindow.get(windowId)?.setHidden(isHidden);
  }

  /** Takes note of a fold. */
  note(changes: Changes): void {
    for (const publisher of this.#byWindow.values()) publisher.note(changes);
  }

  /** The feed became live or stopped being it. */
  noteLive(): void {
    for (const publisher of this.#byWindow.values()) publisher.noteLive();
  }

  close(windowId: number): void {
    this.#byWindow.get(windowId)?.close();
    this.#byWindow.delete(windowId);
    this.#hidden.delete(windowId);
  }

  closeAll(): void {
    for (const windowId of [...this.#byWindow.keys()]) this.close(windowId);
  }
}
