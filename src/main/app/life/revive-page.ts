import type { WebContents } from 'electron';
import { CRASH_PAGE_URL, PAGE_URL } from '../page.ts';
import { say } from './log.ts';

/** At most so many reloads within the window, then a plain page that waits for a person. */
const RELOADS = 3;
const RELOADS_WITHIN_MS = 600_000;

/** Brings a page back whose process has crashed. `crashed`: what main does for the old page has to end. */
export function revivePage(contents: WebContents, crashed: () => void, nowMs: () => number = Date.now): void {
  let reloadedAtMs: number[] = [];
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || contents.isDestroyed()) return;
    crashed();
    const at = nowMs();
    reloadedAtMs = reloadedAtMs.filter((before) => at - before < RELOADS_WITHIN_MS);
    const mayReload = reloadedAtMs.length < RELOADS;
    if (mayReload) reloadedAtMs.push(at);
    say(
      `The window\u2019s page crashed (${reason}, exit code ${exitCode}); ${mayReload ? 'loading it again.' : 'it stays down until somebody asks.'}`,
    );
    contents
      .loadURL(mayReload ? PAGE_URL : CRASH_PAGE_URL)
      .catch((error: unknown) => say(`The page could not be loaded: ${String(error)}`));
  });
  contents.on('unresponsive', () => say('The window\u2019s page does not answer.'));
  contents.on('responsive', () => say('The window\u2019s page answers again.'));
}
