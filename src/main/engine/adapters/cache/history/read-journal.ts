import type Database from 'better-sqlite3';
import { decodeChanges } from '#domain/history/changes-codec.ts';
import type { RecordedChange } from '#domain/history/recorded-changes.ts';

/**
 * Hands over what the journal holds in the order in which it came, each change with the permanent id of its game; the
 * object is reused. What belongs to no selection is left out. Answers the id of the last row, 0 where there is none.
 */
export function readJournal(
  database: Database.Database,
  visit: (game: number, change: RecordedChange) => void,
): number {
  const select = database.prepare<[number], { game: number }>(
    'SELECT o.game FROM selections s JOIN outcomes o ON o.id = s.outcome WHERE s.id = ?',
  );
  const rows = database.prepare<[], { id: number; body: Buffer }>('SELECT id, body FROM journal ORDER BY id');
  const gameOf = new Map<number, number | undefined>();
  let lastId = 0;
  for (const { id, body } of rows.iterate()) {
    lastId = id;
    decodeChanges(body, (change) => {
      const { selection } = change;
      if (!gameOf.has(selection)) gameOf.set(selection, select.get(selection)?.game);
      const game = gameOf.get(selection);
      if (game !== undefined) visit(game, change);
    });
  }
  return lastId;
}
