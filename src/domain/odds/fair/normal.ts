import { root } from './root.ts';

const [A1, A2, A3, A4, A5] = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];

/** Probability that a standard normal value is at most `at`. Off by less than 1e-7 (Abramowitz and Stegun 26.2.17). */
export function standardNormal(at: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(at));
  const tail =
    (Math.exp((-at * at) / 2) / Math.sqrt(2 * Math.PI)) * t * (A1 + t * (A2 + t * (A3 + t * (A4 + t * A5))));
  return at >= 0 ? 1 - tail : tail;
}

/** The value that a standard normal one stays under with this probability: the inverse of `standardNormal`. */
export function probitOf(probability: number): number {
  return root(-8, 8, (at) => standardNormal(at) - probability);
}
