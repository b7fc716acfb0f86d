import type { ScreenName } from '../stores/navigation.ts';

/** Texts of the window's frame. */
export const shellTexts = {
  navigation: 'Screens',
  screens: {
    odds: 'Odds',
    watchlists: 'Watch',
    alerts: 'Alerts',
    plays: 'Plays',
    parlays: 'Parlays',
    bets: 'Bets',
    diagnostics: 'Diagnostics',
    settings: 'Settings',
  } satisfies Record<ScreenName, string>,
  engineRests:
    'The price engine ended several times within ten minutes. No price is current, and no alert is raised until it runs again.',
  beginEngine: 'Start it now',
  notificationsFail: (why: string) => `Notifications do not arrive: ${why} Alerts stand in their log.`,
  test: 'Send a test',
  testing: 'Sending\u2026',
  closeBanner: 'Close',
  update: {
    available: (version: string) => `Linewatch ${version} is available.`,
    downloading: (version: string, percent: number) =>
      `Linewatch ${version} is being downloaded: ${percent} %.`,
    ready: (version: string) => `Linewatch ${version} is ready. It starts anew to use it.`,
    failed: (why: string) => `The update failed: ${why}`,
    download: 'Download',
    install: 'Restart now',
    again: 'Try again',
    decline: 'Not now',
  },
  feed: 'Feed',
  feedTitle: 'Key and filters',
} as const;
