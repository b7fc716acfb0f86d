import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlayEntry, StatedPlay, StatedPlays } from '#domain/play/play.ts';
import { PlayLog } from '#domain/play/play-log.ts';
import { PlayRecorder } from '../../../usecases/history/record-plays.ts';
import { playWriter, readPlays } from './kept-plays.ts';
import { HISTORY_MIGRATIONS } from './migrations/index.ts';
import { openHistory } from './open-history.ts';
import { RetentionPass } from './retention/retention-pass.ts';

let folder: string;
let database: Database.Database;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'linewatch-plays-'));
  database = openHistory(folder);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const play = (part: Partial<StatedPlay>): StatedPlay => ({
  type: 'made',
  id: null,
  side: 'home',
  team: 'Home',
  player: null,
  points: 2,
  seconds: 1,
  period: '1',
  clock: null,
  name: null,
  description: null,
  ...part,
});
const stated = (plays: readonly StatedPlay[]): StatedPlays => ({
  game: 'g',
  universalId: null,
  league: 'NBA',
  score: null,
  plays,
});

/** A program: hears frames, keeps their plays; answers what it heard. */
function run(frames: readonly (readonly StatedPlay[])[], atMs = 1_000): PlayEntry[] {
  const [log, recorder] = [new PlayLog(), new PlayRecorder({ writePlays: playWriter(database) })];
  return frames.flatMap((plays) => {
    const entries = log.add(stated(plays), atMs);
    recorder.note(entries);
    return [...entries];
  });
}

describe('plays on disk', () => {
  it('are what was heard, and are not doubled when the next start hears the past anew', () => {
    const anyPlay = fc.record({
      type: fc.constantFrom('made', 'missed', 'foul'),
      id: fc.constantFrom(null, null, 'a', 'b', 'c'),
      seconds: fc.constantFrom(1, 2, 3, 4),
      points: fc.constantFrom(null, 1, 2),
      description: fc.constantFrom(null, 'words \u001f "quoted"'),
    });
    fc.assert(
      fc.property(fc.array(fc.array(anyPlay, { maxLength: 5 }), { maxLength: 8 }), (parts) => {
        database.exec('DELETE FROM plays');
        const frames = parts.map((frame) => frame.map(play));
        const heard = run(frames);
        expect(readPlays(database, 'g')).toEqual(heard);
        run(frames, 2_000);
        expect(readPlays(database, 'g')).toEqual(heard);
        run([...frames, [play({ type: 'end', seconds: 9 })]], 3_000);
        expect(readPlays(database, 'g').slice(0, heard.length)).toEqual(heard);
        expect(readPlays(database, 'g')).toHaveLength(heard.length + 1);
      }),
      { numRuns: 60 },
    );
  });

  it('go by their age, those of watched games stay', () => {
    const dayMs = 86_400_000;
    run([[play({ seconds: 1 })]], 10 * dayMs);
    run([[play({ seconds: 2 })]], 50 * dayMs);
    const retain = (keptGames: readonly string[]) => {
      const pass = new RetentionPass({
        database,
        retention: { limits: { days: 30, bytes: null }, keptGames },
        nowMs: 60 * dayMs,
        inUse: () => new Set(),
        uptimeMs: () => 0,
      });
      for (let hasMore = true; hasMore; ) hasMore = pass.step();
      return readPlays(database, 'g').map(({ seconds }) => seconds);
    };
    expect(retain(['g'])).toEqual([1, 2]);
    expect(retain([])).toEqual([2]);
  });
});

it.each(HISTORY_MIGRATIONS.map((migration, version) => [migration.name, version] as const))(
  '%s leaves what the version before holds as it is',
  (_name, version) => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
    const older = openHistory(folder, HISTORY_MIGRATIONS.slice(0, version));
    older.pragma('foreign_keys = OFF');
    const tables = older
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all();
    for (const name of tables) {
      const columns = older.pragma(`table_info(${name})`) as { type: string }[];
      const values = columns.map(({ type }, n) =>
        type === 'TEXT' ? `t${n}` : type === 'BLOB' ? Buffer.of(n) : n + 1,
      );
      older.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})`).run(...values);
    }
    const rows = (of: Database.Database) => tables.map((name) => of.prepare(`SELECT * FROM ${name}`).all());
    const before = rows(older);
    older.close();
    database = openHistory(folder, HISTORY_MIGRATIONS.slice(0, version + 1));
    expect(database.pragma('user_version', { simple: true })).toBe(version + 1);
    expect(rows(database)).toEqual(before);
  },
);
