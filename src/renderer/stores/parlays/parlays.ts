import type { Bridge } from '#contract/bridge.ts';
import type { ParlayView } from '#contract/parlays.ts';
import type { CommonFailure, Requests } from '#contract/requests.ts';
import { type Observable, observable, type Writable } from '../observable.ts';
import type { Scheduler } from '../scheduler.ts';
import type { ParlayColumn } from './parlay-order.ts';

/** Why no parlays came. */
export type ParlaysFailure = Requests['parlays.read']['error'] | CommonFailure;

/** How long to wait where nobody says how long. */
const PAUSE_MS = 60_000;

/** The parlays of one sportsbook. Times are Unix ms; `message` is a sentence for people. */
export type ParlaysState =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading'; readonly sportsbook: string; readonly sinceMs: number }
  | {
      readonly kind: 'loaded';
      readonly sportsbook: string;
      readonly parlays: readonly ParlayView[];
      readonly atMs: number;
    }
  | {
      readonly kind: 'failed';
      readonly sportsbook: string;
      readonly code: ParlaysFailure;
      readonly message: string;
      /** When another try makes sense: at once, or when the provider's pause is over. */
      readonly retryAtMs: number;
    };

/** Parlays on demand: each load is one of the few requests that the provider allows a minute. */
export interface ParlaysStore {
  readonly state: Observable<ParlaysState>;
  /** By what they are ordered; what pays more than its legs stands on top at first. */
  readonly order: Writable<{ readonly column: ParlayColumn; readonly isDescending: boolean }>;
  /** Loads what the sportsbook posts now; the last question wins. */
  load(sportsbook: string): Promise<void>;
  stop(): void;
}

/** Opens the store. What another feed said is gone when the engine begins anew. */
export function openParlays(bridge: Bridge, scheduler: Scheduler): ParlaysStore {
  const state = observable<ParlaysState>({ kind: 'none' });
  const order = observable({ column: 'difference' as ParlayColumn, isDescending: true });
  let question = 0;

  const load = async (sportsbook: string) => {
    question += 1;
    const mine = question;
    state.write({ kind: 'loading', sportsbook, sinceMs: scheduler.nowMs() });
    const reply = await bridge.request('parlays.read', { sportsbook });
    if (mine !== question) return;
    if (reply.ok) {
      state.write({ kind: 'loaded', sportsbook, parlays: reply.value, atMs: scheduler.nowMs() });
      return;
    }
    const { code, message } = reply;
    const pauseMs = code === 'rate-limited' ? (reply.retryAfterMs ?? PAUSE_MS) : 0;
    state.write({ kind: 'failed', sportsbook, code, message, retryAtMs: scheduler.nowMs() + pauseMs });
  };

  const unlisten = bridge.listen('engine.started', () => {
    question += 1;
    state.write({ kind: 'none' });
  });

  return {
    state,
    order,
    load,
    stop() {
      question += 1;
      unlisten();
    },
  };
}
