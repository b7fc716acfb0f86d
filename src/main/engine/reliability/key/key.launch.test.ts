import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { filesWithKey, findKey } from '../../../../../e2e/keys/key-forms.ts';
import { HeadlessRun } from '../headless-run.ts';
import { RawProvider } from '../raw-provider.ts';
import { echoes, GET_FAILURES, KEY_IN_PRICES, SOCKET_FAILURES } from './provoked-failures.ts';

const KEY = '6f1f7b1e-9f5c-4b52-8d55-1f7a0f6e3c11';
const RUNS = 8;
const undo: (() => unknown)[] = [];

afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each();
});

/** A headless run whose requests fail, each in its own way, or bring prices with the key in them. */
async function failing(number: number) {
  let [connects, gets] = [number * 7, number * 3];
  const echo = (count: number) => echoes(KEY)[count % echoes(KEY).length]!;
  const provider = new RawProvider({
    connect(visit) {
      connects += 1;
      if (connects % 5 === 0) KEY_IN_PRICES.play(visit, KEY);
      else SOCKET_FAILURES[(connects * 5) % SOCKET_FAILURES.length]!.play(visit, echo(connects));
    },
    get(request, response) {
      gets += 1;
      GET_FAILURES[gets % GET_FAILURES.length]!.play(request, response, echo(gets));
    },
  });
  const base = await provider.open();
  const run = new HeadlessRun(base, KEY, (folder) => [
    '--changes',
    '--record',
    `${folder}/recording.gz`,
    '--dump-board',
    `${folder}/board`,
  ]);
  undo.push(
    () => provider.close(),
    () => run.clear(),
  );
  return { run, failures: () => connects - number * 7 + gets - number * 3 };
}

it('headless tells and writes the key nowhere, however it is thrown back, and hands it to nobody', async () => {
  const trials = await Promise.all(Array.from({ length: RUNS }, (_, number) => failing(number)));
  // on a busy machine a start takes longer than what is waited for
  await Promise.all(
    trials.map(({ run }) => run.until(() => run.lines.some(({ type }) => type === 'status'))),
  );
  await sleep(9_000);
  for (const { run } of trials) {
    for (const file of ['cmdline', 'environ'].map((name) => `/proc/${run.pid}/${name}`))
      if (existsSync(file)) expect(findKey(readFileSync(file), KEY)).toEqual([]);
    const { code } = await run.end();
    // a key that is refused at the end is a failed run
    const last = run.lines.findLast(({ type }) => type === 'status');
    expect(code).toBe(last?.['state'] === 'refused' ? 1 : 0);
    expect(findKey(Buffer.from(run.stdout + run.stderr), KEY)).toEqual([]);
    expect(filesWithKey(run.folder, KEY).filter((found) => !found.startsWith(run.at('key')))).toEqual([]);
    expect(existsSync(run.at('recording.gz')) && existsSync(run.at('board'))).toBe(true);
  }
  const failures = trials.reduce((sum, trial) => sum + trial.failures(), 0);
  expect(failures).toBeGreaterThanOrEqual(RUNS);
}, 60_000);
