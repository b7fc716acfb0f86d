import type { Bridge } from '#contract/bridge.ts';
import type { KeyState } from '#contract/key.ts';
import type { CommonFailure, Requests } from '#contract/requests.ts';
import { type Observable, observable } from '../observable.ts';

/** Why a key was not taken. */
export type KeyFailure = Requests['key.enter']['error'] | CommonFailure;

/** What became of the key that was entered last. `message` is a sentence for people and never holds the key. */
export type KeyTrial =
  | { readonly kind: 'none' }
  | { readonly kind: 'trying' }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'failed'; readonly code: KeyFailure; readonly message: string };

/** Where the key is, and the way to give or remove one. The key itself is passed on and held nowhere. */
export interface KeyEntry {
  /** `null` before the first answer. While a key is tried, the state of the trial is no state of the key. */
  readonly state: Observable<KeyState | null>;
  readonly trial: Observable<KeyTrial>;
  /** Tries a key by connecting with it; up to 20 s. Resolves when `trial` says how it went. */
  enter(key: string, base: string): Promise<void>;
  /** Forgets the key and goes back to the demo feed. */
  remove(): Promise<void>;
  stop(): void;
}

const NONE: KeyTrial = { kind: 'none' };

/** Starts to follow the state of the key. */
export function followKey(bridge: Bridge): KeyEntry {
  const state = observable<KeyState | null>(null);
  const trial = observable<KeyTrial>(NONE);
  let stopped = false;
  /** What is told during a trial is about the key that is being tried; it counts once the trial is over. */
  let told: KeyState | null = null;

  const receive = (next: KeyState) => {
    told = next;
    if (trial.read().kind !== 'trying') state.write(next);
  };
  const unlisten = bridge.listen('key', receive);
  void bridge.request('key.read', null).then((reply) => {
    if (!stopped && told === null && reply.ok) receive(reply.value);
  });

  return {
    state,
    trial,
    async enter(key, base) {
      if (trial.read().kind === 'trying') return;
      trial.write({ kind: 'trying' });
      const reply = await bridge.request('key.enter', { key, base });
      if (stopped) return;
      trial.write(
        reply.ok ? { kind: 'accepted' } : { kind: 'failed', code: reply.code, message: reply.message },
      );
      if (reply.ok) state.write(reply.value);
      else if (told !== null) state.write(told);
    },
    async remove() {
      const reply = await bridge.request('key.remove', null);
      if (stopped) return;
      trial.write(reply.ok ? NONE : { kind: 'failed', code: reply.code, message: reply.message });
      if (reply.ok) state.write(reply.value);
    },
    stop() {
      stopped = true;
      unlisten();
    },
  };
}
