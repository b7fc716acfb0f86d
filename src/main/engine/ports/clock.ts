import type { Moment } from '#domain/quota/moment.ts';

/** Time, the only way to it: so that every test turns it by hand. */
export interface Clock {
  /** Unix ms, as the wall clock says. It may be turned. */
  nowMs(): number;
  /** Both clocks at once. */
  moment(): Moment;
  /** Calls `run` once after `delayMs`; the returned function takes it back. */
  after(delayMs: number, run: () => void): () => void;
}

/** A random number in [0, 1). */
export type Chance = () => number;
