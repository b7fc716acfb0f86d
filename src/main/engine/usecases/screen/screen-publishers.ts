import type { ScreenBatch } from '#contract/odds-screen.ts';
import type { Changes } from '#domain/board/changes.ts';
import type { ViewedRow } from '#domain/screen/view.ts';
import { type PublishNeeds, ScreenPublisher } from './publish-screen.ts';

interface PublishersNeeds<Query, Row extends ViewedRow, Shown>
  extends Omit<PublishNeeds<Query, Row, Shown>, 'send'> {
  readonly send: (windowId: number, batch: ScreenBatch<Shown>) => void;
}

/** One publisher for each window that looks at a screen of this kind. */
export class ScreenPublishers<Query, Row extends ViewedRow, Shown> {
  readonly #needs: PublishersNeeds<Query, Row, Shown>;
  readonly #byWindow = new Map<number, ScreenPublisher<Query, Row, Shown>>();
  readonly #hidden = new Set<number>();

  constructor(needs: PublishersNeeds<Query, Row, Shown>) {
    this.#needs = needs;
  }

  /** Whether some window that can be seen looks at such a screen. */
  get isLookedAt(): boolean {
    for (const windowId of this.#byWindow.keys()) if (!this.#hidden.has(windowId)) return true;
    return false;
  }

  /** Starts a new generation for a window; answers with its full batch. */
  open(windowId: number, query: Query): ScreenBatch<Shown> {
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

  /** The window looks at no such screen any more. */
  close(windowId: number): void {
    this.#byWindow.get(windowId)?.close();
    this.#byWindow.delete(windowId);
  }

  /** The window is gone. */
  forget(windowId: number): void {
    this.close(windowId);
    this.#hidden.delete(windowId);
  }

  closeAll(): void {
    for (const windowId of [...this.#byWindow.keys()]) this.close(windowId);
  }
}
