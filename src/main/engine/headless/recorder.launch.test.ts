import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '#simulator/index.ts';
import { openHistoryToRead } from '../adapters/cache/history/open-history.ts';
import { openDatabase } from '../adapters/cache/open-database.ts';
import { HeadlessRun } from '../reliability/headless-run.ts';

const HEADLESS = path.join(import.meta.dirname, '..', 'headless.ts');

function headless(...args: readonly string[]) {
  return spawnSync(process.execPath, [HEADLESS, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
}

describe('a recording', () => {
  let simulator: Simulator;
  let run: HeadlessRun;
  let copies: string;
  beforeAll(async () => {
    copies = mkdtempSync(path.join(tmpdir(), 'linewatch-copies-'));
    simulator = await startSimulator({ seed: 3, books: 3, games: 6 });
    run = new HeadlessRun(simulator.base, simulator.key, () => ['--changes']);
    await run.until(() => run.lines.filter(({ type }) => type === 'price').length > 2000);
  }, 30_000);
  afterAll(async () => {
    await run.clear();
    await simulator.stop();
    rmSync(copies, { recursive: true, force: true });
  });

  it('is copied while it goes on, both databases whole', async () => {
    const before = run.lines.length;
    const { status, stderr } = headless('--backup', copies, '--data', run.at('data'));
    expect(status, stderr).toBe(0);
    expect(readdirSync(copies).sort()).toEqual(['history.db', 'linewatch.db']);
    const history = openHistoryToRead(copies);
    expect(history.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(history.prepare('SELECT count(*) AS games FROM games').get()).not.toEqual({ games: 0 });
    history.close();
    openDatabase(copies).close();
    await run.until(() => run.lines.length > before);
  });

  it('is written out in each format, from the copy and while it is recorded', async () => {
    for (const data of [copies, run.at('data')]) {
      const file = path.join(copies, 'history.parquet');
      const { status, stderr } = headless('--export', file, '--data', data);
      expect(status, stderr).toBe(0);
      const rows = await parquetReadObjects({ file: await asyncBufferFromFile(file) });
      const said = Number(/(\d+) rows/.exec(stderr)?.[1]);
      expect(rows).toHaveLength(said);
      expect(said).toBeGreaterThan(1000);
    }
    const { stdout } = headless(
      '--export',
      '-',
      '--format',
      'ndjson',
      '--markets',
      'spread',
      '--data',
      copies,
    );
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.every(({ line }) => line !== null)).toBe(true);
  });

  it('onto a full disk it ends in words, and leaves nothing there', (context) => {
    const disk = path.join(copies, 'disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=100k', 'linewatch-test', disk]);
    if (mounted.status !== 0) return context.skip('a small disk can be mounted by root alone');
    try {
      const { status, stderr } = headless('--export', path.join(disk, 'history.csv'), '--data', copies);
      expect(status).toBe(1);
      expect(stderr).toMatch(/The disk is full: .*history\.csv was not written/);
      expect(readdirSync(disk)).toEqual([]);
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  it.each([
    [['--export', 'x.xls'], /--format is missing: give one of csv, ndjson, parquet/],
    [['--export', 'x.csv', '--from', 'yesterday'], /--from "yesterday" is no time/],
    [['--format', 'csv'], /--format belongs to --export/],
    [['--export', 'x.csv', '--data', '/no/such'], /There is no history in \/no\/such/],
    [['--backup', '/tmp/x', '--data', '/no/such'], /There is no database in \/no\/such/],
  ])('%j is refused in words', (args, words) => {
    const { status, stderr } = headless(...(args.includes('--data') ? args : [...args, '--data', copies]));
    expect(status).not.toBe(0);
    expect(stderr).toMatch(words);
  });
});
