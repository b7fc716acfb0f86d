import dbus from 'dbus-native';
import { debug } from '../../debug.ts';
import { openNotificationServer } from './notification-server.ts';
import { openSecretService } from './secret-service.ts';
import type { SessionBus } from './session-bus.ts';
import { openTrayHost } from './tray-host.ts';

/** A desktop that does not answer must not hold the app up for longer. */
const CALL_LIMIT_MS = 3000;

/** Connects to the session bus and looks for each part of a desktop; a part that fails is absent. */
export async function connectSessionBus(appName: string, wantsSecretService: boolean): Promise<SessionBus> {
  const bus = dbus.sessionBus({ timeout: CALL_LIMIT_MS });
  bus.connection.on('error', (error) => debug('session bus:', error.message));
  const part = <T>(name: string, opening: Promise<T>): Promise<T | undefined> =>
    opening.catch((error: Error) => {
      debug(`no ${name} on the session bus:`, error.message);
      return undefined;
    });
  const [notifications, tray, secrets] = await Promise.all([
    part('notification daemon', openNotificationServer(bus, appName)),
    part('tray', openTrayHost(bus, appName)),
    wantsSecretService ? part('secret service', openSecretService(bus, appName)) : undefined,
  ]);
  return {
    notifications,
    tray,
    secrets,
    close: () => void bus.close().catch((error: Error) => debug('session bus:', error.message)),
  };
}
