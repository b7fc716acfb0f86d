/** How finely a sportsbook writes its prices: to the cent, or in fives. */
export type Ladder = 'cents' | 'fives';

/** Share of a normal distribution below `z`. Error below 1e-7 (Abramowitz and Stegun 26.2.17). */
export function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    0.3989422804014327 *
    Math.exp((-z * z) / 2) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z >= 0 ? 1 - tail : tail;
}

const LADDERS: Record<Ladder, readonly (readonly [below: number, step: number])[]> = {
  cents: [
    [200, 1],
    [500, 5],
    [1000, 10],
    [2000, 25],
    [5000, 100],
    [Infinity, 500],
  ],
  fives: [
    [200, 5],
    [500, 10],
    [1000, 25],
    [2000, 50],
    [5000, 250],
    [Infinity, 1000],
  ],
};

/**
 * The price a sportsbook writes for an implied probability, rounded on its ladder in its own favour.
 * American; never between -100 and +100, even money is +100.
 */
export function americanFor(implied: number, ladder: Ladder): number {
  if (implied > 0.5) {
    const risk = (100 * implied) / (1 - implied);
    const step = stepFor(risk, ladder);
    const rounded = Math.ceil(risk / step - 1e-9) * step;
    return rounded <= 100 ? 100 : -rounded;
  }
  const win = (100 * (1 - implied)) / implied;
  const step = stepFor(win, ladder);
  return Math.max(100, Math.floor(win / step + 1e-9) * step);
}

function stepFor(size: number, ladder: Ladder): number {
  for (const [below, step] of LADDERS[ladder]) if (size < below) return step;
  return 1;
}

/**
 * Adds the sportsbook's hold to fair probabilities, the larger part on the long shots, as books do: the implied
 * probabilities of the `ways` add up to `1 + hold`. `way` is the fair probability of one of them.
 */
export function withHold(way: number, ways: number, hold: number): number {
  return way + (hold / (ways - 1)) * (1 - way);
}
