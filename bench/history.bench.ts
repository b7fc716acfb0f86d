import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { ChangeColumns } from '#domain/history/recorded-changes.ts';
import { HistoryReader } from '#engine/adapters/cache/history/history-reader.ts';
import { HistoryWriter } from '#engine/adapters/cache/history/history-writer.ts';
import { openHistory, openHistoryToRead } from '#engine/adapters/cache/history/open-history.ts';
import { type HistoryBatch, NO_TEXT, TEXT_END } from '#engine/ports/history.ts';
import { isQuick, medianOf, report, rounded, timeMs } from './report.ts';

/** The history under a load: a day of 400 games at 25 sportsbooks, 50 selections each, and as many changes as asked for. */
const CHANGES = isQuick() ? 1_000_000 : 10_000_000;
const GAMES = 400;
const BOOKS = 25;
const OUTCOMES = isQuick() ? 10 : 50;
/** The peer takes one change in so many: the whole in the quick run. */
const PEER_SHARE = isQuick() ? 1 : 4;
const PER_BATCH = 2_000;
const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 0, 18);

const folder = mkdtempSync(path.join(tmpdir(), 'linewatch-bench-history-'));

/** A stream of changes in which prices wander by cents, some games busier than others; the same each run. */
function* batches(): Iterable<HistoryBatch> {
  const selections = GAMES * BOOKS * OUTCOMES;
  const prices = new Int32Array(selections).fill(-110);
  const definitions = definitionsOf();
  let seed = 1;
  const next = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  for (let sent = 0; sent < CHANGES; sent += PER_BATCH) {
    const changes = new ChangeColumns();
    const fromMs = START_MS + (sent / CHANGES) * DAY_MS;
    for (let n = 0; n < PER_BATCH; n += 1) {
      const selection = Math.floor(next() ** 2 * selections);
      const moved = prices[selection]! + Math.round((next() - 0.5) * 20);
      prices[selection] = Math.abs(moved) < 100 ? (moved < 0 ? -100 : 100) : moved;
      const isSuspended = next() < 0.03;
      changes.add(selection + 1, Math.floor(fromMs + n / 8), isSuspended ? 0 : prices[selection]!, 0);
    }
    yield { ...EMPTY, ...(sent === 0 && definitions), changes: changes.copy() };
  }
}

const NO_SELECTIONS = {
  count: 0,
  selection: new Int32Array(0),
  game: new Int32Array(0),
  sportsbook: new Int32Array(0),
  texts: '',
};
const EMPTY = { games: [], gamesGone: [], sportsbooks: [], sportsbooksFrom: 0, selections: NO_SELECTIONS };

function definitionsOf() {
  const games = Array.from({ length: GAMES }, (_, game) => ({
    game,
    label: `Home ${game} vs Away ${game}, 2026-01-18, 07`,
    sport: 'NBA',
    home: `Home ${game}`,
    away: `Away ${game}`,
    startsAtMs: START_MS + DAY_MS,
    universalId: null,
  }));
  const texts: string[] = [];
  const count = GAMES * BOOKS * OUTCOMES;
  const [selection, game, sportsbook] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  for (let at = 0; at < count; at += 1) {
    selection[at] = at + 1;
    game[at] = Math.floor(at / (BOOKS * OUTCOMES));
    sportsbook[at] = Math.floor(at / OUTCOMES) % BOOKS;
    const n = at % OUTCOMES;
    const player = `Player ${n} of Home ${game[at]}`;
    texts.push(`${player} Over ${n}.5 Points`, 'Points', `${n}.5`, 'Over', n === 0 ? NO_TEXT : player);
  }
  return {
    games,
    sportsbooks: Array.from({ length: BOOKS }, (_, book) => `book ${book}`),
    selections: { count, selection, game, sportsbook, texts: texts.join(TEXT_END) },
  };
}

const plain = new Database(path.join(folder, 'rows.db'));
plain.pragma('journal_mode = WAL');
plain.pragma('synchronous = NORMAL');
plain.exec(
  'CREATE TABLE changes (selection INTEGER, at_ms INTEGER, american INTEGER, PRIMARY KEY (selection, at_ms)) STRICT, WITHOUT ROWID',
);
const insert = plain.prepare('INSERT OR REPLACE INTO changes VALUES (?, ?, ?)');
const insertAll = plain.transaction(({ changes }: HistoryBatch) => {
  for (let at = 0; at < changes.count; at += 1)
    insert.run(changes.selection[at], changes.atMs[at], changes.american[at]);
});

const database = openHistory(folder);
const writer = new HistoryWriter(database);
const [ours, rows] = [
  { ms: 0, changes: 0 },
  { ms: 0, changes: 0 },
];
let longestMs = 0;
for (const batch of batches()) {
  const tookMs = timeMs(() => {
    writer.write(batch);
    if (writer.newChanges >= 200_000) writer.compact();
  });
  // the first batch defines half a million selections; that is a snapshot's cost, not a change's
  if (batch.games.length === 0) {
    ours.ms += tookMs;
    ours.changes += batch.changes.count;
    longestMs = Math.max(longestMs, tookMs);
  }
  // the peer takes a share of the same changes in turn, so that a noisy neighbour disturbs both
  if (rows.changes < CHANGES / PEER_SHARE) {
    rows.ms += timeMs(() => insertAll(batch));
    rows.changes += batch.changes.count;
  }
}
writer.compact(true);
database.pragma('wal_checkpoint(TRUNCATE)');
const bytes = statSync(path.join(folder, 'history.db')).size;
const perSecond = (ours.changes / ours.ms) * 1000;
const rowsPerSecond = (rows.changes / rows.ms) * 1000;
plain.pragma('wal_checkpoint(TRUNCATE)');

report({
  work: `history: insert ${CHANGES} changes`,
  limit: '300000 changes/s',
  peer: `better-sqlite3 integer rows: ${Math.round(rowsPerSecond)} changes/s, ${rounded(statSync(path.join(folder, 'rows.db')).size / rows.changes)} bytes a change`,
  ours: `${Math.round(perSecond)} changes/s, longest write ${Math.round(longestMs)} ms`,
  ratio: rounded(perSecond / rowsPerSecond),
  target: '5',
  met: perSecond / rowsPerSecond >= 5 && perSecond >= 300_000,
});
report({
  work: 'history: bytes a change, texts and indexes included',
  limit: '14',
  peer: 'integer rows WITHOUT ROWID: 18.6',
  ours: `${rounded(bytes / CHANGES)} (${Math.round(bytes / 2 ** 20)} MiB, ${GAMES * BOOKS * OUTCOMES} selections)`,
  ratio: rounded(bytes / CHANGES),
  target: '<= 14',
  met: bytes / CHANGES <= 14,
});

const reader = new HistoryReader(openHistoryToRead(folder));
const ask = (game: number, of: Parameters<typeof reader.series>[0]['of']) =>
  timeMs(() =>
    reader.series({
      games: [{ label: `Home ${game} vs Away ${game}, 2026-01-18, 07`, isFlipped: false }],
      of,
      fromMs: START_MS,
      toMs: START_MS + DAY_MS,
      columns: 1000,
    }),
  );
const READS = 21;
const one = Array.from({ length: READS }, (_, n) =>
  ask(n, { kind: 'outcome', sportsbook: 'book 3', outcome: `Player 3 of Home ${n} Over 3.5 Points` }),
);
const across = Array.from({ length: READS }, (_, n) =>
  ask(n, { kind: 'bet', market: `game|points|player|player 3 of home ${n}|3.5`, side: 'over' }),
);
for (const [work, times] of [
  ['one selection, a day', one],
  ['one bet across 25 sportsbooks, a day', across],
] as const) {
  report({
    work: `history: read ${work}, thinned, among ${CHANGES} changes`,
    limit: '50 ms',
    peer: '-',
    ours: `${rounded(medianOf(times))} ms median, ${rounded(Math.max(...times))} ms slowest`,
    ratio: rounded(medianOf(times)),
    target: '<= 50',
    met: medianOf(times) <= 50,
  });
}
rmSync(folder, { recursive: true, force: true });
