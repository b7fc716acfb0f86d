import type { Cdp } from './cdp.ts';
import type { Chromium } from './chromium.ts';

let running: Chromium | undefined;

/** Makes the launched Chromium known to the windows. */
export function setBrowser(chromium: Chromium | undefined): void {
  running = chromium;
}

/** The running Chromium, or undefined before the app is ready. */
export function runningBrowser(): Chromium | undefined {
  return running;
}

/** The connection to Chromium. Throws before the app is ready. */
export function browser(): Cdp {
  if (!running) throw new Error('stand-in host: Chromium has not been started yet');
  return running.cdp;
}
