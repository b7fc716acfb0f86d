import { type Observable, observable } from '../observable.ts';
import type { StatusStore } from '../status.ts';

/** Whether plays are current. */
export interface PlaysCurrency {
  /** Since when they are not, Unix ms; `null` while they are, or never were yet. */
  readonly staleSinceMs: Observable<number | null>;
  stop(): void;
}

/** Follows the state of the feed of plays. */
export function followPlaysCurrency({
  status,
  doubted,
}: Pick<StatusStore, 'status' | 'doubted'>): PlaysCurrency {
  const staleSinceMs = observable<number | null>(null);
  let wasLive = false;
  const look = () => {
    const now = status.read();
    const feed = now?.report.feeds.find((each) => each.feed === 'plays');
    // a feed that nobody wants is not lost
    if (now === null || feed === undefined) wasLive = false;
    const isLive = feed?.state === 'live' && !doubted.read();
    if (isLive) wasLive = true;
    if (isLive || !wasLive) staleSinceMs.write(null);
    else if (staleSinceMs.read() === null) staleSinceMs.write(now?.receivedAtMs ?? null);
  };
  const stops = [status.subscribe(look), doubted.subscribe(look)];
  return {
    staleSinceMs,
    stop() {
      for (const stop of stops) stop();
    },
  };
}
