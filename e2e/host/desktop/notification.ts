import { randomUUID } from 'node:crypto';
import { cancelableEvent } from '../stand-in/events.ts';
import { standIn } from '../stand-in/stand-in.ts';
import { sessionBus } from './bus/session-bus.ts';

type Own = 'id' | 'title' | 'body' | 'silent' | 'urgency' | 'timeoutType' | 'actions' | 'show' | 'close';

/** `Notification`: shown by the notification daemon of the session bus; without one nothing is shown. */
export class Notification
  extends standIn<Electron.Notification, Own>('Notification')
  implements Pick<Electron.Notification, Own>
{
  static isSupported(): boolean {
    return sessionBus().notifications !== undefined;
  }

  readonly id: string;
  title: string;
  body: string;
  silent: boolean;
  urgency: Electron.Notification['urgency'];
  timeoutType: Electron.Notification['timeoutType'];
  actions: Electron.NotificationAction[];
  #takeBack: (() => void) | undefined;

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    this.id = options.id ?? randomUUID();
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
    this.urgency = options.urgency ?? 'normal';
    this.timeoutType = options.timeoutType ?? 'default';
    this.actions = options.actions ?? [];
  }

  show(): void {
    this.#show().catch((error: Error) => this.emit('failed', cancelableEvent(), error.message));
  }
  close(): void {
    this.#takeBack?.();
    this.#takeBack = undefined;
  }

  async #show(): Promise<void> {
    const server = sessionBus().notifications;
    if (!server) return;
    this.close();
    const { title, body, urgency } = this;
    const actions = this.actions.map(({ text }) => text ?? '');
    const notification = { title, body, urgency, actions, stays: this.timeoutType === 'never' };
    this.#takeBack = await server.show(notification, {
      clicked: () => this.emit('click', cancelableEvent()),
      actionChosen: (actionIndex) =>
        this.emit('action', cancelableEvent({ actionIndex, selectionIndex: -1 }), actionIndex, -1),
      closed: () => this.emit('close', cancelableEvent({ reason: 'userCanceled' })),
    });
    this.emit('show', cancelableEvent());
  }
}
