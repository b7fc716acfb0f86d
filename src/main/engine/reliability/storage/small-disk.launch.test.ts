import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startSimulator } from '#simulator/simulator.ts';
import { openHistory } from '../../adapters/cache/history/open-history.ts';
import { openDatabase } from '../../adapters/cache/open-database.ts';
import { createSqliteBets } from '../../adapters/cache/sqlite-bets.ts';
import { HeadlessRun } from '../headless-run.ts';

/** A disk of 3 MB, of which something else holds a part; `undefined` where this user may not mount one. */
function smallDisk() {
  const disk = mkdtempSync(path.join(tmpdir(), 'linewatch-disk-'));
  const remove = () => rmSync(disk, { recursive: true, force: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'linewatch-test', disk], { stdio: 'ignore' });
  } catch {
    remove();
    return undefined;
  }
  const other = path.join(disk, 'something-else');
  writeFileSync(other, new Uint8Array(1.2 * 2 ** 20));
  return {
    data: path.join(disk, 'data'),
    free: () => rmSync(other),
    unmount() {
      execFileSync('umount', ['-l', disk]);
      remove();
    },
  };
}

const disk = process.platform === 'linux' ? smallDisk() : undefined;

it.skipIf(disk === undefined)(
  'a full disk pauses the history and nothing else; it resumes when there is room (needs the right to mount)',
  async () => {
    if (disk === undefined) return;
    mkdirSync(disk.data);
    const simulator = await startSimulator({ books: 3, games: 5, ratePerSecond: 300, limits: false });
    const run = new HeadlessRun(simulator.base, simulator.key, () => ['--data', disk.data]);
    const storage = () => run.lines.filter(({ type }) => type === 'storage').at(-1);
    const history = () =>
      run.lines.findLast(({ type }) => type === 'stats')?.['history'] as Record<string, number> | undefined;
    try {
      await run.until(() => storage()?.['condition'] === 'paused');
      expect(storage()?.['detail']).toMatch(
        /^The history is paused, .* Make room on it; prices and alerts go on\.$/,
      );
      const [frames, written] = [run.frames, history()?.['written'] ?? 0];
      await run.until(() => run.frames > frames + 900);
      expect(run.lines.findLast(({ type }) => type === 'status')?.['state']).toBe('live');
      expect(history()?.['written']).toBeLessThan(written + 20_000);
      // what is precious is still saved
      const database = openDatabase(disk.data);
      const bets = createSqliteBets(database);
      const bet = bets.add(NOTE);
      expect(bets.find(bet.betId)).toEqual(bet);
      database.close();
      const stuck = history()?.['written'] ?? 0;
      disk.free();
      await run.until(() => storage()?.['condition'] === 'ok');
      await run.until(() => Number(history()?.['written']) > stuck);
      expect((await run.end()).code).toBe(0);
      for (const open of [openHistory, openDatabase]) {
        const kept = open(disk.data);
        expect(kept.pragma('integrity_check', { simple: true })).toBe('ok');
        kept.close();
      }
    } finally {
      await run.clear();
      await simulator.stop();
      disk.unmount();
    }
  },
);

const NOTE = {
  sport: 'NBA',
  game: 'g',
  sportsbook: 'circa',
  wording: 'Home to win',
  subject: null,
  american: -110 as never,
  stakeHundredths: 1000,
  currency: 'USD',
  placedAtMs: 1_800_000_000_000,
  startsAtMs: null,
  comment: '',
  result: 'open',
} as const;
