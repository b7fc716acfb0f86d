import type { Bridge } from '#contract/bridge.ts';
import type { Diagnostics } from '#contract/diagnostics.ts';
import { type Observable, observable } from '../observable.ts';
import type { Scheduler } from '../scheduler.ts';

/** How often the engine is asked while somebody looks. */
export const DIAGNOSTICS_EVERY_MS = 1000;

/** What the engine says of itself, with the time at which it said so (Unix ms). */
export interface DiagnosticsReading {
  readonly diagnostics: Diagnostics;
  readonly atMs: number;
}

/** The engine's own account. Asks only while it is open. */
export interface DiagnosticsStore {
  /** The newest reading; it stays when a later one fails. */
  readonly reading: Observable<DiagnosticsReading | null>;
  /** Why the last reading failed, as a sentence. */
  readonly failure: Observable<string | null>;
  /** Asks now and each second until the returned function is called. */
  open(): () => void;
  /** Saves a text where the user says. Answers the file, `null` when the user let go, or why it failed. */
  save(text: string): Promise<{ readonly file: string | null } | { readonly failure: string }>;
}

/** Makes the store; nothing is asked yet. */
export function diagnosticsStore(bridge: Bridge, scheduler: Scheduler): DiagnosticsStore {
  const reading = observable<DiagnosticsReading | null>(null);
  const failure = observable<string | null>(null);

  const open = () => {
    let cancel: () => void = () => undefined;
    let isOpen = true;
    const ask = async () => {
      const reply = await bridge.request('diagnostics.read', null);
      if (!isOpen) return;
      if (reply.ok) reading.write({ diagnostics: reply.value, atMs: scheduler.nowMs() });
      failure.write(reply.ok ? null : reply.message);
      // Only after the answer: a slow engine is not asked twice at a time.
      cancel = scheduler.after(DIAGNOSTICS_EVERY_MS, () => void ask());
    };
    void ask();
    return () => {
      isOpen = false;
      cancel();
    };
  };

  const save = async (text: string) => {
    const reply = await bridge.request('diagnostics.save', { text });
    return reply.ok ? { file: reply.value } : { failure: reply.message };
  };

  return { reading, failure, open, save };
}
