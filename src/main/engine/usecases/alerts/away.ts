import type { AlertDraft } from '#contract/alerts.ts';
import type { EvidencePrice } from '#domain/alert/finding.ts';
import { evidenceOf } from '#domain/alert/looking/words.ts';
import type { Board } from '#domain/board/board.ts';
import { NONE } from '#domain/board/selections.ts';
import { NOT_OFFERED } from '#domain/odds/american.ts';
import { summaryDraft } from './raise-alerts.ts';

/** Prices in the evidence of one summary. */
const MOST_EVIDENCE = 100;

/**
 * What moved while nothing was connected: watched prices as they were when the connection was lost (or at the last
 * stop), against those that a new connection has stated.
 */
export class AwayPrices {
  readonly #board: Board;
  readonly #isWatched: (selection: number) => boolean;
  #before: Map<string, number> | undefined;

  constructor(board: Board, isWatched: (selection: number) => boolean) {
    this.#board = board;
    this.#isWatched = isWatched;
  }

  /** Prices are stale from now on. Those that were remembered before stay the ones that count. */
  lost(): void {
    if (this.#before !== undefined) return;
    this.#before = new Map();
    for (const [key, selection] of this.#watched()) {
      const american = this.#board.selections.american(selection);
      if (american !== NOT_OFFERED) this.#before.set(key, american);
    }
  }

  /** Prices are current again: answers one summary of what moved, `null` where nothing did. */
  back(): AlertDraft | null {
    const before = this.#before;
    this.#before = undefined;
    if (before === undefined || before.size === 0) return null;
    const evidence: EvidencePrice[] = [];
    let many = 0;
    for (const [key, selection] of this.#watched()) {
      const was = before.get(key);
      const is = this.#board.selections.american(selection);
      if (was === undefined || was === is || !this.#board.isConfirmed(selection)) continue;
      many += 1;
      if (evidence.length < MOST_EVIDENCE) evidence.push(evidenceOf(this.#board, selection, was, is));
    }
    if (many === 0) return null;
    const prices = many === 1 ? 'watched price' : 'watched prices';
    return { ...summaryDraft('away', `moved while you were away: ${many} ${prices}`), evidence };
  }

  *#watched(): Iterable<readonly [key: string, selection: number]> {
    const { listings, selections, sportsbooks, games } = this.#board;
    for (const [, listing] of listings.onBoard()) {
      const at = `${sportsbooks.at(listing.sportsbook)}|${games.at(listing.game).label}|`;
      for (let each = listing.head; each !== NONE; each = selections.next(each))
        if (this.#isWatched(each)) yield [`${at}${selections.key(each)}`, each];
    }
  }
}
