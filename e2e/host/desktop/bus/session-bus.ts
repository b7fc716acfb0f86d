import { debug } from '../../debug.ts';
import type { NotificationServer } from './notification-server.ts';
import type { SecretService } from './secret-service.ts';
import type { TrayHost } from './tray-host.ts';

/** What this desktop session has; what it lacks is undefined. */
export interface SessionBus {
  notifications: NotificationServer | undefined;
  tray: TrayHost | undefined;
  secrets: SecretService | undefined;
  close(): void;
}

const NOTHING: SessionBus = {
  notifications: undefined,
  tray: undefined,
  secrets: undefined,
  close: () => undefined,
};

let current: SessionBus = NOTHING;

/** The desktop session that was found; nothing before `openSessionBus`. */
export function sessionBus(): SessionBus {
  return current;
}

/**
 * Finds out what the desktop session has; called once, before the app is ready. Without a session bus, or with one that
 * does not answer, there is nothing, and the app goes on as Electron does.
 */
export async function openSessionBus(appName: string, wantsSecretService: boolean): Promise<void> {
  if (!process.env['DBUS_SESSION_BUS_ADDRESS']) return;
  try {
    // The D-Bus client is only loaded where there is a bus.
    const { connectSessionBus } = await import('./connect-session-bus.ts');
    current = await connectSessionBus(appName, wantsSecretService);
  } catch (error) {
    debug('no session bus:', error);
  }
}
