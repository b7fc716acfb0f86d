import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { closestNames, likeness } from './closest-names.ts';

test.each([
  ['draft kings', ['betmgm', 'draftkings', 'fanduel'], ['draftkings']],
  ['Money line', ['Spread', 'Moneyline', 'Total'], ['Moneyline']],
  ['NBA', ['NFL', 'NBA', 'WNBA', 'MLB'], ['NBA', 'WNBA']],
  [
    'Alcaraz vs Sinner, 2026-01-18, 07',
    ['Jannik Sinner vs Carlos Alcaraz, 2026-01-18, 07', 'A vs B, 2025-07-07, 09'],
    ['Jannik Sinner vs Carlos Alcaraz, 2026-01-18, 07'],
  ],
  ['S\u00e3o Paulo', ['Sao Paulo', 'Santos'], ['Sao Paulo']],
  ['zzz', ['betmgm', 'draftkings'], []],
])('%s', (name, existing, closest) => {
  expect(closestNames(name, existing)).toEqual(closest);
});

it('is symmetric, in 0..1, and 1 for the same name', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (left, right) => {
      const score = likeness(left, right);
      expect(score).toBeCloseTo(likeness(right, left), 12);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(likeness(left, left)).toBe(1);
    }),
  );
});
