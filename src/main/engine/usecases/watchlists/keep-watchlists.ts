import type { WatchlistOutcome, Watchlists } from '#contract/watchlists.ts';
import {
  type UniversalIdOf,
  WATCHLIST_LIMITS,
  type WatchEntry,
  type Watchlist,
  withUniversalId,
} from '#domain/watchlist/watchlist.ts';
import type { WatchlistStore } from '../../ports/watchlist-store.ts';

interface KeepNeeds {
  readonly store: WatchlistStore;
  /** A new id, unlike any before. */
  readonly newId: () => string;
  readonly universalIdOf: UniversalIdOf;
  readonly changed: (watchlists: Watchlists) => void;
}

/** The user's watchlists: what is kept is on disk before it is told. */
export class KeptWatchlists {
  readonly #needs: KeepNeeds;
  #all: Watchlists;

  constructor(needs: KeepNeeds) {
    this.#needs = needs;
    this.#all = needs.store.all();
  }

  all(): Watchlists {
    return this.#all;
  }

  find(watchlistId: string | null): Watchlist | undefined {
    return this.#all.find((each) => each.watchlistId === watchlistId);
  }

  /**
   * Keeps a watchlist whole. Empty ids, its own or an entry's, are given anew; a name that another one has gets a number,
   * for rules look at watchlists by their names.
   */
  save(watchlist: Watchlist): WatchlistOutcome<Watchlist> {
    const { newId, store, universalIdOf } = this.#needs;
    const isNew = watchlist.watchlistId === '' || this.find(watchlist.watchlistId) === undefined;
    if (isNew && this.#all.length >= WATCHLIST_LIMITS.watchlists)
      return failed('too-many', `There are ${this.#all.length} watchlists already; remove one first.`);
    const kept = {
      ...watchlist,
      watchlistId: isNew ? newId() : watchlist.watchlistId,
      name: this.#freeName(watchlist),
      entries: watchlist.entries.map((entry) =>
        entry.entryId === '' ? { ...withUniversalId(entry, universalIdOf), entryId: newId() } : entry,
      ),
    };
    return this.#keep(() => store.save(kept), kept);
  }

  /**
   * Adds watchlists from elsewhere, under new ids; one that is kept already is that one. Answers
   * each as it is kept.
   */
  add(watchlists: Watchlists): WatchlistOutcome<Watchlists> {
    const added: Watchlist[] = [];
    for (const watchlist of watchlists) {
      const same = this.#all.find((each) => isSame(each, watchlist));
      if (same !== undefined) {
        added.push(same);
        continue;
      }
      const entries = watchlist.entries.map((entry) => ({ ...entry, entryId: '' }));
      const outcome = this.save({ ...watchlist, watchlistId: '', entries });
      if (!outcome.ok) return outcome;
      added.push(outcome.value);
    }
    return { ok: true, value: added };
  }

  remove(watchlistId: string): WatchlistOutcome<null> {
    return this.#keep(() => this.#needs.store.remove(watchlistId), null);
  }

  order(watchlistIds: readonly string[]): WatchlistOutcome<null> {
    return this.#keep(() => this.#needs.store.order(watchlistIds), null);
  }

  #freeName({ watchlistId, name }: Watchlist): string {
    const taken = new Set(
      this.#all.filter((each) => each.watchlistId !== watchlistId).map((each) => each.name),
    );
    let free = name;
    for (let copy = 2; taken.has(free); copy += 1) free = `${name} (${copy})`;
    return free;
  }

  #keep<T>(work: () => void, value: T): WatchlistOutcome<T> {
    try {
      work();
      this.#all = this.#needs.store.all();
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      return failed(
        'not-saved',
        `The watchlist could not be saved (${words}); make room on the disk and try again.`,
      );
    }
    this.#needs.changed(this.#all);
    return { ok: true, value };
  }
}

/** Whether a kept watchlist is one from elsewhere: with the same entries, under its name or the one that it was given. */
function isSame(kept: Watchlist, { name, entries }: Watchlist): boolean {
  const isNamed = kept.name === name || kept.name.replace(/ \(\d+\)$/, '') === name;
  return isNamed && contentOf(kept.entries) === contentOf(entries);
}

/** What is watched. A universal id is only another name of the game. */
function contentOf(entries: Watchlist['entries']): string {
  const ids = new Set(['entryId', 'universalId']);
  const subjectOf = (entry: WatchEntry) => Object.entries(entry).filter(([name]) => !ids.has(name));
  return JSON.stringify(entries.map((entry) => subjectOf(entry).sort()));
}

function failed(code: 'not-saved' | 'too-many', message: string): WatchlistOutcome<never> {
  return { ok: false, code, message };
}
