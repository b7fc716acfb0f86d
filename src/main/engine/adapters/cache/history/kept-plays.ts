import type Database from 'better-sqlite3';
import type { PlayEntry } from '#domain/play/play.ts';
import type { KeptPlay } from '../../../ports/history.ts';

/** Answers the function that writes plays, all or none; one that is there already stays as it is. */
export function playWriter(database: Database.Database): (plays: readonly KeptPlay[]) => void {
  const insert = database.prepare(
    'INSERT INTO plays (game, play, arrived_ms, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const write = database.transaction((plays: readonly KeptPlay[]) => {
    for (const { game, play, arrivedAtMs, body } of plays) insert.run(game, play, arrivedAtMs, body);
  });
  return (plays) => write.immediate(plays);
}

/** The plays of a game in the order in which they were first told. */
export function readPlays(database: Database.Database, game: string): PlayEntry[] {
  return database
    .prepare<[string], { body: string }>('SELECT body FROM plays WHERE game = ? ORDER BY id')
    .all(game)
    .map(({ body }) => JSON.parse(body) as PlayEntry);
}
