import { WATCHED_MARKETS, WATCHLIST_LIMITS, type WatchEntry, type Watchlist } from './watchlist.ts';

/** Watchlists that were read, or a sentence that says what is wrong and where. */
export type ReadWatchlists =
  | { readonly ok: true; readonly watchlists: readonly Watchlist[] }
  | { readonly ok: false; readonly message: string };

type Fields = Readonly<Record<string, unknown>>;

/** The parts that each kind of entry has to have, all of them texts. */
const PARTS: Readonly<Record<WatchEntry['kind'], readonly string[]>> = {
  selection: ['game', 'sportsbook', 'outcome'],
  bet: ['game', 'market', 'side'],
  market: ['game', 'market'],
  game: ['game'],
  team: ['team', 'sport'],
  player: ['player'],
};
const MAY_BE_EMPTY = new Set(['sport']);

/**
 * Reads watchlists from a file that Linewatch wrote, or one made by hand in the same form. Nothing is guessed: what is
 * not understood is refused, with the place.
 */
export function readWatchlists(text: string): ReadWatchlists {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refused('This is not a file of watchlists: it holds no JSON.');
  }
  const lists = fieldsOf(parsed)?.['watchlists'];
  if (!Array.isArray(lists)) return refused('This is not a file of watchlists: "watchlists" is missing.');
  if (lists.length > WATCHLIST_LIMITS.watchlists)
    return refused(`There are ${lists.length} watchlists; at most ${WATCHLIST_LIMITS.watchlists} fit.`);
  const watchlists: Watchlist[] = [];
  for (const [at, list] of lists.entries()) {
    const read = readWatchlist(list);
    if (typeof read === 'string') return refused(`Watchlist ${at + 1}: ${read}`);
    watchlists.push(read);
  }
  return { ok: true, watchlists };
}

/** One watchlist, or why it is none. */
export function readWatchlist(input: unknown): Watchlist | string {
  const fields = fieldsOf(input);
  if (fields === undefined) return 'it is not an object.';
  const name = typeof fields['name'] === 'string' ? fields['name'].trim() : '';
  if (name === '') return 'it needs a "name".';
  if (name.length > WATCHLIST_LIMITS.nameLength)
    return `its name is longer than ${WATCHLIST_LIMITS.nameLength} characters.`;
  const entries = fields['entries'];
  if (!Array.isArray(entries)) return `"${name}" needs "entries".`;
  if (entries.length > WATCHLIST_LIMITS.entries)
    return `"${name}" has ${entries.length} entries; at most ${WATCHLIST_LIMITS.entries} fit.`;
  const read: WatchEntry[] = [];
  for (const [at, entry] of entries.entries()) {
    const found = readEntry(entry);
    if (typeof found === 'string') return `"${name}", entry ${at + 1}: ${found}`;
    read.push(found);
  }
  return { watchlistId: textOf(fields['watchlistId']), name, entries: read };
}

/** One entry, or why it is none. */
export function readEntry(input: unknown): WatchEntry | string {
  const fields = fieldsOf(input);
  const kind = fields?.['kind'];
  if (fields === undefined || typeof kind !== 'string' || !Object.hasOwn(PARTS, kind))
    return `"kind" has to be one of ${Object.keys(PARTS).join(', ')}.`;
  const entry: Record<string, unknown> = { entryId: textOf(fields['entryId']), kind };
  for (const part of PARTS[kind as WatchEntry['kind']]) {
    const text = fields[part];
    if (typeof text !== 'string' || text.length > WATCHLIST_LIMITS.textLength)
      return `"${part}" has to be a text of at most ${WATCHLIST_LIMITS.textLength} characters.`;
    if (text.trim() === '' && !MAY_BE_EMPTY.has(part)) return `"${part}" is empty.`;
    entry[part] = text;
  }
  if (kind === 'market' && !(WATCHED_MARKETS as readonly unknown[]).includes(entry['market']))
    return `"market" has to be one of ${WATCHED_MARKETS.join(', ')}.`;
  if (PARTS[kind as WatchEntry['kind']].includes('game'))
    entry['universalId'] = typeof fields['universalId'] === 'string' ? fields['universalId'] : null;
  return entry as unknown as WatchEntry;
}

function textOf(value: unknown): string {
  return typeof value === 'string' && value.length <= WATCHLIST_LIMITS.nameLength ? value : '';
}

function fieldsOf(input: unknown): Fields | undefined {
  return typeof input === 'object' && input !== null && !Array.isArray(input) ? (input as Fields) : undefined;
}

function refused(message: string): ReadWatchlists {
  return { ok: false, message };
}

/** Watchlists as a file that `readWatchlists` reads. */
export function writeWatchlists(watchlists: readonly Watchlist[]): string {
  return `${JSON.stringify({ linewatch: 'watchlists', version: 1, watchlists }, null, 2)}\n`;
}
