import { Notification } from 'electron';
import type { NotificationSystem } from './notifier.ts';
import { plainText } from './plain-text.ts';

/** Electron's notifications, with the app's icon in `iconFile`. */
export function createSystemNotifications(iconFile: string): NotificationSystem {
  const isMarkup = process.platform === 'linux';
  return {
    isSupported: () => Notification.isSupported(),
    show({ title, body, urgency, isSilent, actions }, events) {
      const notification = new Notification({
        title: plainText(title, false),
        body: plainText(body, isMarkup),
        urgency,
        silent: isSilent,
        icon: iconFile,
        actions: actions.map(({ label }) => ({ type: 'button', text: plainText(label, false) })),
      });
      notification.on('show', () => events.shown());
      notification.on('failed', (_event, why) => events.failed(why));
      notification.on('click', () => events.clicked());
      notification.on('action', ({ actionIndex }) => events.action(actionIndex));
      notification.on('close', () => events.closed());
      notification.show();
      return () => notification.close();
    },
  };
}
