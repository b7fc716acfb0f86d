import type { Aged, Catalogue } from './catalogue.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { StatusReport } from './feed-status.ts';
import type { FeedFilters, FilterState } from './filters.ts';
import type { KeyState } from './key.ts';
import type { LeagueEntry, ScreenBatch, ScreenQuery } from './odds-screen.ts';
import type { ParlayView } from './parlays.ts';
import type { PlaysNews, PlayView } from './plays.ts';
import type { Settings } from './settings.ts';

/** What is running, for the about line and bug reports. */
export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  readonly platform: string;
}

/** Everything a window may ask of the main process: one line per thing, complete by type. */
export interface Requests {
  'app.info': { input: null; output: AppInfo; error: never };
  'status.read': { input: null; output: StatusReport; error: 'engine-stopped' };
  'leagues.read': { input: null; output: readonly LeagueEntry[]; error: 'engine-stopped' };
  /** Starts a new generation for this window and answers with its full batch (number 0). */
  'screen.open': { input: ScreenQuery; output: ScreenBatch; error: 'engine-stopped' };
  /** Says that batch `number` of `generation` is on screen: releases the next one. */
  'screen.painted': { input: { generation: number; number: number }; output: null; error: never };
  'screen.close': { input: null; output: null; error: never };
  'settings.read': { input: null; output: Settings; error: never };
  /** Merges and keeps; answers with the whole settings. */
  'settings.change': { input: Partial<Settings>; output: Settings; error: 'not-saved' };
  'catalogue.read': { input: null; output: Catalogue; error: 'engine-stopped' };
  /** Fetches the catalogue anew, within the provider's limits; the stream `catalogue` tells what came. */
  'catalogue.refresh': { input: null; output: null; error: 'engine-stopped' };
  /** Market names of some sports and sportsbooks; a list that is left out means all. */
  'markets.read': {
    input: { readonly sports?: readonly string[]; readonly sportsbooks?: readonly string[] };
    output: Aged<readonly string[]>;
    error: 'engine-stopped';
  };
  'filters.read': { input: null; output: FilterState; error: 'engine-stopped' };
  /** Asks the provider for other prices from now on, and keeps the filters for the next start. */
  'filters.change': { input: FeedFilters; output: FilterState; error: 'engine-stopped' | 'not-saved' };
  'key.read': { input: null; output: KeyState; error: never };
  /** Tries a key by connecting with it; only one that the provider acknowledges is kept. Takes up to 20 s. */
  'key.enter': {
    input: { readonly key: string; readonly base: string };
    output: KeyState;
    error: 'key-refused' | 'unreachable';
  };
  /** Forgets the key and goes back to the demo feed. */
  'key.remove': { input: null; output: KeyState; error: never };
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
  /** Follows the plays of these games for this window from now on; what was followed before is let go. */
  'plays.follow': {
    input: { readonly games: readonly string[] };
    output: PlaysNews;
    error: 'engine-stopped';
  };
  /** The plays of one game so far, oldest first. */
  'plays.read': { input: { readonly game: string }; output: readonly PlayView[]; error: 'engine-stopped' };
  'diagnostics.read': { input: null; output: Diagnostics; error: 'engine-stopped' };
}

/** Everything the main process sends a window unasked. */
export interface Streams {
  status: StatusReport;
  'screen.batch': ScreenBatch;
  settings: Settings;
  catalogue: Catalogue;
  filters: FilterState;
  key: KeyState;
  plays: PlaysNews;
  /** The engine began anew (another feed): open the screen again. */
  'engine.started': null;
}

export type RequestName = keyof Requests;
export type StreamName = keyof Streams;

/** Every request by name; the preload lets nothing else through. A missing or extra name does not compile. */
export const REQUEST_NAMES = Object.keys({
  'app.info': true,
  'status.read': true,
  'leagues.read': true,
  'screen.open': true,
  'screen.painted': true,
  'screen.close': true,
  'settings.read': true,
  'settings.change': true,
  'catalogue.read': true,
  'catalogue.refresh': true,
  'markets.read': true,
  'filters.read': true,
  'filters.change': true,
  'key.read': true,
  'key.enter': true,
  'key.remove': true,
  'parlays.read': true,
  'plays.follow': true,
  'plays.read': true,
  'diagnostics.read': true,
} satisfies Record<RequestName, true>) as readonly RequestName[];

/** Every stream by name. */
export const STREAM_NAMES = Object.keys({
  status: true,
  'screen.batch': true,
  settings: true,
  catalogue: true,
  filters: true,
  key: true,
  plays: true,
  'engine.started': true,
} satisfies Record<StreamName, true>) as readonly StreamName[];

/** Codes that any request can fail with: refused at the door, or a bug behind it. */
export type CommonFailure = 'bad-request' | 'internal';

/** The answer to a request. `message` is a sentence for people. */
export type Reply<N extends RequestName> =
  | { readonly ok: true; readonly value: Requests[N]['output'] }
  | { readonly ok: false; readonly code: Requests[N]['error'] | CommonFailure; readonly message: string };
