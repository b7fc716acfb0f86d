import { expect, test } from '@playwright/test';
import { closeLedger, readLedger } from './ledger.ts';

test.afterAll(closeLedger);

/** Runs when all journeys are over, those that failed included. */
test('no journey has left the key anywhere: files, processes, output, heaps of pages', () => {
  const sweeps = readLedger();
  test.skip(sweeps.length === 0, 'no journey of this run was given a key');
  expect(sweeps.flatMap(({ user, found }) => found.map((where) => `${user}, ${where}`))).toEqual([]);
  for (const { files } of sweeps) expect(files).toBeGreaterThan(0);
});
