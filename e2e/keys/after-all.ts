import { expect, test } from '@playwright/test';
import { readLedger } from './ledger.ts';

/** Runs when all journeys are over, those that failed included. */
test('no journey has left the key anywhere: files, processes, output, heaps of pages', () => {
  const sweeps = readLedger();
  test.skip(sweeps.length === 0, 'no journey of this run was given a key');
  expect(sweeps.flatMap(({ user, found }) => found.map((where) => `${user}, ${where}`))).toEqual([]);
  const sum = (what: 'files' | 'heaps') => sweeps.reduce((total, sweep) => total + sweep[what], 0);
  expect(sum('files')).toBeGreaterThan(0);
  expect(sum('heaps')).toBeGreaterThan(0);
});
