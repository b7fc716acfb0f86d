import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Simulator, startSimulator } from '#simulator/index.ts';
import { HeadlessRun } from '../reliability/headless-run.ts';
import { findPostgres, type Postgres, startPostgres } from '../testing/postgres.ts';

const HEADLESS = path.join(import.meta.dirname, '..', 'headless.ts');
const DOCS = path.join(import.meta.dirname, '../../../../docs/recorder');
const isInstalled = findPostgres() !== null;
const TITLE = isInstalled
  ? 'a recording in PostgreSQL'
  : 'a recording in PostgreSQL (skipped: PostgreSQL is not installed on this machine)';

describe.skipIf(!isInstalled)(TITLE, () => {
  let simulator: Simulator;
  let run: HeadlessRun;
  let postgres: Postgres;
  beforeAll(async () => {
    simulator = await startSimulator({ seed: 3, books: 3, games: 6 });
    run = new HeadlessRun(simulator.base, simulator.key, () => ['--changes']);
    postgres = startPostgres();
    postgres.psql(['-q', '-f', path.join(DOCS, 'postgresql.sql')]);
    await run.until(() => run.lines.filter(({ type }) => type === 'price').length > 1000);
    await run.end();
  }, 120_000);
  afterAll(async () => {
    await run.clear();
    await simulator.stop();
    postgres.stop();
  });

  it('its lines arrive as they are printed', async () => {
    // the pipe of the recorder's guide
    const pipe = spawn(
      'split',
      ['-l', '200', `--filter=psql -q -f ${path.join(DOCS, 'postgresql-copy.sql')}`],
      { env: postgres.env, stdio: ['pipe', 'inherit', 'inherit'] },
    );
    const lines = run.stdout.slice(0, run.stdout.lastIndexOf('\n') + 1);
    const prices = lines.split('\n').filter((line) => line.includes('"type":"price"'));
    const arrived = () => Number(postgres.ask('SELECT count(*) FROM prices'));
    pipe.stdin.write(lines);
    await vi.waitFor(() => expect(arrived()).toBeGreaterThan(0), { timeout: 10_000, interval: 100 });
    pipe.stdin.end();
    await new Promise((resolve) => pipe.once('close', resolve));
    expect(arrived()).toBe(prices.length);
    const last = JSON.parse(prices.at(-1)!);
    expect(
      postgres.ask(
        `SELECT american IS NOT DISTINCT FROM ${last.american} FROM prices WHERE at = '${last.at}' AND outcome = $$${last.outcome}$$ AND game = $$${last.game}$$ AND sportsbook = '${last.sportsbook}' LIMIT 1`,
      ),
    ).toBe('t');
    expect(postgres.ask('SELECT count(*) FROM recorder_lines')).toBe('0');
  });

  it('and so does the whole history', () => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [HEADLESS, '--export', '-', '--format', 'csv', '--data', run.at('data')],
      { encoding: 'utf8', maxBuffer: 2 ** 28 },
    );
    postgres.psql(['-q', '-c', 'COPY history FROM STDIN WITH (FORMAT csv, HEADER)'], stdout);
    expect(postgres.ask('SELECT count(*) FROM history')).toBe(/(\d+) rows/.exec(stderr)?.[1]);
    expect(postgres.ask("SELECT bool_and((american IS NULL) = (state <> 'offered')) FROM history")).toBe('t');
  });
});
