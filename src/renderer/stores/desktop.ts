import type { Bridge } from '#contract/bridge.ts';
import type { NotificationHealth } from '#contract/notifications.ts';
import type { Place } from '#contract/place.ts';
import type { UpdateState, UpdateStep } from '#contract/updates.ts';
import { type Observable, observable } from './observable.ts';

/** The desktop around the window. */
export interface DesktopStore {
  /** Whether notifications arrive, as far as it is known. */
  readonly health: Observable<NotificationHealth>;
  /** Whether a test notification is on its way. */
  readonly isTesting: Observable<boolean>;
  testNotification(): void;
  readonly update: Observable<UpdateState>;
  updateStep(step: UpdateStep): void;
  /** Hears each place that the window shall go to, the one that waits first; answers the undo. */
  followPlaces(go: (place: Place) => void): () => void;
  stop(): void;
}

/** Follows what the main process says of the desktop. */
export function openDesktop(bridge: Bridge): DesktopStore {
  const health = observable<NotificationHealth>({ state: 'untried', detail: '' });
  const isTesting = observable(false);
  const update = observable<UpdateState>({ kind: 'off', version: '', detail: '', percent: 0 });
  const unlistens = [bridge.listen('notifications', health.write), bridge.listen('updates', update.write)];
  void bridge.request('notifications.read', null).then((reply) => {
    if (reply.ok) health.write(reply.value);
  });
  void bridge.request('updates.read', null).then((reply) => {
    if (reply.ok) update.write(reply.value);
  });
  return {
    health,
    isTesting,
    testNotification() {
      isTesting.write(true);
      void bridge.request('notifications.test', null).then((reply) => {
        isTesting.write(false);
        if (reply.ok) health.write(reply.value);
      });
    },
    update,
    updateStep: (step) => void bridge.request('updates.step', { step }),
    followPlaces(go) {
      const take = () =>
        void bridge.request('place.take', null).then((reply) => {
          if (reply.ok && reply.value !== null) go(reply.value);
        });
      const stop = bridge.listen('navigate', take);
      take();
      return stop;
    },
    stop() {
      for (const unlisten of unlistens) unlisten();
    },
  };
}
