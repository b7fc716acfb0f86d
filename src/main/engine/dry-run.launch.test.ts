import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startSimulator } from '#simulator/index.ts';

const HEADLESS = fileURLToPath(new URL('./headless.ts', import.meta.url));
const on = { type: 'league', sport: 'NBA' };
const RULES = [
  { name: 'price', on, kind: 'price', price: 100 },
  { name: 'move', on, kind: 'move', by: 4, unit: 'cents', withinS: 600, direction: 'both' },
  { name: 'line', on, kind: 'line', by: 0.5, direction: 'both' },
  {
    name: 'steam',
    on,
    kind: 'steam',
    sportsbooksMoving: 2,
    by: 2,
    unit: 'cents',
    withinS: 600,
    direction: 'both',
  },
  { name: 'value', on, kind: 'value', overPct: 0.1, fair: ['pinnacle'], method: 'multiplicative' },
  {
    name: 'event',
    on,
    kind: 'event',
    events: ['suspended', 'reopened', 'new-market', 'game-added', 'game-removed'],
  },
];

/** Rules that look at more than one price at a time. */
const AMONG_OTHERS = ['steam', 'value', 'event'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'linewatch-dry-run-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('rules tried on the recording of a run would have fired as often as they did in it', async () => {
  const simulator = await startSimulator({ seed: 11, books: 6, games: 12 });
  const rules = path.join(folder, 'rules.json');
  writeFileSync(rules, JSON.stringify(RULES));
  writeFileSync(path.join(folder, 'key'), simulator.key);
  const data = ['--data', path.join(folder, 'data')];
  const headless = async (args: string[]) => {
    const { stdout } = await promisify(execFile)(process.execPath, [HEADLESS, ...args, ...data], {
      maxBuffer: 64e6,
    });
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  };
  const key = ['--base', simulator.base, '--key-file', path.join(folder, 'key')];
  const live = await headless([...key, '--rules', rules, '--duration', '30']);
  await simulator.stop();
  const tried = await headless(['--dry-run', rules]);
  const countOf = (name: string) => live.filter(({ type, rule }) => type === 'alert' && rule === name).length;
  const counts = tried.filter(({ type }) => type === 'dry-run').map(({ rule, count }) => [rule, count]);
  expect(counts.map(([name]) => name)).toEqual(RULES.map(({ name }) => name));
  for (const [name, count] of counts as [string, number][]) {
    // of what came within one millisecond the history does not keep who was first
    const mayDiffer = AMONG_OTHERS.includes(name) ? Math.ceil(countOf(name) / 100) : 0;
    expect(Math.abs(count - countOf(name)), `${name}: ${count}, live ${countOf(name)}`).toBeLessThanOrEqual(
      mayDiffer,
    );
  }
  expect(counts.filter(([, count]) => count === 0).map(([name]) => name)).toEqual([]);
});
