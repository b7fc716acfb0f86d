import type { AlertStore } from '../../ports/alert-store.ts';

/** A log of alerts that can't be kept, because there is no database: alerts are told all the same, rules refused. */
export function createRefusedAlerts(why: string): AlertStore {
  const refuse = (): never => {
    throw new Error(`alerts can’t be kept: ${why}`);
  };
  return {
    rules: () => [],
    keepRules: refuse,
    told: () => [],
    silence: () => ({ quietHours: null, pausedUntilMs: null, snoozedUntilMs: {} }),
    keepSilence: refuse,
    add: refuse,
    takeLate: () => [],
    delivered: () => undefined,
    unread: () => 0,
    lastFired: () => new Map(),
    read: () => ({ entries: [], hasMore: false, unread: 0 }),
    all: () => [],
    markRead: refuse,
  };
}
