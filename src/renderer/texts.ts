import type { FeedName, FeedState } from '#contract/feed-status.ts';
import type { OddsFormat, Theme } from '#contract/settings.ts';
import { actionTexts } from './texts/actions.ts';
import { alertsTexts } from './texts/alerts.ts';
import { betsTexts } from './texts/bets.ts';
import { counted } from './texts/counted.ts';
import { diagnosticsTexts } from './texts/diagnostics.ts';
import { feedTexts, filterTexts, keyTexts } from './texts/feed-setup.ts';
import { gameTexts } from './texts/game.ts';
import { columnsTexts, gameListTexts, openedRowTexts } from './texts/odds-screen.ts';
import { onboardingTexts } from './texts/onboarding.ts';
import { parlaysTexts } from './texts/parlays.ts';
import { playsTexts } from './texts/plays.ts';
import { pointedTexts } from './texts/pointed.ts';
import { settingsTexts } from './texts/settings.ts';
import { shellTexts } from './texts/shell.ts';
import { storageTexts } from './texts/storage.ts';
import { tickerTexts } from './texts/ticker.ts';
import { watchlistsTexts } from './texts/watchlists.ts';

const number = new Intl.NumberFormat();
const plural = new Intl.PluralRules('en');

/** Every text that a user reads, in one place: another language is another object of this shape. */
export const texts = {
  product: 'Linewatch',
  demo: {
    badge: 'Demo feed',
    explanation: 'Simulated prices for trying Linewatch out. These are not odds of real sportsbooks.',
  },
  leagues: {
    label: 'Leagues',
    /** Follows the number. */
    games: (count: number) => (plural.select(count) === 'one' ? 'game' : 'games'),
  },
  markets: { label: 'Market', more: 'More markets' },
  search: {
    label: 'Search teams',
    placeholder: 'Search teams',
    clear: 'Clear search',
    found: (count: number) => counted(count, 'game found', 'games found'),
  },
  format: {
    label: 'Odds format',
    names: {
      american: 'American',
      decimal: 'Decimal',
      fractional: 'Fractional',
      implied: 'Implied %',
    } satisfies Record<OddsFormat, string>,
  },
  theme: {
    label: 'Theme',
    names: { system: 'Like the system', light: 'Light', dark: 'Dark' } satisfies Record<Theme, string>,
  },
  screen: {
    title: (sport: string) => sport,
    /** The label of the whole table. */
    table: (sport: string, market: string) => `${sport} ${market}: games by sportsbook`,
    summary: (games: number, books: number) =>
      `${counted(games, 'game', 'games')} · ${counted(books, 'sportsbook', 'sportsbooks')}`,
    start: 'Start',
    game: 'Game',
    best: 'Best',
    live: 'Live',
    liveTitle: 'This game has started',
    updated: (ago: string) => `Updated ${ago}`,
    notUpdated: 'No prices yet',
    stale: (ago: string) => `Prices not current · last update ${ago}`,
    staleNoUpdate: 'Prices not current',
    staleAsOf: (moment: string) => `Prices not current · as of ${moment}`,
    gameLabel: (away: string, home: string) => `${away} at ${home}`,
    sideLabel: (side: string, away: string, home: string) => `${side}, ${away} at ${home}`,
    tags: { over: 'O', under: 'U' },
    steamUp: 'Steam: at least three sportsbooks moved this up within a minute',
    steamDown: 'Steam: at least three sportsbooks moved this down within a minute',
  },
  gameList: gameListTexts,
  columns: columnsTexts,
  openedRow: openedRowTexts,
  cell: {
    absent: 'no price',
    /** Begins with what is seen, so that voice control finds it. */
    suspended: 'susp., not offered now',
    suspendedMark: 'susp.',
    stale: 'not current',
    asOf: (moment: string) => `not current, as of ${moment}`,
    best: 'best price',
    movedUp: 'moved up',
    movedDown: 'moved down',
    changed: (clock: string) => `Changed ${clock}`,
    was: (price: string) => `was ${price}`,
    noBest: 'no current price',
    bestAt: (books: string) => `Best at ${books}`,
  },
  legend: {
    label: 'Signs',
    best: 'best price',
    up: 'moved up',
    down: 'moved down',
    stale: 'not current',
  },
  states: {
    waitingTitle: 'Waiting for the first games',
    waitingHint: 'They appear here as soon as the feed sends them; nothing to do.',
    refusedTitle: 'The feed does not let Linewatch in',
    refusedHint: 'Check the key and what your plan includes, then start Linewatch again.',
    loading: (sport: string) => `Loading ${sport}`,
    emptyTitle: (sport: string, market: string) => `No ${sport} games with ${market} now`,
    emptyHint:
      'Choose another league or market above. Games appear here by themselves when sportsbooks post them.',
    noMatchTitle: (search: string) => `No team matches “${search}”`,
    noMatchHint: 'The search looks at the teams of this league.',
    clearSearch: 'Clear search',
    failedTitle: 'The price engine has stopped',
    failedHint:
      'Linewatch tries again by itself every two seconds. Until then no price on this screen is current.',
    retry: 'Try again now',
  },
  feed: {
    names: { odds: 'Odds feed', plays: 'Play-by-play', scores: 'Live scores' } satisfies Record<
      FeedName,
      string
    >,
    states: {
      connecting: 'Connecting',
      live: 'Live',
      resyncing: 'Confirming prices',
      stale: 'Silent',
      offline: 'Offline',
      refused: 'Refused',
    } satisfies Record<FeedState, string>,
    starting: 'Starting',
    engineStopped: 'Engine stopped',
    silentEngine: (ago: string) => `The engine is silent; its last report came ${ago}`,
    retryIn: (duration: string) => `next try in ${duration}`,
    retryNow: 'trying now',
    lastFrame: (ago: string) => `Last message ${ago}`,
  },
  stats: {
    frames: (count: number) => `${number.format(count)} msg/s`,
    framesTitle: 'Messages from the feed a second',
    changes: (count: number) => `${number.format(count)} changes/s`,
    changesTitle: 'Price changes a second',
    books: (count: number) => counted(count, 'book', 'books'),
    games: (count: number) => counted(count, 'game', 'games'),
    prices: (count: number) => counted(count, 'price', 'prices'),
    refused: (count: number) => `${number.format(count)} refused`,
    refusedTitle: 'Messages that could not be understood',
    memoryTitle: 'Memory of the engine and the main process',
    versionTitle: (electron: string, chromium: string, node: string) =>
      `Electron ${electron} · Chromium ${chromium} · Node ${node}`,
  },
  actions: actionTexts,
  shell: shellTexts,
  feedSetup: feedTexts,
  key: keyTexts,
  filters: filterTexts,
  game: gameTexts,
  plays: playsTexts,
  parlays: parlaysTexts,
  bets: betsTexts,
  storage: storageTexts,
  pointed: pointedTexts,
  watchlists: watchlistsTexts,
  alerts: alertsTexts,
  diagnostics: diagnosticsTexts,
  settings: settingsTexts,
  onboarding: onboardingTexts,
  ticker: tickerTexts,
} as const;
