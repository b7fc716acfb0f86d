import type { WebContents } from 'electron';
import { Restarts } from '#domain/quota/restarts.ts';
import { CRASH_PAGE_URL, PAGE_URL } from '../page.ts';
import { say } from './log.ts';

/**
 * Brings a page back whose process has crashed: at once, at most three times within ten minutes, then by a plain page
 * that waits for a person. `crashed`: what main does for the old page has to end.
 */
export function revivePage(contents: WebContents, crashed: () => void): void {
  const reloads = new Restarts();
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || contents.isDestroyed()) return;
    crashed();
    const nowMs = performance.now();
    const mayReload = !reloads.areSpent(nowMs);
    if (mayReload) reloads.note(nowMs);
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
