/** Longest wait between two tries. */
export const MAX_BACKOFF_MS = 30_000;
/** A connection that lived this long makes the next failure the first again. */
export const STABLE_AFTER_MS = 60_000;

/**
 * Wait before the next try with full jitter: anything from 0 to 1 s doubled with each failure, at most 30 s.
 * `failures`: failed tries in a row, from 1. `chance`: a random number in [0, 1).
 */
export function backoffMs(failures: number, chance: number): number {
  return Math.floor(chance * Math.min(MAX_BACKOFF_MS, 1000 * 2 ** Math.min(failures, 10)));
}

/** Wait after the provider said "too many" (429, 503): 60 to 75 s. `chance`: a random number in [0, 1). */
export function tooManyWaitMs(chance: number): number {
  return 60_000 + Math.floor(chance * 15_000);
}
