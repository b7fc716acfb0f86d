import {
  ALERTS_REQUESTS,
  ALERTS_STREAMS,
  type AlertsRequests,
  type AlertsStreams,
} from './requests/alerts-requests.ts';
import { APP_REQUESTS, APP_STREAMS, type AppRequests, type AppStreams } from './requests/app-requests.ts';
import {
  BETS_REQUESTS,
  BETS_STREAMS,
  type BetsRequests,
  type BetsStreams,
} from './requests/bets-requests.ts';
import {
  DESKTOP_REQUESTS,
  DESKTOP_STREAMS,
  type DesktopRequests,
  type DesktopStreams,
} from './requests/desktop-requests.ts';
import {
  FEED_REQUESTS,
  FEED_STREAMS,
  type FeedRequests,
  type FeedStreams,
} from './requests/feed-requests.ts';
import {
  GAME_REQUESTS,
  GAME_STREAMS,
  type GameRequests,
  type GameStreams,
} from './requests/game-requests.ts';
import {
  GAMES_REQUESTS,
  GAMES_STREAMS,
  type GamesRequests,
  type GamesStreams,
} from './requests/games-requests.ts';
import {
  HISTORY_REQUESTS,
  HISTORY_STREAMS,
  type HistoryRequests,
  type HistoryStreams,
} from './requests/history-requests.ts';
import {
  ODDS_REQUESTS,
  ODDS_STREAMS,
  type OddsRequests,
  type OddsStreams,
} from './requests/odds-requests.ts';
import { SEARCH_REQUESTS, type SearchRequests } from './requests/search-requests.ts';
import {
  WINDOWS_REQUESTS,
  WINDOWS_STREAMS,
  type WindowsRequests,
  type WindowsStreams,
} from './requests/windows-requests.ts';

export type { AppInfo } from './requests/app-requests.ts';

import {
  WATCHLISTS_REQUESTS,
  WATCHLISTS_STREAMS,
  type WatchlistsRequests,
  type WatchlistsStreams,
} from './requests/watchlists-requests.ts';

/** Everything a window may ask of the main process, topic by topic: one line per thing, complete by type. */
export interface Requests
  extends AppRequests,
    OddsRequests,
    FeedRequests,
    GameRequests,
    GamesRequests,
    SearchRequests,
    WindowsRequests,
    DesktopRequests,
    BetsRequests,
    HistoryRequests,
    WatchlistsRequests,
    AlertsRequests {}

/** Everything the main process sends a window unasked. */
export interface Streams
  extends AppStreams,
    OddsStreams,
    WindowsStreams,
    FeedStreams,
    GameStreams,
    GamesStreams,
    DesktopStreams,
    BetsStreams,
    HistoryStreams,
    WatchlistsStreams,
    AlertsStreams {}

export type RequestName = keyof Requests;
export type StreamName = keyof Streams;

/** Every request by name; the preload lets nothing else through. A missing or extra name does not compile. */
export const REQUEST_NAMES = Object.keys({
  ...APP_REQUESTS,
  ...ODDS_REQUESTS,
  ...FEED_REQUESTS,
  ...GAME_REQUESTS,
  ...GAMES_REQUESTS,
  ...SEARCH_REQUESTS,
  ...WINDOWS_REQUESTS,
  ...DESKTOP_REQUESTS,
  ...BETS_REQUESTS,
  ...WATCHLISTS_REQUESTS,
  ...HISTORY_REQUESTS,
  ...ALERTS_REQUESTS,
} satisfies Record<RequestName, true>) as readonly RequestName[];

/** Every stream by name. */
export const STREAM_NAMES = Object.keys({
  ...APP_STREAMS,
  ...ODDS_STREAMS,
  ...WINDOWS_STREAMS,
  ...FEED_STREAMS,
  ...GAME_STREAMS,
  ...GAMES_STREAMS,
  ...DESKTOP_STREAMS,
  ...BETS_STREAMS,
  ...WATCHLISTS_STREAMS,
  ...HISTORY_STREAMS,
  ...ALERTS_STREAMS,
} satisfies Record<StreamName, true>) as readonly StreamName[];

/** Codes that any request can fail with: refused at the door, or a bug behind it. */
export type CommonFailure = 'bad-request' | 'internal';

/** The answer to a request. `message` is a sentence for people. */
export type Reply<N extends RequestName> =
  | { readonly ok: true; readonly value: Requests[N]['output'] }
  | {
      readonly ok: false;
      readonly code: Requests[N]['error'] | CommonFailure;
      readonly message: string;
      /** When another try makes sense, where that is known. Unit: ms from now. */
      readonly retryAfterMs?: number;
    };
