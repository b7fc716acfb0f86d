import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { standInWithoutElectron } from '../pages/stand-in.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Runs the planted journey with what looks for keys after it. */
function run(plant: 'nowhere' | 'file' | 'heap') {
  standInWithoutElectron();
  const { LINEWATCH_KEY_LEDGER: _ledger, ...env } = process.env;
  return spawnSync(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/@playwright/test/cli.js'),
      ...['test', '--reporter=line', '--output=test-results/planted'],
    ],
    { cwd: ROOT, encoding: 'utf8', env: { ...env, PLANT: plant } },
  );
}

it('a run is green whose journeys leave no key', () => {
  const { status, stdout } = run('nowhere');
  expect(stdout).toMatch(/2 passed/);
  expect(status).toBe(0);
}, 60_000);

it.each([
  ['file', /linewatch\.log\.3: UTF-16LE/],
  ['heap', /the heap of the page: base64/],
] as const)(
  'a run fails whose journeys leave a key in a %s',
  (plant, words) => {
    const { status, stdout } = run(plant);
    expect(stdout).toMatch(words);
    expect(stdout).toMatch(/1 failed/);
    expect(status).toBe(1);
  },
  60_000,
);
