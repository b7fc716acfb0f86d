import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import fc from 'fast-check';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { EXPORT_FORMATS, type ExportFormat, type ExportQuery } from '#contract/export.ts';
import { ChangeColumns, FROM_SNAPSHOT, GONE, type RecordedChange } from '#domain/history/recorded-changes.ts';
import type { ExportNews, ExportWork } from '../../ports/export.ts';
import { type HistoryBatch, NO_TEXT } from '../../ports/history.ts';
import { definedTexts, NOTHING_DEFINED } from '../../testing/history-batch.ts';
import { threadFiles } from '../../threads.ts';
import { exportHistory } from '../../usecases/export/export-history.ts';
import { HistoryReader } from '../cache/history/history-reader.ts';
import { HistoryWriter } from '../cache/history/history-writer.ts';
import { openHistory, openHistoryToRead } from '../cache/history/open-history.ts';
import { StoredRows } from '../cache/history-rows.ts';
import { csvLine } from './csv-text.ts';
import { diskWords } from './disk-words.ts';
import { openRows } from './rows/open-rows.ts';

/** An entry of the engine, beside which its threads lie. */
const ENGINE = new URL('../../worker.ts', import.meta.url).href;
const NOON = 1_800_000_000_000;
const ALL: ExportQuery = { fromMs: null, toMs: null };
const GAMES = ['Lakers vs Celtics, 2027-01-15, 07', 'Jets vs "Bills", 2027-01-16, 01', 'Inter vs Ajax'];
const SPORTS = ['NBA', 'NFL', 'UEFA'];
const BOOKS = ['draftkings', 'fanduel'];
/** Four a game and sportsbook. */
const WORDS = [
  ['Lakers', 'Money Line', NO_TEXT, NO_TEXT, 'Lakers'],
  ['Over 210.5', 'Total Points', '210.5', 'Over', NO_TEXT],
  ['Points, "LeBron"', 'Points', '24.5', 'Over', 'LeBron\nJames'],
  ['Under 210.5', 'Game Total', '210.5', 'Under', NO_TEXT],
] as const;
const SELECTIONS = GAMES.length * BOOKS.length * WORDS.length;

/** A row as it was put in. */
type Row = Readonly<Record<string, string | number | boolean | null>>;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'linewatch-export-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A history with these changes, of which some are still in the journal. */
function record(changes: readonly RecordedChange[]): Database.Database {
  const database = openHistory(folder);
  const writer = new HistoryWriter(database);
  const all = Array.from({ length: SELECTIONS }, (_, at) => at);
  const definitions: Omit<HistoryBatch, 'changes'> = {
    games: GAMES.map((label, game) => ({
      game,
      label,
      sport: SPORTS[game]!,
      home: label.split(' vs ')[0]!,
      away: 'Away',
      startsAtMs: game === 2 ? null : NOON + game,
      universalId: game === 0 ? 'u-1' : null,
    })),
    sportsbooksFrom: 0,
    sportsbooks: BOOKS,
    selections: {
      count: SELECTIONS,
      from: new Int32Array(SELECTIONS),
      selection: Int32Array.from(all),
      game: Int32Array.from(all, gameOf),
      sportsbook: Int32Array.from(all, bookOf),
      texts: definedTexts(all.flatMap((at) => WORDS[at % WORDS.length]!)),
    },
    gamesGone: [],
  };
  const half = Math.ceil(changes.length / 2);
  for (const [at, part] of [changes.slice(0, half), changes.slice(half)].entries()) {
    const columns = new ChangeColumns();
    for (const { selection, atMs, american, what } of part) columns.add(selection, atMs, american, what);
    writer.write({ ...(at === 0 ? definitions : NOTHING_DEFINED), changes: columns });
    if (at === 0) writer.compact(true);
  }
  return database;
}

const gameOf = (selection: number) => Math.floor(selection / (BOOKS.length * WORDS.length));
const bookOf = (selection: number) => Math.floor(selection / WORDS.length) % BOOKS.length;

/** What a change is as a row. */
function rowOf({ selection, atMs, american, what }: RecordedChange): Row {
  const game = gameOf(selection);
  const [outcome, market, line, overUnder, target] = WORDS[selection % WORDS.length]!.map((text) =>
    text === NO_TEXT ? null : text,
  );
  return {
    at: new Date(atMs).toISOString(),
    sport: SPORTS[game]!,
    game: GAMES[game]!,
    home: GAMES[game]!.split(' vs ')[0]!,
    away: 'Away',
    starts_at: game === 2 ? null : new Date(NOON + game).toISOString(),
    universal_id: game === 0 ? 'u-1' : null,
    sportsbook: BOOKS[bookOf(selection)]!,
    outcome: outcome!,
    market: market!,
    line: line!,
    over_under: overUnder!,
    target: target!,
    american: american === 0 ? null : american,
    state: what & GONE ? 'gone' : american === 0 ? 'suspended' : 'offered',
    from_snapshot: (what & FROM_SNAPSHOT) !== 0,
  };
}

async function write(database: Database.Database, format: ExportFormat, query: ExportQuery, file: string) {
  return exportHistory({
    query,
    rows: new StoredRows(database),
    open: () => openRows(file, format),
    turn,
    isCancelled: () => false,
    progress: () => undefined,
    wordsOf: (error) => diskWords(error, file),
  });
}

/** Reads a file back, by means that share nothing with what wrote it. */
async function readBack(file: string, format: ExportFormat): Promise<Row[]> {
  if (format === 'parquet') {
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(file) });
    return rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          value instanceof Date ? value.toISOString() : (value ?? null),
        ]),
      ),
    );
  }
  if (format === 'ndjson') {
    return readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  }
  const script =
    'import csv,json,sys; print(json.dumps(list(csv.DictReader(open(sys.argv[1], newline="", encoding="utf-8")))))';
  const rows = JSON.parse(execFileSync('python3', ['-c', script, file], { encoding: 'utf8' })) as Record<
    string,
    string
  >[];
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, text]) => [
        name,
        text === ''
          ? null
          : name === 'american'
            ? Number(text)
            : name === 'from_snapshot'
              ? text === 'true'
              : text,
      ]),
    ),
  );
}

const anyChanges = fc.array(
  fc.record({
    selection: fc.nat(SELECTIONS - 1),
    gapMs: fc.nat(5000),
    american: fc.constantFrom(0, -110, 105, 350, -2000),
    what: fc.constantFrom(0, FROM_SNAPSHOT),
  }),
  { minLength: 1, maxLength: 60 },
);
const timed = (steps: readonly { selection: number; gapMs: number; american: number; what: number }[]) => {
  let atMs = NOON;
  return steps.map(({ gapMs, ...change }) => {
    atMs += gapMs + 1;
    return { ...change, atMs };
  });
};
const CHANGES = timed(
  Array.from({ length: 400 }, (_, at) => ({
    selection: (at * 7) % SELECTIONS,
    gapMs: at % 3,
    american: at % 11 === 0 ? 0 : -110 - (at % 40),
    what: at % 22 === 0 ? GONE : at < 20 ? FROM_SNAPSHOT : 0,
  })),
);

describe('the history in a file', () => {
  test.each(EXPORT_FORMATS)(
    'as %s it says every change, game by game in the order of time',
    async (format) => {
      const database = record(CHANGES);
      const file = path.join(folder, `history.${format}`);
      expect(await write(database, format, ALL, file)).toMatchObject({ ok: true, rows: CHANGES.length });
      const byGame = [...CHANGES].sort(
        (left, right) => orderOf(left.selection) - orderOf(right.selection) || left.atMs - right.atMs,
      );
      expect(await readBack(file, format)).toEqual(byGame.map(rowOf));
      database.close();
    },
  );

  /** The game of which no start is known comes first. */
  const orderOf = (selection: number) => (gameOf(selection) === 2 ? -1 : gameOf(selection));

  it('holds what is asked for and nothing else', async () => {
    const database = record(CHANGES);
    const anyQuery = fc.record({
      sports: fc.option(fc.subarray(SPORTS, { minLength: 1 }), { nil: undefined }),
      games: fc.option(fc.subarray(GAMES, { minLength: 1 }), { nil: undefined }),
      sportsbooks: fc.option(fc.subarray(BOOKS, { minLength: 1 }), { nil: undefined }),
      markets: fc.option(fc.subarray(['moneyline', 'total', 'Points', 'Game Total'], { minLength: 1 }), {
        nil: undefined,
      }),
      fromMs: fc.option(fc.integer({ min: NOON - 10, max: NOON + 1000 }), { nil: null }),
      toMs: fc.option(fc.integer({ min: NOON - 10, max: NOON + 1000 }), { nil: null }),
    });
    const canonical: Readonly<Record<string, string>> = {
      'Money Line': 'moneyline',
      'Total Points': 'total',
      'Game Total': 'total',
    };
    let n = 0;
    await fc.assert(
      fc.asyncProperty(anyQuery, async ({ fromMs, toMs, ...lists }) => {
        const query = Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined));
        const file = path.join(folder, `${n++}.ndjson`);
        await write(database, 'ndjson', { ...query, fromMs, toMs }, file);
        const wanted = CHANGES.filter((change) => {
          const row = rowOf(change);
          const market = String(row['market']);
          return (
            (lists.sports?.includes(String(row['sport'])) ?? true) &&
            (lists.games?.includes(String(row['game'])) ?? true) &&
            (lists.sportsbooks?.includes(String(row['sportsbook'])) ?? true) &&
            (lists.markets?.some((each) => each === market || each === canonical[market]) ?? true) &&
            change.atMs >= (fromMs ?? 0) &&
            change.atMs <= (toMs ?? Number.POSITIVE_INFINITY)
          );
        });
        const found = readFileSync(file, 'utf8').split('\n').filter(Boolean);
        expect(found.map((line) => JSON.parse(line)).sort(byWords)).toEqual(wanted.map(rowOf).sort(byWords));
      }),
      { numRuns: 60 },
    );
    database.close();
  });

  const byWords = (left: unknown, right: unknown) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1);

  it('Parquet and NDJSON say the same, whatever was recorded', async () => {
    await fc.assert(
      fc.asyncProperty(anyChanges.map(timed), async (changes) => {
        rmSync(folder, { recursive: true, force: true });
        const database = record(changes);
        const at = (format: ExportFormat) => path.join(folder, `history.${format}`);
        for (const format of ['ndjson', 'parquet'] as const) await write(database, format, ALL, at(format));
        expect(await readBack(at('parquet'), 'parquet')).toEqual(await readBack(at('ndjson'), 'ndjson'));
        database.close();
      }),
      { numRuns: 15 },
    );
  });

  it('what it holds is known before it is written, the newest changes included', () => {
    const database = record(CHANGES);
    const { changes, firstMs, lastMs, sports, sportsbooks } = new HistoryReader(database).contents();
    expect(changes).toBe(CHANGES.length);
    expect(firstMs).toBe(CHANGES[0]!.atMs);
    expect(lastMs).toBeGreaterThanOrEqual(CHANGES[CHANGES.length / 2]!.atMs);
    expect(sports).toEqual(SPORTS.map((sport) => ({ sport, games: 1 })));
    expect(sportsbooks).toEqual(BOOKS);
    database.close();
  });

  it('columns of a Parquet file have their types', async () => {
    const database = record(CHANGES);
    const file = path.join(folder, 'history.parquet');
    await write(database, 'parquet', ALL, file);
    const { schema, num_rows } = await parquetMetadataAsync(await asyncBufferFromFile(file));
    const typeOf = Object.fromEntries(
      schema.map(({ name, type, converted_type }) => [name, [type, converted_type]]),
    );
    expect(Number(num_rows)).toBe(CHANGES.length);
    expect(typeOf['at']).toEqual(['INT64', 'TIMESTAMP_MILLIS']);
    expect(typeOf['game']).toEqual(['BYTE_ARRAY', 'UTF8']);
    expect(typeOf['american']![0]).toBe('INT32');
    expect(typeOf['from_snapshot']![0]).toBe('BOOLEAN');
    database.close();
  });

  it('is of one moment: what is recorded meanwhile is not in it', async () => {
    const database = record(CHANGES);
    const reading = openHistoryToRead(folder);
    const rows = new StoredRows(reading).parts(ALL)[Symbol.iterator]();
    let found = rows.next().value!.changes.length;
    const writer = new HistoryWriter(database);
    writer.compact(true);
    for (let part = rows.next(); !part.done; part = rows.next()) found += part.value.changes.length;
    expect(found).toBe(CHANGES.length);
    reading.close();
    database.close();
  });
});

describe('an export that does not end well', () => {
  const left = () => readdirSync(folder).filter((name) => name.startsWith('out'));

  it('leaves nothing when it is cancelled, and the older file as it was', async () => {
    const database = record(
      Array.from({ length: 400 }, (_, at) => ({ ...CHANGES[at]!, selection: at % SELECTIONS })),
    );
    const file = path.join(folder, 'out.csv');
    writeFileSync(file, 'older');
    const parts = function* () {
      for (let part = 0; part < 100; part += 1)
        for (const { changes } of new StoredRows(database).parts(ALL)) yield { looked: 40_000, changes };
    };
    let asked = 0;
    const outcome = await exportHistory({
      query: ALL,
      rows: { count: () => 1000, parts },
      open: () => openRows(file, 'csv'),
      turn,
      isCancelled: () => ++asked === 3,
      progress: () => undefined,
      wordsOf: String,
    });
    expect(outcome).toMatchObject({ ok: false, code: 'cancelled' });
    expect(left()).toEqual(['out.csv']);
    expect(readFileSync(file, 'utf8')).toBe('older');
    database.close();
  });

  it('is cancelled while it runs in its thread', async () => {
    const steps = Array.from({ length: 200_000 }, (_, at) => ({
      ...CHANGES[at % CHANGES.length]!,
      gapMs: 1,
    }));
    record(timed(steps)).close();
    const workerData: ExportWork = {
      folder,
      file: path.join(folder, 'out.parquet'),
      format: 'parquet',
      query: ALL,
    };
    const worker = new Worker(threadFiles(ENGINE).historyExport, { workerData });
    const outcome = await new Promise((resolve) => {
      worker.on('message', (news: ExportNews) => {
        if (news.kind === 'progress') worker.postMessage('cancel');
        else resolve(news.outcome);
      });
    });
    expect(outcome).toMatchObject({ ok: false, code: 'cancelled' });
    expect(left()).toEqual([]);
  });

  test.each([
    ['no-such/out.csv', /There is no folder/],
    ['.', /is a folder/],
  ])('%s: says why', async (name, words) => {
    const database = record(CHANGES);
    mkdirSync(path.join(folder, 'out-folder'));
    const file = name === '.' ? path.join(folder, 'out-folder') : path.join(folder, name);
    const outcome = await write(database, 'csv', ALL, file);
    expect(outcome).toMatchObject({ ok: false, code: 'failed', message: expect.stringMatching(words) });
    expect(left()).toEqual(['out-folder']);
    database.close();
  });
});

describe('a line of CSV', () => {
  test.each([
    [['a', 1, null], 'a,1,\r\n'],
    [['a,b', 'say "no"', 'two\nlines'], '"a,b","say ""no""","two\nlines"\r\n'],
  ])('%j', (values, line) => {
    expect(csvLine(values)).toBe(line);
  });
});
