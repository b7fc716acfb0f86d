import type { FeedName, FeedStatus } from '#contract/feed-status.ts';
import type { Tunnel } from '../adapters/proxy.ts';
import type { Stores } from '../adapters/stores.ts';
import type { EngineObserver, EngineOptions } from '../index.ts';
import type { Clock } from '../ports/clock.ts';
import type { Rest } from '../ports/rest.ts';
import type { Sink } from '../ports/sink.ts';
import type { ThreadFiles } from '../threads.ts';
import type { ConnectionNeeds } from '../usecases/connection/keep-connected.ts';

/** What all parts of one engine share. */
export interface PartContext {
  readonly options: EngineOptions;
  readonly sink: Sink;
  readonly observer: EngineObserver;
  readonly clock: Clock;
  readonly stores: Stores;
  readonly rest: Rest;
  /** The way to the provider. */
  readonly tunnel: Tunnel;
  readonly threads: ThreadFiles;
}

/** What a kept connection needs, and what a socket of the provider is opened with. */
export function connectionOf(context: PartContext, status: (status: FeedStatus) => void): ConnectionNeeds {
  return { budgets: context.stores.budgets, clock: context.clock, chance: Math.random, status };
}

/** What a socket of the provider is opened with; the observer sees its frames first. */
export function socketOf({ options, observer, tunnel }: PartContext, feed: FeedName) {
  return {
    ...options,
    tunnel,
    opened: () => observer.connected?.(feed),
    tap: (data: Buffer, isBinary: boolean) => observer.frame?.(feed, data, isBinary),
  };
}
