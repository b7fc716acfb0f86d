/** Steps at most; ten are usual. */
const MOST_STEPS = 100;

/**
 * Where a function passes 0 between two places at which it has different signs: to the last digits that numbers have.
 * By halving and by inverse quadratic interpolation, whichever is safe (T. R. Chandrupatla, 1997).
 */
export function root(low: number, high: number, f: (at: number) => number): number {
  let [a, b, c] = [high, low, high];
  let [fa, fb, fc] = [f(a), f(b), 0];
  fc = fa;
  // without a change of sign the end that is nearer to 0
  if (fa * fb > 0) return Math.abs(fa) < Math.abs(fb) ? a : b;
  let share = 0.5;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const at = a + share * (b - a);
    const value = f(at);
    if (Math.sign(value) === Math.sign(fa)) [c, fc] = [a, fa];
    else [c, b, fc, fb] = [b, a, fb, fa];
    [a, fa] = [at, value];
    const [best, fBest] = Math.abs(fa) < Math.abs(fb) ? [a, fa] : [b, fb];
    const least = (2 * Number.EPSILON * Math.abs(best) + 1e-15) / Math.abs(b - c);
    if (least > 0.5 || fBest === 0) return best;
    const [xi, phi] = [(a - b) / (c - b), (fa - fb) / (fc - fb)];
    const isSafe = phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi;
    share = isSafe
      ? (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
      : 0.5;
    share = Math.min(1 - least, Math.max(least, share));
  }
  return Math.abs(fa) < Math.abs(fb) ? a : b;
}
