import { type MessageBus, Variant } from 'dbus-native';

/** A notification as the desktop shows it. */
export interface DesktopNotification {
  title: string;
  body: string;
  urgency: 'low' | 'normal' | 'critical';
  /** Labels of the buttons, in order. */
  actions: string[];
  /** It stays until the user closes it. */
  stays: boolean;
}

/** What the user does with a notification. */
export interface NotificationListener {
  clicked(): void;
  actionChosen(index: number): void;
  closed(): void;
}

/** The desktop's notification daemon. */
export interface NotificationServer {
  /** Resolves when the daemon has taken it; gives the way to take it back. */
  show(notification: DesktopNotification, listener: NotificationListener): Promise<() => void>;
}

interface Notifications {
  Notify(
    appName: string,
    replaces: number,
    icon: string,
    summary: string,
    body: string,
    actions: string[],
    hints: Record<string, unknown>,
    expireMs: number,
  ): PromiseLike<number>;
  CloseNotification(id: number): PromiseLike<void>;
}

const NAME = 'org.freedesktop.Notifications';
const PATH = '/org/freedesktop/Notifications';
const URGENCY = { low: 0, normal: 1, critical: 2 };
const DAEMON_DECIDES_MS = -1;
const NEVER_MS = 0;
/** The key of a click on the notification itself. */
const CLICK = 'default';

/** Opens the notification daemon, started by the bus if need be. Rejects when there is none. */
export async function openNotificationServer(bus: MessageBus, appName: string): Promise<NotificationServer> {
  const server = await bus.getService(NAME).getInterface<Notifications>(PATH, NAME);
  const shown = new Map<number, NotificationListener>();
  await server.$subscribe('ActionInvoked', (id: number, key: string) => {
    if (key === CLICK) shown.get(id)?.clicked();
    else shown.get(id)?.actionChosen(Number(key));
  });
  await server.$subscribe('NotificationClosed', (id: number) => {
    shown.get(id)?.closed();
    shown.delete(id);
  });
  return {
    async show({ title, body, urgency, actions, stays }, listener) {
      const keys = [CLICK, 'View', ...actions.flatMap((label, index) => [String(index), label])];
      const hints = {
        urgency: new Variant('y', URGENCY[urgency]),
        'desktop-entry': new Variant('s', appName),
      };
      const expireMs = stays ? NEVER_MS : DAEMON_DECIDES_MS;
      const id = await server.Notify(appName, 0, '', title, body, keys, hints, expireMs);
      shown.set(id, listener);
      return () => {
        if (shown.has(id)) void server.CloseNotification(id);
      };
    },
  };
}
