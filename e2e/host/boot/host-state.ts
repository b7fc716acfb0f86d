import type { AppPackage } from './app-package.ts';

/** What the boot sequence knows and the stand-ins ask for. */
export interface HostState {
  app: AppPackage;
  /** Switches of the command line and those that the app appended. */
  switches: Map<string, string>;
  /** The app may open windows. Not the same as `app.isReady()`, which a test runner may hold back. */
  ready: boolean;
}

/** Filled by the boot sequence before the app's first line runs. */
export const hostState: HostState = {
  app: { folder: '', entry: '', name: 'Electron', version: '0.0.0' },
  switches: new Map(),
  ready: false,
};
