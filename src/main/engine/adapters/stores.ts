import type { StorageCondition } from '#contract/storage.ts';
import type { AlertStore } from '../ports/alert-store.ts';
import type { BetStore } from '../ports/bet-store.ts';
import type { Budgets } from '../ports/budgets.ts';
import type { CatalogueStore } from '../ports/catalogue-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { WatchlistStore } from '../ports/watchlist-store.ts';
import type { ThreadFiles } from '../threads.ts';
import { KeptCopy } from './cache/copies/kept-copy.ts';
import { faultOf, wordsOfFault } from './cache/database-faults.ts';
import { type KeptDatabase, openKeptDatabase } from './cache/kept-database.ts';
import { openMemoryDatabase } from './cache/open-database.ts';
import { createSqliteAlerts } from './cache/sqlite-alerts.ts';
import { createSqliteBets } from './cache/sqlite-bets.ts';
import { createSqliteBudgets } from './cache/sqlite-budgets.ts';
import { createSqliteCatalogue } from './cache/sqlite-catalogue.ts';
import { createSqliteWatchlists } from './cache/sqlite-watchlists.ts';
import { createMemoryBudgets, createSpentBudgets, guardBudgets } from './system/memory-budgets.ts';
import { createMemoryCatalogue } from './system/memory-catalogue.ts';
import { createRefusedAlerts } from './system/refused-alerts.ts';
import { createRefusedBets } from './system/refused-bets.ts';
import { createRefusedWatchlists } from './system/refused-watchlists.ts';

/** What the engine keeps between starts. */
export interface Stores {
  readonly budgets: Budgets;
  readonly catalogue: CatalogueStore;
  readonly bets: BetStore;
  readonly watchlists: WatchlistStore;
  readonly alerts: AlertStore;
  /** How the database of what is precious is. `detail`: a sentence for people, empty while all is well. */
  readonly condition: StorageCondition;
  readonly detail: string;
  close(): void;
}

/** The copy of the database is made anew this often, while the database changes. */
const COPY_EVERY_MS = 600_000;

/**
 * Opens the stores in a folder; `null` = keep nothing, for the demo feed. A database that can't be opened is told in
 * words and does not stop the feed: nothing is kept, and the provider's budget counts as spent.
 */
export function openStores(
  folder: string | null,
  threads: Pick<ThreadFiles, 'databaseCopy'>,
  clock: Clock,
  notice: (text: string) => void,
): Stores {
  if (folder === null) return inMemory(createMemoryBudgets(), usersOwn(openMemoryDatabase()), ALL_WELL);
  try {
    const kept = openKeptDatabase(folder, clock.nowMs());
    if (kept.detail !== '') notice(kept.detail);
    if (kept.condition === 'read-only') return toRead(kept, clock);
    return toWrite(kept, new KeptCopy(kept.database, folder, threads.databaseCopy), clock, notice);
  } catch (error) {
    const [condition, detail] =
      faultOf(error) === 'locked'
        ? [
            'locked' as const,
            'Another program has locked the database of this folder. Close it and start Linewatch again, or choose another data folder; prices go on, and nothing is saved until then.',
          ]
        : ['paused' as const, `The database could not be opened: ${wordsOfFault(error)}`];
    notice(detail);
    return inMemory(createSpentBudgets(clock.moment()), refused(detail), { condition, detail });
  }
}

const ALL_WELL = { condition: 'ok', detail: '' } as const;

function toWrite(
  { database, condition, detail }: KeptDatabase,
  newest: KeptCopy,
  clock: Clock,
  notice: (text: string) => void,
): Stores {
  const budgets = guardBudgets(createSqliteBudgets(database, clock.moment()), clock, (error) =>
    notice(
      `The database can't be written (${wordsOfFault(error)}): the feed goes on, and the provider's limits count as used up for a minute.`,
    ),
  );
  const stores = { budgets, catalogue: createSqliteCatalogue(database), ...usersOwn(database) };
  const plan = (): (() => void) =>
    clock.after(COPY_EVERY_MS, () => {
      void newest.renew();
      cancel = plan();
    });
  let cancel = plan();
  return {
    ...stores,
    condition,
    detail,
    close() {
      cancel();
      newest.stop();
      database.close();
    },
  };
}

/** The database of a newer Linewatch: what can be read is shown. */
function toRead({ database, condition, detail }: KeptDatabase, clock: Clock): Stores {
  const stores = inMemory(createSpentBudgets(clock.moment()), refused(detail), { condition, detail });
  let { bets, watchlists } = stores;
  try {
    const { all, find } = createSqliteBets(database);
    bets = { ...bets, all, find };
    watchlists = { ...watchlists, all: createSqliteWatchlists(database).all };
  } catch (error) {
    // its tables are others than this version knows
    if (faultOf(error) !== 'other') throw error;
  }
  return { ...stores, bets, watchlists, close: () => database.close() };
}

/** What the user made: it may not be lost, and there is no second source of it. */
type UsersOwn = Pick<Stores, 'bets' | 'watchlists' | 'alerts'>;

function usersOwn(database: KeptDatabase['database']): UsersOwn {
  return {
    bets: createSqliteBets(database),
    watchlists: createSqliteWatchlists(database),
    alerts: createSqliteAlerts(database),
  };
}

function refused(why: string): UsersOwn {
  return {
    bets: createRefusedBets(why),
    watchlists: createRefusedWatchlists(why),
    alerts: createRefusedAlerts(why),
  };
}

function inMemory(budgets: Budgets, own: UsersOwn, state: Pick<Stores, 'condition' | 'detail'>): Stores {
  return { budgets, ...own, catalogue: createMemoryCatalogue(), ...state, close: () => undefined };
}
