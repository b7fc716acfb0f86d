import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ChangeColumns } from '#domain/history/recorded-changes.ts';
import { expired, type RetentionLimits, type StoredChunk } from '#domain/history/retention.ts';
import { type HistoryBatch, NO_TEXT } from '../../../../ports/history.ts';
import { definedTexts } from '../../../../testing/history-batch.ts';
import { HistoryReader } from '../history-reader.ts';
import { HistoryWriter } from '../history-writer.ts';
import { openHistory } from '../open-history.ts';
import { previewRetention } from './preview-retention.ts';
import { RetentionPass } from './retention-pass.ts';

const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 10, 24);

let folder: string;
let database: Database.Database;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'linewatch-retention-'));
  database = openHistory(folder);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const labelOf = (game: number) => `game ${game}`;

/** A game with one selection and changes at the given times. */
function batchOf(game: number, timesMs: readonly number[]): HistoryBatch {
  const changes = new ChangeColumns();
  for (const [n, atMs] of timesMs.entries()) changes.add(game + 1, atMs, n % 2 === 0 ? -110 : 105, 0);
  const at = { sport: 'NBA', home: 'H', away: 'A', startsAtMs: null, universalId: null };
  return {
    games: [{ game, label: labelOf(game), ...at }],
    gamesGone: [game],
    sportsbooksFrom: 0,
    sportsbooks: ['circa'],
    selections: {
      count: 1,
      from: Int32Array.of(0),
      selection: Int32Array.of(game + 1),
      game: Int32Array.of(game),
      sportsbook: Int32Array.of(0),
      texts: definedTexts(['H', 'Moneyline', NO_TEXT, NO_TEXT, 'Home']),
    },
    changes: changes.take(),
  };
}

/** Every change on disk as `label atMs`. */
function everything(): string[] {
  const reader = new HistoryReader(database);
  const games = reader.games();
  const labels = new Map(
    games.flatMap(({ id, label }) => reader.selectionsOf(id).map((each) => [each.id, label] as const)),
  );
  const found: string[] = [];
  reader.changesOf(
    games.map(({ id }) => id),
    (selection, atMs) => found.push(`${labels.get(selection)} ${atMs}`),
  );
  return found.sort();
}

function retain(limits: RetentionLimits, keptGames: readonly string[], writer: HistoryWriter) {
  const preview = previewRetention(database, { limits, keptGames }, NOW_MS);
  let uptimeMs = 0;
  const pass = new RetentionPass({
    database,
    retention: { limits, keptGames },
    nowMs: NOW_MS,
    inUse: () => writer.gamesInUse(),
    // a clock on which every look costs 3 ms: slices end in the middle of everything
    uptimeMs: () => {
      uptimeMs += 3;
      return uptimeMs;
    },
  });
  let steps = 0;
  while (pass.step()) steps += 1;
  return { preview, steps, gone: pass.changesGone };
}

describe('retention', () => {
  it('takes off what is older than the days and nothing of what is to be kept, in any history', () => {
    const ageDays = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ ages: fc.array(ageDays, { minLength: 1, maxLength: 30 }), isKept: fc.boolean() }),
          {
            maxLength: 12,
          },
        ),
        fc.integer({ min: 1, max: 50 }),
        (games, days) => {
          database.exec(
            'DELETE FROM chunks; DELETE FROM journal; DELETE FROM selections; DELETE FROM outcomes; DELETE FROM games',
          );
          const writer = new HistoryWriter(database);
          for (const [game, { ages }] of games.entries()) {
            const times = ages.map((age) => NOW_MS - age * DAY_MS).sort((left, right) => left - right);
            writer.write(batchOf(game, times));
            writer.compact(true);
          }
          const before = everything();
          const keptGames = games.flatMap(({ isKept }, game) => (isKept ? [labelOf(game)] : []));
          const { preview, gone } = retain({ days, bytes: null }, keptGames, writer);
          const expected = games.flatMap(({ ages, isKept }, game) => {
            const goes = !isKept && ages.every((age) => age > days);
            return goes ? [] : ages.map((age) => `${labelOf(game)} ${NOW_MS - age * DAY_MS}`);
          });
          expect(everything()).toEqual(expected.sort());
          expect(gone).toBe(before.length - expected.length);
          expect(preview.goingChanges).toBe(gone);
          const left = new HistoryReader(database).games().map(({ label }) => label);
          expect(new Set(left)).toEqual(
            new Set(expected.map((each) => each.split(' ').slice(0, 2).join(' '))),
          );
          expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps the size: the oldest go first, the file shrinks, kept games and the newest stay', () => {
    const writer = new HistoryWriter(database);
    for (let game = 0; game < 40; game += 1) {
      const times = Array.from({ length: 3_000 }, (_, n) => NOW_MS - (40 - game) * DAY_MS + n * 7_001);
      writer.write(batchOf(game, times));
      writer.compact(true);
    }
    const pages = () => Number(database.pragma('page_count', { simple: true }));
    const before = pages();
    const limit = Math.round((before * 4096) / 2);
    const { preview, gone, steps } = retain({ days: null, bytes: limit }, [labelOf(3)], writer);
    expect(preview.goingChanges).toBe(gone);
    expect(pages() * 4096).toBeLessThan(limit * 1.1);
    expect(pages() * 4096).toBeGreaterThan(limit * 0.8);
    expect(database.pragma('freelist_count', { simple: true })).toBe(0);
    expect(steps).toBeGreaterThan(20);
    const left = new Set(everything().map((each) => each.split(' ').slice(0, 2).join(' ')));
    expect(left.has(labelOf(3))).toBe(true);
    expect(left.has(labelOf(2))).toBe(false);
    expect(left.has(labelOf(39))).toBe(true);
    expect(retain({ days: null, bytes: limit * 2 }, [], writer).gone).toBe(0);
  });

  it('never takes the words of a game that is still on the board or in the journal', () => {
    const writer = new HistoryWriter(database);
    const batch = batchOf(1, [NOW_MS - 90 * DAY_MS]);
    writer.write({ ...batch, gamesGone: [] });
    writer.compact(true);
    writer.write(batchOf(2, [NOW_MS - 90 * DAY_MS]));
    retain({ days: 30, bytes: null }, [], writer);
    const again = new ChangeColumns();
    again.add(2, NOW_MS, 120, 0);
    const { selections, ...rest } = batch;
    writer.write({
      ...rest,
      games: [],
      sportsbooks: [],
      selections: { ...selections, count: 0 },
      changes: again.take(),
    });
    expect(everything()).toEqual([`game 1 ${NOW_MS}`, `game 2 ${NOW_MS - 90 * DAY_MS}`]);
  });

  it('looks at no more chunks than it has to', () => {
    let looked = 0;
    const chunks = (function* (): Generator<StoredChunk> {
      for (let id = 1; id <= 1000; id += 1) {
        looked += 1;
        yield { id, game: id % 2, lastMs: id, changes: 10 };
      }
    })();
    const gone = [...expired(chunks, { beforeMs: 5, changes: 35 }, (game) => game === 0)];
    expect(gone.map(({ id }) => id)).toEqual([1, 3, 5, 7]);
    expect(looked).toBe(8);
  });
});
