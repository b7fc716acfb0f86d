/** A source of chance that gives the same numbers for the same seed. */
export interface Chance {
  /** A fraction in [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  below(count: number): number;
}

/** Mulberry32: small, and even enough for pictures. */
export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, below: (count) => Math.floor(next() * count) };
}
