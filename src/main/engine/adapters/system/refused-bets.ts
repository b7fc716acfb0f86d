import type { BetStore } from '../../ports/bet-store.ts';

/** A ledger that takes nothing, because there is no database to keep it in: better a clear no than a lost bet. */
export function createRefusedBets(why: string): BetStore {
  const refuse = (): never => {
    throw new Error(`Bets can’t be kept: ${why}`);
  };
  return {
    all: () => [],
    find: () => undefined,
    add: refuse,
    change: refuse,
    remove: refuse,
    restore: refuse,
    keepClosings: refuse,
  };
}
