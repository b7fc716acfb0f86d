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
  notificationsFail: (why: string) => `Notifications do not arrive: ${why} Alerts stand in their log.`,
  test: 'Send a test',
  testing: 'Sending\u2026',
  closeBanner: 'Close',
  feed: 'Feed',
  feedTitle: 'Key and filters',
} as const;
