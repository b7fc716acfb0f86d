import type { Cdp } from '../chromium/cdp.ts';
import { debug } from '../debug.ts';
import { toChromium } from './custom-scheme.ts';
import type { Session } from './session.ts';

type Permission = Parameters<NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>>[1];

/** Chromium's names for what Electron's permissions allow; the others Chromium does not keep. */
const CHROMIUM_NAMES: Partial<Record<Permission, readonly string[]>> = {
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  media: ['camera', 'microphone'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  midi: ['midi'],
};

/** Whose denial Chromium itself tells the page; the page's own call tells the others. */
const DENIED_BY_CHROMIUM = new Set<Permission>(['geolocation', 'notifications']);

/** Before anything is asked: all is denied where the app decides, and granted where it does not, as in Electron. */
export async function startPermissions(cdp: Cdp, session: Session): Promise<void> {
  const setting = session.decidesPermissions ? 'denied' : 'granted';
  await Promise.all(
    Object.values(CHROMIUM_NAMES).map((names) => setPermissions(cdp, names, setting, undefined)),
  );
}

/**
 * A page asks: lets the app's handlers decide, and tells Chromium. True when Chromium itself acts on the decision, or
 * when it is granted.
 */
export async function decidePermission(
  cdp: Cdp,
  contents: Electron.WebContents,
  asked: string,
): Promise<boolean> {
  const session = contents.session as Session;
  const permission = asked as Permission;
  const granted = await session.decide(contents, permission);
  const names = CHROMIUM_NAMES[permission] ?? [];
  const { origin } = new URL(toChromium(contents.getURL()));
  await setPermissions(cdp, names, granted ? 'granted' : 'denied', origin);
  return granted || DENIED_BY_CHROMIUM.has(permission);
}

async function setPermissions(
  cdp: Cdp,
  names: readonly string[],
  setting: 'granted' | 'denied',
  origin: string | undefined,
): Promise<void> {
  const place = origin === undefined || origin === 'null' ? {} : { origin };
  for (const name of names) {
    await cdp
      .send('Browser.setPermission', { permission: { name }, setting, ...place })
      .catch((error: Error) => debug('permission', name, error.message));
  }
}
