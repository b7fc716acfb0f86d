import type { Diagnostics } from '../diagnostics.ts';
import type { StatusReport } from '../feed-status.ts';
import type { Settings } from '../settings.ts';

/** What is running, for the about line and bug reports. */
export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  readonly platform: string;
}

/** What a window may ask of the main process about what is running, its state and the settings. */
export interface AppRequests {
  'app.info': { input: null; output: AppInfo; error: never };
  'status.read': { input: null; output: StatusReport; error: 'engine-stopped' };
  /** Begins the engine now, where it rests after having ended too often; the stream `status` tells how it goes. */
  'engine.begin': { input: null; output: null; error: never };
  'diagnostics.read': { input: null; output: Diagnostics; error: 'engine-stopped' };
  /** Asks the user for a place and writes the text there. Answers the file, `null` when the user let go. */
  'diagnostics.save': { input: { readonly text: string }; output: string | null; error: 'not-saved' };
  'settings.read': { input: null; output: Settings; error: never };
  /** Merges and keeps; answers with the whole settings. */
  'settings.change': { input: Partial<Settings>; output: Settings; error: 'not-saved' };
}

/** What the main process sends unasked about what is running, its state and the settings. */
export interface AppStreams {
  status: StatusReport;
  settings: Settings;
  /** The engine began anew (another feed, or the one before had ended): open the screen again. */
  'engine.started': null;
}

/** Every name, for the allow-list; a missing or extra one does not compile. */
export const APP_REQUESTS = {
  'app.info': true,
  'status.read': true,
  'engine.begin': true,
  'diagnostics.read': true,
  'diagnostics.save': true,
  'settings.read': true,
  'settings.change': true,
} satisfies Record<keyof AppRequests, true>;
export const APP_STREAMS = {
  status: true,
  settings: true,
  'engine.started': true,
} satisfies Record<keyof AppStreams, true>;
