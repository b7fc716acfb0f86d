import type { AlertDraft } from '#contract/alerts.ts';
import { evidenceOf } from '#domain/alert/looking/words.ts';
import type { Board } from '#domain/board/board.ts';
import { CHANGE_ADDED, CHANGE_PRICE, CHANGE_REMOVED, type Changes } from '#domain/board/changes.ts';
import { NOT_OFFERED } from '#domain/odds/american.ts';
import { summaryDraft } from './raise-alerts.ts';

/** Prices in the evidence of one summary. */
const MOST_EVIDENCE = 100;

/**
 * What moved while nothing was connected: watched prices as they stood when the connection was lost (or at the last
 * stop), against those that a new connection has stated. The board keeps them until they are stated anew, so only what
 * has moved is looked at, when its frame comes. Give it every fold's `Changes`.
 */
export class AwayPrices {
  readonly #board: Board;
  readonly #isWatched: (selection: number) => boolean;
  /** Since the loss, what stood before for each watched selection that moved; `undefined` = nothing is lost. */
  #before: Map<number, number> | undefined;

  constructor(board: Board, isWatched: (selection: number) => boolean) {
    this.#board = board;
    this.#isWatched = isWatched;
  }

  /** Prices are stale from now on. What was remembered at an earlier loss stays what counts. */
  lost(): void {
    this.#before ??= new Map();
  }

  /** Takes note of a fold. */
  note(changes: Changes): void {
    if (this.#before === undefined) return;
    for (let at = 0; at < changes.count; at += 1) {
      const what = changes.what(at);
      if ((what & (CHANGE_PRICE | CHANGE_REMOVED)) === 0) continue;
      const selection = changes.selection(at);
      // its number may be another one's soon
      if ((what & CHANGE_REMOVED) !== 0) this.#before.delete(selection);
      else if (!this.#before.has(selection) && this.#isWatched(selection))
        this.#before.set(selection, (what & CHANGE_ADDED) !== 0 ? NOT_OFFERED : changes.held(at));
    }
  }

  /** Prices are current again: answers one summary of what moved, `null` where nothing did. */
  back(): AlertDraft | null {
    const moved = [...(this.#before ?? [])].filter(
      ([selection, was]) =>
        was !== NOT_OFFERED &&
        was !== this.#board.selections.american(selection) &&
        this.#board.isConfirmed(selection),
    );
    this.#before = undefined;
    if (moved.length === 0) return null;
    const prices = moved.length === 1 ? 'watched price' : 'watched prices';
    return {
      ...summaryDraft('away', `moved while you were away: ${moved.length} ${prices}`),
      evidence: moved
        .slice(0, MOST_EVIDENCE)
        .map(([selection, was]) =>
          evidenceOf(this.#board, selection, was, this.#board.selections.american(selection)),
        ),
    };
  }
}
