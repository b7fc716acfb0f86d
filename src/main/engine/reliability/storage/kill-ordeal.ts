import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HistoryReader } from '../../adapters/cache/history/history-reader.ts';
import { openHistory, openHistoryToRead } from '../../adapters/cache/history/open-history.ts';
import { DATABASE_FILE, openDatabase } from '../../adapters/cache/open-database.ts';
import { HeadlessRun } from '../headless-run.ts';
import { SeededChance } from '../seeded-chance.ts';

/** What became of the databases of a recorder that was killed again and again. */
export interface OrdealReport {
  /** What the databases' own checks said, where it was not "ok". */
  readonly damages: readonly string[];
  /** Price changes that were printed before the kills, and those of them that are not on disk. */
  readonly printed: number;
  readonly lost: number;
  /** From the oldest change that was lost to its kill. Unit: ms. */
  readonly worstLossMs: number;
  readonly printedPerSecond: number;
}

/** Where to record from, and how often to kill. */
interface Ordeal {
  readonly base: string;
  readonly key: string;
  readonly kills: number;
  readonly seed: number;
}

/** Kills a recorder at random moments once the first state is on disk, always on the same folder. */
export async function killWhileRecording({ base, key, kills, seed }: Ordeal): Promise<OrdealReport> {
  const chance = new SeededChance(seed);
  const folder = mkdtempSync(path.join(tmpdir(), 'linewatch-kills-'));
  const damages: string[] = [];
  let [printed, lost, worstLossMs, recordedMs, livePrinted] = [0, 0, 0, 0, 0];
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const run = new HeadlessRun(base, key, () => ['--data', folder, '--changes']);
      await run.until(() => hasSettled(run));
      const [from, fromMs] = [run.stdout.length, Date.now()];
      await new Promise((resolve) => setTimeout(resolve, chance.whole(100, 1_500)));
      const killedAtMs = Date.now();
      await run.end('SIGKILL');
      recordedMs += killedAtMs - fromMs;
      livePrinted += run.stdout.slice(from).split('\n').length;
      const prices = run.lines.filter(({ type }) => type === 'price');
      await run.clear();
      damages.push(...damagesIn(folder));
      const firstMs = Math.min(...prices.map(({ at }) => Date.parse(String(at))));
      const kept = keptSince(folder, firstMs);
      printed += prices.length;
      for (const { sportsbook, game, outcome, american, at } of prices) {
        const atMs = Date.parse(String(at));
        if (kept.has(`${sportsbook}\n${game}\n${outcome}\n${american ?? 0}\n${atMs}`)) continue;
        lost += 1;
        worstLossMs = Math.max(worstLossMs, killedAtMs - atMs);
      }
      // what it spent of the provider's limits would hold the next run up
      for (const ending of ['', '-wal', '-shm'])
        rmSync(path.join(folder, DATABASE_FILE + ending), { force: true });
    }
    return {
      damages,
      printed,
      lost,
      worstLossMs,
      printedPerSecond: Math.round((livePrinted / recordedMs) * 1000),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether the state with which the connection began is on disk, by the newest counters. */
function hasSettled(run: HeadlessRun): boolean {
  const from = run.stdout.lastIndexOf('{"type":"stats"');
  const line = run.stdout.slice(from, run.stdout.indexOf('\n', from));
  return from !== -1 && /"written":[1-9]/.test(line) && Number(/"waiting":(\d+)/.exec(line)?.[1]) < 2_000;
}

function damagesIn(folder: string): string[] {
  return [openHistory, openDatabase].flatMap((open) => {
    const database = open(folder);
    const answer = String(database.pragma('integrity_check', { simple: true }));
    const { name } = database;
    database.close();
    return answer === 'ok' ? [] : [`${name}: ${answer}`];
  });
}

/** Every change on disk from a moment on, as text. */
function keptSince(folder: string, sinceMs: number): Set<string> {
  const database = openHistoryToRead(folder);
  const reader = new HistoryReader(database);
  const words = new Map<number, string>();
  const games = reader.games();
  for (const { id, label } of games) {
    for (const { id: selection, sportsbook, outcome } of reader.selectionsOf(id))
      words.set(selection, `${sportsbook}\n${label}\n${outcome}`);
  }
  const kept = new Set<string>();
  reader.changesOf(
    games.map(({ id }) => id),
    (selection, atMs, american) => {
      if (atMs >= sinceMs) kept.add(`${words.get(selection)}\n${american}\n${atMs}`);
    },
  );
  database.close();
  return kept;
}
