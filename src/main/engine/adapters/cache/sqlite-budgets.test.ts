import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS, socketDelayMs } from '#domain/quota/limits.ts';
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

  it('a database of a newer program is refused in words and left alone', () => {
    const newer = openDatabase(folder);
    newer.pragma('user_version = 99');
    newer.close();
    expect(() => openDatabase(folder)).toThrow(NewerSchemaError);
    expect(() => openDatabase(folder)).toThrow(/made by a newer Linewatch \(schema 99/);
  });
});
