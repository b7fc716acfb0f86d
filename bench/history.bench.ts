import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { HistoryReader } from '#engine/adapters/cache/history/history-reader.ts';
import { COMPACT_CHANGES, HistoryWriter } from '#engine/adapters/cache/history/history-writer.ts';
import { openHistory, openHistoryToRead } from '#engine/adapters/cache/history/open-history.ts';
import { previewRetention } from '#engine/adapters/cache/history/retention/preview-retention.ts';
import { RetentionPass } from '#engine/adapters/cache/history/retention/retention-pass.ts';
import type { HistoryBatch } from '#engine/ports/history.ts';
import { BOOKS, batches, CHANGES, DAY_MS, GAMES, OUTCOMES, START_MS } from './recorded-day.ts';
import { isQuick, medianOf, report, rounded, timeMs } from './report.ts';

/** The peer takes the first of so many changes: its table stays smaller, which favours it. */
const PEER_SHARE = isQuick() ? 2 : 4;

const folder = mkdtempSync(path.join(tmpdir(), 'linewatch-bench-history-'));

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
    if (writer.newChanges >= COMPACT_CHANGES) writer.compact();
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
  peer: `better-sqlite3 integer rows, the first ${rows.changes}: ${Math.round(rowsPerSecond)} changes/s, ${rounded(statSync(path.join(folder, 'rows.db')).size / rows.changes)} bytes a change`,
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
const uptimeMs = () => performance.now();
const limits = { days: null, bytes: Math.round(bytes / 2) };
const previewMs = timeMs(() => previewRetention(database, { limits, keptGames: [] }, START_MS + DAY_MS));
const pass = new RetentionPass({
  database,
  retention: { limits, keptGames: [] },
  nowMs: START_MS + DAY_MS,
  inUse: () => writer.gamesInUse(),
  uptimeMs,
});
const slices: number[] = [];
for (let hasMore = true; hasMore; ) {
  slices.push(
    timeMs(() => {
      hasMore = pass.step();
    }),
  );
}
report({
  work: `history: take half of ${CHANGES} changes off, in slices`,
  limit: '20 ms a slice',
  peer: '-',
  ours: `${rounded(Math.max(...slices))} ms longest, ${rounded(medianOf(slices))} ms median of ${slices.length} slices; preview ${rounded(previewMs)} ms`,
  ratio: rounded(Math.max(...slices)),
  target: '<= 20',
  met: Math.max(...slices) <= 20,
});
rmSync(folder, { recursive: true, force: true });
