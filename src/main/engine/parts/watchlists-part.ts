import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { WatchedPrices, WatchlistOutcome, Watchlists } from '#contract/watchlists.ts';
import type { Changes } from '#domain/board/changes.ts';
import { readWatchlists, writeWatchlists } from '#domain/watchlist/read-watchlists.ts';
import { watchedRows } from '#domain/watchlist/watched-rows.ts';
import type { Watchlist } from '#domain/watchlist/watchlist.ts';
import { tryToWrite } from '../adapters/export/disk-words.ts';
import { writeWhole } from '../adapters/export/whole-file.ts';
import type { CourseQuery } from '../ports/history.ts';
import { KeptWatchlists } from '../usecases/watchlists/keep-watchlists.ts';
import { rowIdOf, WatchedPublisher } from '../usecases/watchlists/publish-watched.ts';
import type { PartContext } from './context.ts';
import type { OddsPart } from './odds-part.ts';

/** What the user follows, and the windows that look at it. */
export class WatchlistsPart {
  readonly kept: KeptWatchlists;
  readonly #context: PartContext;
  readonly #odds: OddsPart;
  readonly #byWindow = new Map<number, WatchedPublisher>();
  readonly #hidden = new Set<number>();
  readonly #tells: (() => void)[] = [];

  constructor(context: PartContext, odds: OddsPart) {
    this.#context = context;
    this.#odds = odds;
    this.kept = new KeptWatchlists({
      store: context.stores.watchlists,
      newId: randomUUID,
      universalIdOf: odds.universalIdOf,
      changed: (watchlists) => this.#changed(watchlists),
    });
    odds.alsoTell((changes) => this.#note(changes));
    odds.whenLive(() => {
      for (const publisher of this.#byWindow.values()) publisher.noteLive();
    });
  }

  /** Lets a window look at a watchlist, `null` = at none; answers its prices as they stand. */
  open(windowId: number, watchlistId: string | null): WatchedPrices {
    const watchlist = this.kept.find(watchlistId);
    if (watchlist === undefined) {
      this.close(windowId);
      return { watchlistId: watchlistId ?? '', rows: [] };
    }
    let publisher = this.#byWindow.get(windowId);
    if (publisher === undefined) {
      publisher = this.#publisher(windowId);
      this.#byWindow.set(windowId, publisher);
    }
    return publisher.open(watchlist);
  }

  /** The selections behind a watchlist's rows as they stand, in the sportsbooks' own names. */
  selectionsOf(watchlistId: string): CourseQuery['rows'] {
    const { board } = this.#odds;
    return (this.kept.find(watchlistId)?.entries ?? []).flatMap((entry) =>
      watchedRows(entry, this.#odds).map((row) => ({
        rowId: rowIdOf(row),
        // as that sportsbook lists it
        game: board.gameOf(row.selection).label,
        sportsbook: row.sportsbook,
        outcome: board.selections.key(row.selection),
      })),
    );
  }

  /** Calls another part whenever a watchlist changed. */
  whenChanged(tell: () => void): void {
    this.#tells.push(tell);
  }

  setHidden(windowId: number, isHidden: boolean): void {
    if (isHidden) this.#hidden.add(windowId);
    else this.#hidden.delete(windowId);
    this.#byWindow.get(windowId)?.setHidden(isHidden);
  }

  close(windowId: number): void {
    this.#byWindow.get(windowId)?.close();
    this.#byWindow.delete(windowId);
  }

  stop(): void {
    for (const windowId of [...this.#byWindow.keys()]) this.close(windowId);
  }

  /** Adds the watchlists of a file. Answers how many. */
  import(file: string): WatchlistOutcome<number> | { ok: false; code: 'unreadable'; message: string } {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      return { ok: false, code: 'unreadable', message: `The file could not be read: ${String(error)}` };
    }
    const read = readWatchlists(text);
    if (!read.ok) return { ok: false, code: 'unreadable', message: read.message };
    const before = this.kept.all().length;
    const added = this.kept.add(read.watchlists);
    return added.ok ? { ok: true, value: this.kept.all().length - before } : added;
  }

  /** Writes all watchlists to a file. Answers it. */
  export(file: string): ReturnType<typeof tryToWrite> {
    return tryToWrite(file, () => writeWhole(file, (whole) => whole.write(writeWatchlists(this.kept.all()))));
  }

  #publisher(windowId: number): WatchedPublisher {
    const { board, fixtures, comparison, follower } = this.#odds;
    const publisher = new WatchedPublisher({
      board,
      fixtures,
      comparison,
      clock: this.#context.clock,
      isLive: () => follower.isLive,
      send: (prices) => this.#context.sink.watched(windowId, prices),
    });
    publisher.setHidden(this.#hidden.has(windowId));
    return publisher;
  }

  #note(changes: Changes): void {
    for (const publisher of this.#byWindow.values()) publisher.note(changes);
  }

  /** A window that looks at a list that changed sees the change at once. */
  #changed(watchlists: Watchlists): void {
    this.#context.sink.watchlists(watchlists);
    for (const tell of this.#tells) tell();
    for (const [windowId, publisher] of this.#byWindow) {
      const watchlist: Watchlist | undefined = this.kept.find(publisher.watchlistId ?? null);
      this.#context.sink.watched(windowId, publisher.open(watchlist));
    }
  }
}
