import type { NotificationHealth } from '#contract/notifications.ts';
import type { Place } from '#contract/place.ts';
import type { DesktopRequests } from '#contract/requests/desktop-requests.ts';
import type { Updates } from '../../desktop/updates/updates.ts';
import type { Handlers } from '../../ipc/door.ts';
import { done } from './ask.ts';

/** The desktop as far as a page may ask for it. */
export interface DesktopNeeds {
  takePlace(): Place | null;
  health(): NotificationHealth;
  testNotification(): Promise<NotificationHealth>;
  /** Resolves as soon as it is known whether this build is updated. */
  readonly updates: Promise<Updates>;
}

/** What requests about the desktop do. */
export function desktopHandlers(desktop: DesktopNeeds): Pick<Handlers, keyof DesktopRequests> {
  return {
    'place.take': () => done(desktop.takePlace()),
    'notifications.read': () => done(desktop.health()),
    'notifications.test': () => desktop.testNotification().then(done),
    'updates.read': async () => done((await desktop.updates).state),
    'updates.step': async ({ step }) => done(await (await desktop.updates).step(step)),
  };
}
