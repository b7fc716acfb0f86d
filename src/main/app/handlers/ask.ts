import type { EngineThread } from '../engine-thread.ts';

/** Asks the engine, once it runs. Rejects when it is gone or fails. */
export type Ask = EngineThread['call'];

/** The reply when the engine is gone. */
export const ENGINE_STOPPED = {
  ok: false,
  code: 'engine-stopped',
  message: 'The price engine is not running; it is begun again by itself.',
} as const;

/** The reply when the settings could not be written. */
export function notSaved(error: unknown) {
  return {
    ok: false,
    code: 'not-saved',
    message: `The settings could not be saved: ${String(error)}`,
  } as const;
}

/** The reply that carries a value. */
export function done<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}
