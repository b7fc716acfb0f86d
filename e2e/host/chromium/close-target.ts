import { setTimeout as sleep } from 'node:timers/promises';
import { debug } from '../debug.ts';
import type { Cdp } from './cdp.ts';

const RETRY_AFTER_MS = 250;
const TRIES = 20;

/**
 * Closes a page and resolves when Chromium knows it no more. Chromium forgets the wish when a document is just being
 * replaced, so it is repeated until the page is gone.
 */
export async function closeTarget(cdp: Cdp, targetId: string): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { targetInfos } = await cdp.send('Target.getTargets');
    if (!targetInfos.some((target) => target.targetId === targetId)) return;
    // It may have gone meanwhile; then the next look says so.
    await cdp.send('Target.closeTarget', { targetId }).catch((error: Error) => debug(error.message));
    await sleep(RETRY_AFTER_MS);
  }
}
