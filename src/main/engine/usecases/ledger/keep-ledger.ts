import type { BetChange, BetNews, BetOutcome } from '#contract/bets.ts';
import { isSameBet } from '#domain/identity/selection/bet-keys.ts';
import type { BetNote, NotedBet } from '#domain/ledger/noted-bet.ts';
import type { BetClosing, BetStore } from '../../ports/bet-store.ts';

interface LedgerNeeds {
  readonly store: BetStore;
  readonly changed: (news: BetNews) => void;
}

const UNKNOWN = { ok: false, code: 'unknown-bet', message: 'This bet is no longer in the ledger.' } as const;

/** The user's own bets: noted, changed, settled, removed and brought back. */
export class Ledger {
  readonly #store: BetStore;
  readonly #changed: (news: BetNews) => void;

  constructor({ store, changed }: LedgerNeeds) {
    this.#store = store;
    this.#changed = changed;
  }

  /** All bets, the newest noted first. */
  bets(): NotedBet[] {
    return this.#store.all();
  }

  note(note: BetNote): BetOutcome<NotedBet> {
    return this.#saving(() => this.#told(this.#store.add(note)));
  }

  /** Its closing line stays, unless the bet is now on something else. */
  change({ betId, note }: BetChange): BetOutcome<NotedBet> {
    return this.#saving(() => {
      const before = this.#store.find(betId);
      if (before === undefined) return UNKNOWN;
      const bet = { ...note, betId, closing: isSameNote(before, note) ? before.closing : null };
      this.#store.change(bet);
      return this.#told(bet);
    });
  }

  remove(betId: number): BetOutcome<null> {
    return this.#saving(() => {
      if (this.#store.find(betId) === undefined) return UNKNOWN;
      this.#store.remove(betId);
      this.#changed({ changed: [], removed: [betId] });
      return { ok: true, value: null };
    });
  }

  restore(betId: number): BetOutcome<NotedBet> {
    return this.#saving(() => {
      const bet = this.#store.restore(betId);
      return bet === undefined ? UNKNOWN : this.#told(bet);
    });
  }

  /** Notes the prices at which bets close, as far as they are known. Throws where they can't be kept. */
  keepClosings(closings: readonly BetClosing[]): void {
    this.#store.keepClosings(closings);
    const changed = closings.flatMap(({ betId }) => this.#store.find(betId) ?? []);
    this.#changed({ changed, removed: [] });
  }

  #told(bet: NotedBet): BetOutcome<NotedBet> {
    this.#changed({ changed: [bet], removed: [] });
    return { ok: true, value: bet };
  }

  #saving<T>(save: () => BetOutcome<T>): BetOutcome<T> {
    try {
      return save();
    } catch (error) {
      return {
        ok: false,
        code: 'not-saved',
        message: `The bet could not be saved: ${error instanceof Error ? error.message : String(error)}`,
      };
    }
  }
}

function isSameNote(left: BetNote, right: BetNote): boolean {
  return (
    left.game === right.game &&
    left.sportsbook === right.sportsbook &&
    left.startsAtMs === right.startsAtMs &&
    isSameBet(left.subject, right.subject)
  );
}
