import type { BetStore } from '../ports/bet-store.ts';
import type { Budgets } from '../ports/budgets.ts';
import type { CatalogueStore } from '../ports/catalogue-store.ts';
import type { Clock } from '../ports/clock.ts';
import { openDatabase, openMemoryDatabase } from './cache/open-database.ts';
import { createSqliteBets } from './cache/sqlite-bets.ts';
import { createSqliteBudgets } from './cache/sqlite-budgets.ts';
import { createSqliteCatalogue } from './cache/sqlite-catalogue.ts';
import { createMemoryBudgets, createSpentBudgets, guardBudgets } from './system/memory-budgets.ts';
import { createMemoryCatalogue } from './system/memory-catalogue.ts';
import { createRefusedBets } from './system/refused-bets.ts';

/** What the engine keeps between starts. */
export interface Stores {
  readonly budgets: Budgets;
  readonly catalogue: CatalogueStore;
  readonly bets: BetStore;
  close(): void;
}

/**
 * Opens the stores in a folder; `null` = keep nothing, for the demo feed. A database that can't be opened is told in
 * words and does not stop the feed: nothing is kept, and the provider's budget counts as spent.
 */
export function openStores(folder: string | null, clock: Clock, notice: (text: string) => void): Stores {
  if (folder === null) return inMemory(createMemoryBudgets(), createSqliteBets(openMemoryDatabase()));
  try {
    const database = openDatabase(folder);
    return {
      budgets: guardBudgets(createSqliteBudgets(database, clock.moment()), clock, (error) =>
        notice(
          `The database can't be written (${wordsOf(error)}): the feed goes on, and the provider's limits count as used up for a minute.`,
        ),
      ),
      catalogue: createSqliteCatalogue(database),
      bets: createSqliteBets(database),
      close: () => database.close(),
    };
  } catch (error) {
    notice(`The database could not be opened: ${wordsOf(error)}`);
    return inMemory(createSpentBudgets(clock.moment()), createRefusedBets(wordsOf(error)));
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function inMemory(budgets: Budgets, bets: BetStore): Stores {
  return { budgets, bets, catalogue: createMemoryCatalogue(), close: () => undefined };
}
