import type { ScreenName } from '../stores/navigation.ts';

/** Texts of the window's frame. */
export const shellTexts = {
  navigation: 'Screens',
  screens: {
    odds: 'Odds',
    watchlists: 'Watch',
    plays: 'Plays',
    parlays: 'Parlays',
    bets: 'Bets',
    diagnostics: 'Diagnostics',
    settings: 'Settings',
  } satisfies Record<ScreenName, string>,
  feed: 'Feed',
  feedTitle: 'Key and filters',
} as const;
