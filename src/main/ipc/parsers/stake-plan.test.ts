import { expect, it } from 'vitest';
import { PARSERS } from '../parsers.ts';

const FIXED = { by: 'fixed', amount: 50, currency: 'USD' };
const KELLY = { by: 'kelly', bankroll: 1_000, multiplier: 0.25, capPct: 5, currency: 'EUR' };

it.each([
  [null, true],
  [FIXED, true],
  [KELLY, true],
  [{ ...FIXED, amount: 0.01 }, true],
  [{ ...FIXED, amount: 1e9 }, true],
  [{ ...FIXED, amount: 0 }, false],
  [{ ...FIXED, amount: 1e9 + 1 }, false],
  [{ ...FIXED, amount: Number.NaN }, false],
  [{ ...FIXED, amount: '50' }, false],
  [{ ...FIXED, currency: 'usd' }, false],
  [{ ...FIXED, by: 'all' }, false],
  [{ ...KELLY, multiplier: 1.01 }, false],
  [{ ...KELLY, capPct: 101 }, false],
  [{ by: 'kelly', currency: 'USD' }, false],
  [[FIXED], false],
  [new Map(Object.entries(FIXED)), false],
  ['fixed', false],
])('%j may be the stakes of the settings: %s', (stakePlan, may) =>
  expect(PARSERS['settings.change']({ stakePlan }) !== undefined).toBe(may),
);
