import type { Moment } from '#domain/quota/moment.ts';
import type { Budgets } from '../ports/budgets.ts';
import type { CatalogueStore } from '../ports/catalogue-store.ts';
import { openDatabase } from './cache/open-database.ts';
import { createSqliteBudgets } from './cache/sqlite-budgets.ts';
import { createSqliteCatalogue } from './cache/sqlite-catalogue.ts';
import { createMemoryBudgets, createSpentBudgets } from './system/memory-budgets.ts';
import { createMemoryCatalogue } from './system/memory-catalogue.ts';

/** What the engine keeps between starts. */
export interface Stores {
  readonly budgets: Budgets;
  readonly catalogue: CatalogueStore;
  close(): void;
}

/**
 * Opens the stores in a folder; `null` = keep nothing, for the demo feed. A database that can't be opened is told in
 * words and does not stop the feed: nothing is kept, and the provider's budget counts as spent.
 */
export function openStores(folder: string | null, now: Moment, notice: (text: string) => void): Stores {
  if (folder === null) return inMemory(createMemoryBudgets());
  try {
    const database = openDatabase(folder);
    return {
      budgets: createSqliteBudgets(database, now),
      catalogue: createSqliteCatalogue(database),
      close: () => database.close(),
    };
  } catch (error) {
    notice(`The database could not be opened: ${error instanceof Error ? error.message : String(error)}`);
    return inMemory(createSpentBudgets(now));
  }
}

function inMemory(budgets: Budgets): Stores {
  return { budgets, catalogue: createMemoryCatalogue(), close: () => undefined };
}
