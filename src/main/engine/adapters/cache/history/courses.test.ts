import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AlertRun, spread } from '../../../testing/alert-run.ts';
import { recordRun } from '../../../testing/recorded-run.ts';
import { GATHER_MS } from '../../../usecases/history/record-history.ts';
import { coursesOf } from './courses.ts';
import { HistoryReader } from './history-reader.ts';
import { openHistoryToRead } from './open-history.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'linewatch-courses-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('the course of each watched price is read at once: what stood before first, another line goes on, unknown ones have none', () => {
  const run = new AlertRun([]);
  const { writer } = recordRun(run, folder);
  const hour = () => run.clock.pass(3_600_000);
  run.snapshot('a', [['Lakers', -110], spread('Lakers', -3, 100)]);
  hour();
  run.update('a', [['Lakers', -120], spread('Lakers', -3.5, 110)]);
  writer.compact(true);
  hour();
  const fromMs = run.clock.nowMs() - 1000;
  run.update('a', [['Lakers', 0]]);
  run.clock.pass(GATHER_MS);
  const row = (rowId: string, outcome: string, game = run.game) => ({
    rowId,
    game,
    sportsbook: 'a',
    outcome,
  });
  const rows = [
    row('1', 'Lakers'),
    row('2', 'Lakers spread'),
    row('3', 'Lakers'),
    row('4', 'x'),
    row('5', 'x', 'y'),
  ];
  const database = openHistoryToRead(folder);
  const query = { rows, fromMs, toMs: run.clock.nowMs(), columns: 24 };
  const courses = coursesOf(new HistoryReader(database), query);
  database.close();
  const prices = courses.map(({ rowId, points }) => [rowId, points.map(({ american }) => american)]);
  expect(prices).toEqual([
    ['1', [-120, 0]],
    ['2', [110]],
    ['3', [-120, 0]],
    ['4', []],
    ['5', []],
  ]);
});
