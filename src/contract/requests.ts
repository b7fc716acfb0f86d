import type { StatusReport } from './feed-status.ts';
import type { LeagueEntry, ScreenBatch, ScreenQuery } from './odds-screen.ts';
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
}

/** Everything the main process sends a window unasked. */
export interface Streams {
  status: StatusReport;
  'screen.batch': ScreenBatch;
  settings: Settings;
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
} satisfies Record<RequestName, true>) as readonly RequestName[];

/** Every stream by name. */
export const STREAM_NAMES = Object.keys({
  status: true,
  'screen.batch': true,
  settings: true,
} satisfies Record<StreamName, true>) as readonly StreamName[];

/** Codes that any request can fail with: refused at the door, or a bug behind it. */
export type CommonFailure = 'bad-request' | 'internal';

/** The answer to a request. `message` is a sentence for people. */
export type Reply<N extends RequestName> =
  | { readonly ok: true; readonly value: Requests[N]['output'] }
  | { readonly ok: false; readonly code: Requests[N]['error'] | CommonFailure; readonly message: string };
