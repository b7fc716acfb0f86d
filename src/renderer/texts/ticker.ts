import type { TickerKind } from '#contract/settings.ts';

/** Texts of the floating ticker. */
export const tickerTexts = {
  title: 'Ticker',
  shows: 'What the ticker shows',
  kinds: { prices: 'Prices', watchlist: 'Watchlist', plays: 'Plays' } satisfies Record<TickerKind, string>,
  main: 'Open Linewatch',
  close: 'Close the ticker',
  prices: (sport: string, market: string) => `${sport} ${market}: best prices`,
  noBest: 'no current price',
  watchlist: 'Watchlist',
  noWatchlist: 'Nothing is watched yet. Point at a price on the odds screen and press W.',
  waiting: 'Waiting for the first prices.',
  noGames: 'No games with this market now. Choose another league in Linewatch; the ticker follows.',
  plays: 'Newest plays',
  noPlays: 'Follow a game on the Plays screen and pin it: what happens in it is told here.',
  noneYet: 'Nothing has happened yet in the games that you follow.',
} as const;
