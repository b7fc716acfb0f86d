import { beforeEach, expect, it } from 'vitest';
import type { FeedState } from '#contract/feed-status.ts';
import { makeStatus } from '../../bridge/make-status.ts';
import { observable } from '../observable.ts';
import type { EngineStatus } from '../status.ts';
import { followPlaysCurrency } from './plays-currency.ts';

let status = observable<EngineStatus | null>(null);
let doubted = observable(false);
let nowMs = 0;
beforeEach(() => {
  status = observable<EngineStatus | null>(null);
  doubted = observable(false);
  nowMs = 0;
});

/** A report in which the feed of plays is so; `null` = nobody wants it. */
function say(state: FeedState | null): void {
  nowMs += 1_000;
  const feeds =
    state === null ? [] : [{ feed: 'plays', state, detail: '', sinceMs: 0, retryAtMs: null } as const];
  status.write({ report: makeStatus({ feeds }), receivedAtMs: nowMs });
}

it('is not current from the moment when the feed was lost until it is live again', () => {
  const { staleSinceMs } = followPlaysCurrency({ status, doubted });
  say('connecting');
  expect(staleSinceMs.read()).toBeNull();
  say('live');
  expect(staleSinceMs.read()).toBeNull();
  say('offline');
  say('connecting');
  expect(staleSinceMs.read()).toBe(3_000);
  say('live');
  expect(staleSinceMs.read()).toBeNull();
});

it('is not current while the engine is silent, as of its last word', () => {
  const { staleSinceMs } = followPlaysCurrency({ status, doubted });
  say('live');
  doubted.write(true);
  expect(staleSinceMs.read()).toBe(1_000);
  doubted.write(false);
  expect(staleSinceMs.read()).toBeNull();
});

it('is not lost when nobody wants it any more, and hears nothing after its end', () => {
  const { staleSinceMs, stop } = followPlaysCurrency({ status, doubted });
  say('live');
  say(null);
  say('connecting');
  expect(staleSinceMs.read()).toBeNull();
  say('live');
  stop();
  say('offline');
  expect(staleSinceMs.read()).toBeNull();
});
