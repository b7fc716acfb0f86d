import { join } from 'node:path';
import { app } from '../app/app.ts';
import { setBrowser } from '../chromium/browser.ts';
import { type Chromium, launchChromium } from '../chromium/chromium.ts';
import { chromiumArguments } from '../chromium/flags.ts';
import { isHeadless } from '../chromium/headless.ts';
import { debug } from '../debug.ts';
import { startPermissions } from '../window/permissions.ts';
import { Session } from '../window/session.ts';
import { WebContents } from '../window/web-contents.ts';
import { hostState } from './host-state.ts';

/** A popup that slipped past the page's own door; closed at once it would hang an opener that a debugger holds. */
const STRAY_POPUP_MS = 1000;

/** Starts Chromium with a profile inside the app's user data folder, and follows its pages. */
export async function openBrowser(): Promise<Chromium> {
  const args = chromiumArguments({
    profileFolder: join(app.getPath('sessionData'), 'chromium'),
    headless: isHeadless(),
    asRoot: process.getuid?.() === 0,
    switches: hostState.switches,
  });
  const chromium = await launchChromium(args, (how) => {
    process.stderr.write(`stand-in host: Chromium is gone (${how})\n`);
    process.exit(1);
  });
  const { cdp } = chromium;
  cdp.listen('Target.targetDestroyed', ({ targetId }) => {
    WebContents.fromDevToolsTargetId(targetId)?.pageClosed();
  });
  cdp.listen('Target.targetCreated', ({ targetInfo: { targetId, openerId } }) => {
    if (openerId === undefined || !WebContents.fromDevToolsTargetId(openerId)) return;
    const close = (): Promise<unknown> => cdp.send('Target.closeTarget', { targetId });
    setTimeout(() => close().catch((error: Error) => debug(error.message)), STRAY_POPUP_MS);
  });
  setBrowser(chromium);
  await Promise.all([
    cdp.send('Target.setDiscoverTargets', { discover: true }),
    startPermissions(cdp, Session.defaultSession),
  ]);
  return chromium;
}
