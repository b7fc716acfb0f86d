import type Database from 'better-sqlite3';
import type { RetentionPreview } from '#contract/storage.ts';
import { expired, expiryOf } from '#domain/history/retention.ts';
import type { Retention } from '../../../../ports/history.ts';
import { StoredChunks } from './stored-chunks.ts';

/** What would go of a history if it were retained by other limits. Sizes are about. */
export function previewRetention(
  database: Database.Database,
  { limits, keptGames }: Retention,
  nowMs: number,
): RetentionPreview {
  const stored = new StoredChunks(database);
  const held = stored.held();
  const kept = stored.idsOf(keptGames);
  const games = new Set<number>();
  let [changes, beforeMs] = [0, null as number | null];
  for (const chunk of expired(stored.byAge(), expiryOf(limits, held, nowMs), (game) => kept.has(game))) {
    games.add(chunk.game);
    changes += chunk.changes;
    beforeMs = chunk.lastMs;
  }
  const share = held.changes === 0 ? 0 : changes / held.changes;
  return {
    bytes: held.bytes,
    changes: held.changes,
    goingBytes: Math.round(held.bytes * share),
    goingChanges: changes,
    goingGames: games.size,
    goingBeforeMs: beforeMs,
    keptGames: kept.size,
  };
}
