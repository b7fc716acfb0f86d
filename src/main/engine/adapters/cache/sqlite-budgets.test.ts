import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS, socketDelayMs } from '#domain/quota/limits.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { guardBudgets } from '../system/memory-budgets.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { NewerSchemaError, openDatabase } from './open-database.ts';
import { createSqliteBudgets } from './sqlite-budgets.ts';

const at = (wallMs: number, uptimeMs: number, boot = 'first') => ({ wallMs, uptimeMs, boot });
const NOON = 1_800_000_000_000;

describe('budgets on disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'linewatch-budgets-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('outlive the program', () => {
    const first = openDatabase(folder);
    const budgets = createSqliteBudgets(first, at(NOON, 1000));
    budgets.spend('socket', at(NOON, 1000));
    budgets.spend('get', at(NOON, 1001));
    first.close();
    const second = openDatabase(folder);
    expect(createSqliteBudgets(second, at(NOON + 10, 1010)).spent('socket')).toEqual([at(NOON, 1000)]);
    second.close();
  });

  it('are on disk as soon as they are spent, whoever reads', () => {
    const writer = openDatabase(folder);
    const reader = openDatabase(folder);
    expect(writer.pragma('synchronous', { simple: true })).toBe(2);
    expect(writer.pragma('journal_mode', { simple: true })).toBe('wal');
    createSqliteBudgets(writer, at(NOON, 0)).spend('socket', at(NOON, 0));
    expect(createSqliteBudgets(reader, at(NOON, 0)).spent('socket')).toHaveLength(1);
    writer.close();
    reader.close();
  });

  it('are forgotten after ten minutes', () => {
    const database = openDatabase(folder);
    const budgets = createSqliteBudgets(database, at(NOON, 0));
    budgets.spend('socket', at(NOON, 0));
    budgets.spend('socket', at(NOON + LIMITS.rememberedMs + 1, LIMITS.rememberedMs + 1));
    expect(budgets.spent('socket')).toHaveLength(1);
    database.close();
  });

  it('a clock that was turned back a day between two boots delays the next socket by seconds, not by a day', () => {
    const before = openDatabase(folder);
    createSqliteBudgets(before, at(NOON, 5_000_000)).spend('socket', at(NOON, 5_000_000));
    before.close();
    const yesterday = NOON - 86_400_000;
    const after = openDatabase(folder);
    const budgets = createSqliteBudgets(after, at(yesterday, 1000, 'second'));
    expect(socketDelayMs(budgets.spent('socket'), at(yesterday, 1000, 'second'))).toBe(LIMITS.socketGapMs);
    expect(socketDelayMs(budgets.spent('socket'), at(yesterday + 6000, 7000, 'second'))).toBe(0);
    after.close();
  });

  it.each([
    ['back', -7_200_000],
    ['forward', 7_200_000],
  ])(
    'a clock that is turned %s while the program runs changes no age of an earlier boot',
    (_way, turnedMs) => {
      const before = openDatabase(folder);
      createSqliteBudgets(before, at(NOON, 5_000_000)).spend('socket', at(NOON, 5_000_000));
      before.close();
      const after = openDatabase(folder);
      const budgets = createSqliteBudgets(after, at(NOON + 4000, 1000, 'second'));
      const turned = (passedMs: number) => at(NOON + 4000 + passedMs + turnedMs, 1000 + passedMs, 'second');
      expect(socketDelayMs(budgets.spent('socket'), turned(1000))).toBe(LIMITS.socketGapMs - 5000);
      expect(socketDelayMs(budgets.spent('socket'), turned(1500))).toBe(0);
      after.close();
    },
  );

  it('a pause outlives the program, and the newest one counts', () => {
    const before = openDatabase(folder);
    const budgets = createSqliteBudgets(before, at(NOON, 0));
    expect(budgets.pause('odds')).toBeNull();
    budgets.keepPause('odds', { since: at(NOON, 0), waitMs: 60_000 });
    budgets.keepPause('odds', { since: at(NOON, 5), waitMs: 70_000 });
    before.close();
    const after = openDatabase(folder);
    const again = createSqliteBudgets(after, at(NOON + 9, 1, 'second'));
    expect(again.pause('odds')).toEqual({ since: at(NOON, 5), waitMs: 70_000 });
    expect(again.pause('get')).toBeNull();
    after.close();
  });

  it.each(MIGRATIONS.map((migration, at) => [migration.name, at] as const))(
    '%s leaves what the version before holds as it is',
    (_name, version) => {
      const older = openDatabase(folder, MIGRATIONS.slice(0, version));
      const tables = older
        .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .all()
        .map(({ name }) => name);
      for (const name of tables) {
        const columns = older.pragma(`table_info(${name})`) as { type: string }[];
        const values = columns.map(({ type }, n) => (type === 'TEXT' ? `t${n}` : n + 1));
        older.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})`).run(...values);
      }
      const rows = (database: typeof older) =>
        tables.map((name) => database.prepare(`SELECT * FROM ${name}`).all());
      const before = rows(older);
      older.close();
      const newer = openDatabase(folder, MIGRATIONS.slice(0, version + 1));
      expect(newer.pragma('user_version', { simple: true })).toBe(version + 1);
      expect(rows(newer)).toEqual(before);
      newer.close();
    },
  );

  it('a disk that fails makes them count as spent, and the feed goes on after a minute', () => {
    const database = openDatabase(folder);
    const clock = new ManualClock();
    const failures: unknown[] = [];
    const budgets = guardBudgets(createSqliteBudgets(database, clock.moment()), clock, (error) =>
      failures.push(error),
    );
    budgets.spend('socket', clock.moment());
    clock.pass(10_000);
    database.pragma('query_only = ON');
    budgets.spend('socket', clock.moment());
    expect(failures).toHaveLength(1);
    expect(socketDelayMs(budgets.spent('socket'), clock.moment())).toBeGreaterThan(60_000);
    clock.pass(62_000);
    expect(socketDelayMs(budgets.spent('socket'), clock.moment())).toBe(0);
    budgets.spend('socket', clock.moment());
    expect(socketDelayMs(budgets.spent('socket'), clock.moment())).toBe(LIMITS.socketGapMs);
    expect(failures).toHaveLength(1);
    database.close();
  });

  it('a database of a newer program is refused in words and left alone', () => {
    const newer = openDatabase(folder);
    newer.pragma('user_version = 99');
    newer.close();
    expect(() => openDatabase(folder)).toThrow(NewerSchemaError);
    expect(() => openDatabase(folder)).toThrow(/made by a newer Linewatch \(schema 99/);
  });
});
