import type { ParlayView } from '../parlays.ts';
import type { PlaysNews, PlayView } from '../plays.ts';

/** What a window may ask of the main process about plays and parlays. */
export interface GamesRequests {
  /** Follows the plays of these games for this window from now on; what was followed before is let go. */
  'plays.follow': {
    input: { readonly games: readonly string[] };
    output: PlaysNews;
    error: 'engine-stopped';
  };
  /** The games that some window follows, as they stand, with the newest plays of each. */
  'plays.followed': { input: null; output: PlaysNews; error: 'engine-stopped' };
  /** The plays of one game so far, oldest first. */
  'plays.read': { input: { readonly game: string }; output: readonly PlayView[]; error: 'engine-stopped' };
  'parlays.read': {
    input: { readonly sportsbook: string };
    output: readonly ParlayView[];
    error:
      | 'engine-stopped'
      | 'not-in-plan'
      | 'rate-limited'
      | 'offline'
      | 'key-refused'
      | 'unreadable'
      | 'stopped';
  };
}

/** What the main process sends unasked about plays and parlays. */
export interface GamesStreams {
  plays: PlaysNews;
}

/** Every name, for the allow-list; a missing or extra one does not compile. */
export const GAMES_REQUESTS = {
  'plays.follow': true,
  'plays.followed': true,
  'plays.read': true,
  'parlays.read': true,
} satisfies Record<keyof GamesRequests, true>;
export const GAMES_STREAMS = {
  plays: true,
} satisfies Record<keyof GamesStreams, true>;
