import type { Bridge } from '#contract/bridge.ts';
import type { NamedSelection, SelectionQuery } from '#contract/game.ts';
import type { WatchedPrices, Watchlists } from '#contract/watchlists.ts';
import type { PricePoint } from '#domain/history/thin.ts';
import type { WatchEntry, Watchlist, WatchSubject } from '#domain/watchlist/watchlist.ts';
import { notingIn, readingIn } from '../failure.ts';
import { type Observable, observable } from '../observable.ts';
import type { Scheduler } from '../scheduler.ts';
import { openUndo } from '../undo.ts';

/** Points of a course that are held; the oldest go. */
const MOST_POINTS = 200;

/** The watchlists, and the one that is looked at. */
export interface WatchlistsStore {
  /** In the user's order; `null` before they are read. */
  readonly lists: Observable<Watchlists | null>;
  /** The one on the screen; `null` where there is none. */
  readonly current: Observable<string | null>;
  /** Prices of the one on the screen, as they stand. */
  readonly prices: Observable<WatchedPrices | null>;
  /** How the prices on the screen went, by row: as it was recorded, and what came since. */
  readonly courses: Observable<ReadonlyMap<string, readonly PricePoint[]>>;
  /** Why the last thing asked for did not happen, as a sentence. */
  readonly failure: Observable<string | null>;
  /** The watchlist that was just removed and can be taken back. */
  readonly removed: Observable<Watchlist | null>;
  /** Begins to look: prices come from now on until the returned function is called. */
  look(): () => void;
  /** While in doubt no price looks live, whatever the engine said last. */
  doubt(isDoubted: boolean): void;
  choose(watchlistId: string): void;
  create(name: string): Promise<void>;
  rename(watchlistId: string, name: string): Promise<void>;
  remove(watchlistId: string): Promise<void>;
  takeBack(): Promise<void>;
  /** Moves a watchlist to another place, counted from 0. */
  move(watchlistId: string, to: number): Promise<void>;
  /** Adds an entry to the current watchlist, or to a first one of this name. Answers what came of it as a sentence. */
  watch(
    subject: WatchSubject,
    words: { readonly added: (list: string) => string; readonly first: string },
  ): Promise<string>;
  /** What a sportsbook itself calls a bet, for an entry of it; `null` when it does not have it now. */
  nameSelection(query: SelectionQuery): Promise<NamedSelection | null>;
  moveEntry(entryId: string, to: number): Promise<void>;
  removeEntry(entryId: string): Promise<void>;
  importFile(words: (count: number) => string): Promise<void>;
  exportFile(words: (file: string) => string): Promise<void>;
  stop(): void;
}

/** Opens the store; reads anew when the engine begins anew. `tell` hears what was done, as a sentence. */
export function openWatchlists(
  bridge: Bridge,
  scheduler: Scheduler,
  tell: (sentence: string) => void,
): WatchlistsStore {
  const lists = observable<Watchlists | null>(null);
  const current = observable<string | null>(null);
  const prices = observable<WatchedPrices | null>(null);
  const failure = observable<string | null>(null);
  const failed = notingIn(failure);
  const readingFailed = readingIn(failure);
  const undo = openUndo<Watchlist>(scheduler);
  const courses = observable<ReadonlyMap<string, readonly PricePoint[]>>(new Map());
  let looks = 0;

  /** One read for the whole list, when it is opened; what comes later is added as it is seen. */
  const readCourses = async () => {
    const watchlistId = current.read();
    if (watchlistId === null) return;
    const reply = await bridge.request('watchlist.courses', { watchlistId });
    if (reply.ok && watchlistId === current.read())
      courses.write(new Map(reply.value.map(({ rowId, points }) => [rowId, points])));
  };
  const follow = ({ rows }: WatchedPrices) => {
    const nowMs = scheduler.nowMs();
    const moved = rows.filter(
      ({ rowId, american, isLive }) => isLive && courses.read().get(rowId)?.at(-1)?.american !== american,
    );
    if (moved.length === 0) return;
    const next = new Map(courses.read());
    for (const { rowId, american } of moved) {
      const points = [...(next.get(rowId) ?? []), { atMs: nowMs, american, line: null }];
      next.set(rowId, points.slice(-MOST_POINTS));
    }
    courses.write(next);
  };
  let heard: WatchedPrices | null = null;
  let isDoubted = false;

  const hear = (news: WatchedPrices | null) => {
    heard = news;
    prices.write(news !== null && isDoubted ? notCurrent(news) : news);
  };

  const show = async () => {
    const watchlistId = looks > 0 ? current.read() : null;
    const reply = await bridge.request('watchlist.open', { watchlistId });
    if (!reply.ok || watchlistId !== current.read()) return;
    hear(reply.value);
    void readCourses();
  };
  const settle = (all: Watchlists) => {
    lists.write(all);
    if (looks > 0) void readCourses();
    const isThere = all.some(({ watchlistId }) => watchlistId === current.read());
    if (isThere) return;
    current.write(all[0]?.watchlistId ?? null);
    hear(null);
    if (looks > 0) void show();
  };
  const read = async () => {
    const reply = await bridge.request('watchlists.read', null);
    if (!readingFailed(reply)) settle(reply.value);
    if (looks > 0) void show();
  };
  const find = (watchlistId: string | null) =>
    (lists.read() ?? []).find((each) => each.watchlistId === watchlistId);
  const save = async (watchlist: Watchlist): Promise<Watchlist | null> => {
    const reply = await bridge.request('watchlists.save', watchlist);
    return failed(reply) ? null : reply.value;
  };
  const changeEntries = async (change: (entries: readonly WatchEntry[]) => readonly WatchEntry[]) => {
    const list = find(current.read());
    if (list) await save({ ...list, entries: change(list.entries) });
  };

  let turn = Promise.resolve('');
  const watch: WatchlistsStore['watch'] = async (subject, words) => {
    const list = find(current.read());
    const isThere = list?.entries.some((each) => isSame(each, subject)) ?? false;
    if (list && isThere) return words.added(list.name);
    const entry = { entryId: '', ...subject } as WatchEntry;
    const kept = await save(
      list
        ? { ...list, entries: [...list.entries, entry] }
        : { watchlistId: '', name: words.first, entries: [entry] },
    );
    if (kept === null) return failure.read() ?? '';
    if (!find(kept.watchlistId)) settle([...(lists.read() ?? []), kept]);
    return words.added(kept.name);
  };

  const unlistens = [
    bridge.listen('watchlists', settle),
    bridge.listen('watched', (news) => {
      if (news.watchlistId !== current.read()) return;
      hear(news);
      follow(news);
    }),
    bridge.listen('engine.started', () => void read()),
  ];
  void read();

  return {
    lists,
    current,
    prices,
    courses,
    failure,
    removed: undo.removed,
    look() {
      looks += 1;
      void show();
      return () => {
        looks -= 1;
        if (looks === 0) void show();
      };
    },
    doubt(doubted) {
      isDoubted = doubted;
      hear(heard);
    },
    choose(watchlistId) {
      current.write(watchlistId);
      hear(null);
      void show();
    },
    async create(name) {
      const kept = await save({ watchlistId: '', name, entries: [] });
      if (kept) this.choose(kept.watchlistId);
    },
    async rename(watchlistId, name) {
      const list = find(watchlistId);
      if (list && name.trim() !== '' && name !== list.name) await save({ ...list, name });
    },
    async remove(watchlistId) {
      const list = find(watchlistId);
      if (list && !failed(await bridge.request('watchlists.remove', { watchlistId }))) undo.offer(list);
    },
    async takeBack() {
      const list = undo.removed.read();
      const kept = list && (await save({ ...list, watchlistId: '' }));
      if (!kept) return;
      undo.offer(null);
      this.choose(kept.watchlistId);
    },
    async move(watchlistId, to) {
      const ids = (lists.read() ?? []).map((each) => each.watchlistId);
      failed(
        await bridge.request('watchlists.order', { watchlistIds: moved(ids, ids.indexOf(watchlistId), to) }),
      );
    },
    watch(subject, words) {
      // in turn: two at once would each make a first list
      turn = turn.then(() => watch(subject, words));
      return turn;
    },
    async nameSelection(query) {
      const reply = await bridge.request('game.selection', query);
      return reply.ok ? reply.value : null;
    },
    moveEntry: (entryId, to) =>
      changeEntries((entries) =>
        moved(
          entries,
          entries.findIndex((each) => each.entryId === entryId),
          to,
        ),
      ),
    removeEntry: (entryId) => changeEntries((entries) => entries.filter((each) => each.entryId !== entryId)),
    async importFile(words) {
      const reply = await bridge.request('watchlists.import', null);
      if (!failed(reply) && reply.value !== null) tell(words(reply.value));
    },
    async exportFile(words) {
      const reply = await bridge.request('watchlists.export', null);
      if (!failed(reply) && reply.value !== null) tell(words(reply.value));
    },
    stop() {
      undo.stop();
      for (const unlisten of unlistens) unlisten();
    },
  };
}

/** Whether an entry watches this already; the game's universal id does not matter. */
function isSame(entry: WatchEntry, subject: WatchSubject): boolean {
  return Object.entries(subject).every(
    ([name, value]) => name === 'universalId' || entry[name as keyof WatchEntry] === value,
  );
}

/** The same things with one of them at another place. */
function moved<T>(things: readonly T[], from: number, to: number): readonly T[] {
  if (from < 0) return things;
  const rest = [...things];
  const [thing] = rest.splice(from, 1);
  rest.splice(Math.max(0, Math.min(to, rest.length)), 0, thing as T);
  return rest;
}

function notCurrent({ watchlistId, rows }: WatchedPrices): WatchedPrices {
  return { watchlistId, rows: rows.map((row) => ({ ...row, isLive: false })) };
}
