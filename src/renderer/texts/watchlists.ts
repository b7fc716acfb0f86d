import type { WatchEntry } from '#domain/watchlist/watchlist.ts';
import { counted } from './counted.ts';

/** Texts of watchlists. */
export const watchlistsTexts = {
  lists: 'Watchlists',
  create: 'New list',
  createLabel: 'Name of the new watchlist',
  firstName: 'My watchlist',
  rename: 'Rename',
  renameLabel: 'Name of this watchlist',
  save: 'Save',
  cancel: 'Cancel',
  remove: 'Delete list',
  removed: (name: string) => `“${name}” was deleted.`,
  undo: 'Undo',
  import: 'Import…',
  export: 'Export…',
  imported: (count: number) =>
    count === 0
      ? 'There are no watchlists in that file'
      : `${counted(count, 'watchlist', 'watchlists')} added`,
  exported: (file: string) => `Written to ${file}`,
  added: (what: string) => (list: string) => `${what} is on “${list}” now`,
  entries: (count: number) => counted(count, 'entry', 'entries'),
  table: (name: string) => `Prices of “${name}”`,
  columns: {
    what: 'Watched',
    game: 'Game',
    price: 'Price',
    sportsbook: 'Sportsbook',
    changed: 'Moved',
    actions: 'Actions',
  },
  books: (count: number) => `best of ${count}`,
  suspended: 'susp.',
  suspendedTitle: 'Not offered now',
  stale: 'not current',
  never: '–',
  nothing: 'Nothing of it is offered now',
  up: (what: string) => `Move ${what} up`,
  down: (what: string) => `Move ${what} down`,
  removeEntry: (what: string) => `Stop watching ${what}`,
  open: (what: string) => `Show ${what} on the odds screen`,
  kinds: {
    selection: 'One sportsbook',
    bet: 'All sportsbooks',
    market: 'Market',
    game: 'Game',
    team: 'Team',
    player: 'Player',
  } satisfies Record<WatchEntry['kind'], string>,
  markets: { moneyline: 'Moneyline', spread: 'Spread', total: 'Total' },
  loadingTitle: 'Reading your watchlists',
  loadingHint: 'They are there in a moment.',
  emptyTitle: 'Nothing is watched yet',
  emptyHint:
    'Point at a price on the odds screen and press W to watch it at every sportsbook, or Shift+W for the whole game. A team or a player is added below, and followed into new games.',
  emptyListTitle: (name: string) => `“${name}” is empty`,
  addTeam: 'Watch a team',
  addPlayer: 'Watch a player',
  addLabel: 'Name of a team or a player, as the sportsbooks write it',
} as const;
