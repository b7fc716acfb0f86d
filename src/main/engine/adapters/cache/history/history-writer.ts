import type Database from 'better-sqlite3';
import { grown } from '#domain/board/columns.ts';
import { encodeChanges } from '#domain/history/changes-codec.ts';
import { ChangeColumns, type RecordedChanges } from '#domain/history/recorded-changes.ts';
import { type HistoryBatch, NO_TEXT, type SelectionDefinitions, TEXT_END } from '../../../ports/history.ts';
import { KnownGames } from './known-games.ts';
import { readJournal } from './read-journal.ts';

/** A chunk holds at most so many changes. */
const CHUNK_CHANGES = 2048;
/** Fewer changes of a game are worth no chunk yet: they go on in the journal. */
const LEAST_CHUNK_CHANGES = 128;
/** The journal is to be worked into chunks when so many have come: with more of them it holds up the next batch too long. */
export const COMPACT_CHANGES = 80_000;
/** What goes on in the journal is gathered in rows of at most so many. */
const BODY_CHANGES = 200_000;
/** A game of which nothing has come for this long leaves the journal, however little it is. */
const QUIET_MS = 6 * 3_600_000;
const TEXTS_A_SELECTION = 5;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Writes batches into the history, each in one transaction. What has come lies in the journal first; `compact` works it
 * into chunks by game. Every method that throws SQLite's errors has changed nothing, and can be called again.
 */
export class HistoryWriter {
  readonly #database: Database.Database;
  readonly #known: KnownGames;
  readonly #statements;
  /** What the journal holds, by permanent game. */
  readonly #pending = new Map<number, ChangeColumns>();
  /** The changes of the batch at hand, by permanent ids. */
  readonly #resolved = new ChangeColumns();
  #pendingChanges = 0;
  #keptInJournal = 0;
  #lastJournalId = 0;
  /** Permanent ids of the selections and their games by the numbers of this run. */
  #selectionId = new Int32Array(1024);
  #gameId = new Int32Array(1024);

  constructor(database: Database.Database) {
    this.#database = database;
    this.#known = new KnownGames(database);
    this.#statements = {
      journal: database.prepare('INSERT INTO journal (body) VALUES (?)'),
      forgetJournal: database.prepare('DELETE FROM journal WHERE id <= ?'),
      addChunk: database.prepare(
        'INSERT INTO chunks (game, first_ms, last_ms, count, body) VALUES (?, ?, ?, ?, ?)',
      ),
    };
    // a killed program left its last changes in the journal
    this.#lastJournalId = readJournal(database, (game, { selection, atMs, american, what }) =>
      this.#addPending(game, selection, atMs, american, what),
    );
  }

  /** Changes in the journal that have come since it was last worked into chunks. */
  get newChanges(): number {
    return this.#pendingChanges - this.#keptInJournal;
  }

  /** Permanent ids of the games whose words are still needed: those of this run, and those that the journal speaks of. */
  gamesInUse(): Set<number> {
    return new Set([...this.#known.ids(), ...this.#pending.keys()]);
  }

  /** Writes a batch, whole or not at all. */
  write(batch: HistoryBatch): void {
    const resolved = this.#resolved;
    resolved.clear();
    const games: number[] = [];
    this.#transaction(() => {
      for (const game of batch.games) this.#known.defineGame(game);
      for (const [at, name] of batch.sportsbooks.entries())
        this.#known.defineSportsbook(batch.sportsbooksFrom + at, name);
      const { selections } = batch;
      const texts = decoder.decode(selections.texts).split(TEXT_END);
      let defined = 0;
      const { count, selection, atMs, american, what } = batch.changes;
      for (let at = 0; at < count; at += 1) {
        while (defined < selections.count && selections.from[defined]! <= at)
          this.#define(selections, defined++, texts);
        const id = this.#selectionId[selection[at]!]!;
        if (id === 0) throw new Error(`Selection ${selection[at]} was not defined.`);
        resolved.add(id, Math.floor(atMs[at]!), american[at]!, what[at]!);
        games.push(this.#gameId[selection[at]!]!);
      }
      while (defined < selections.count) this.#define(selections, defined++, texts);
      if (count === 0) return;
      const { lastInsertRowid } = this.#statements.journal.run(encodeChanges(resolved));
      this.#lastJournalId = Number(lastInsertRowid);
    });
    for (let at = 0; at < resolved.count; at += 1) {
      this.#addPending(
        games[at]!,
        resolved.selection[at]!,
        resolved.atMs[at]!,
        resolved.american[at]!,
        resolved.what[at]!,
      );
    }
    for (const game of batch.gamesGone) this.#known.forget(game);
  }

  /**
   * Works the journal into chunks by game. A game with few changes goes on in the journal, gathered in one row, unless
   * `isEverything`.
   */
  compact(isEverything = false): void {
    if (this.#pendingChanges === 0) return;
    const rest = new ChangeColumns();
    const worked: number[] = [];
    let journalId = this.#lastJournalId;
    let newestMs = 0;
    for (const changes of this.#pending.values())
      newestMs = Math.max(newestMs, changes.atMs[changes.count - 1]!);
    this.#transaction(() => {
      for (const [game, changes] of this.#pending) {
        if (isEverything || changes.count >= LEAST_CHUNK_CHANGES || isQuiet(changes, newestMs)) {
          this.#addChunks(game, changes);
          worked.push(game);
        } else rest.append(changes);
      }
      this.#statements.forgetJournal.run(journalId);
      for (let from = 0; from < rest.count; from += BODY_CHANGES) {
        const body = encodeChanges(rest.part(from, BODY_CHANGES));
        journalId = Number(this.#statements.journal.run(body).lastInsertRowid);
      }
    });
    this.#lastJournalId = journalId;
    for (const game of worked) this.#pending.delete(game);
    this.#pendingChanges = rest.count;
    this.#keptInJournal = rest.count;
  }

  #addChunks(game: number, changes: ChangeColumns): void {
    for (let from = 0; from < changes.count; from += CHUNK_CHANGES) {
      const chunk = changes.part(from, CHUNK_CHANGES);
      const { firstMs, lastMs } = spanOf(chunk);
      this.#statements.addChunk.run(game, firstMs, lastMs, chunk.count, encodeChanges(chunk));
    }
  }

  #define({ selection, game, sportsbook }: SelectionDefinitions, at: number, texts: readonly string[]): void {
    const from = at * TEXTS_A_SELECTION;
    const text = (part: number) => (texts[from + part] === NO_TEXT ? null : (texts[from + part] ?? ''));
    const number = selection[at]!;
    if (number >= this.#selectionId.length) {
      const capacity = Math.max(number + 1, this.#selectionId.length * 2);
      this.#selectionId = grown(this.#selectionId, capacity);
      this.#gameId = grown(this.#gameId, capacity);
    }
    this.#selectionId[number] = this.#known.selectionId(game[at]!, sportsbook[at]!, {
      outcome: text(0) ?? '',
      name: text(1),
      line: text(2),
      overUnder: text(3),
      target: text(4),
    });
    this.#gameId[number] = this.#known.gameId(game[at]!);
  }

  #addPending(game: number, selection: number, atMs: number, american: number, what: number): void {
    let changes = this.#pending.get(game);
    if (changes === undefined) {
      changes = new ChangeColumns();
      this.#pending.set(game, changes);
    }
    changes.add(selection, atMs, american, what);
    this.#pendingChanges += 1;
  }

  #transaction(work: () => void): void {
    try {
      this.#database.transaction(work).immediate();
    } catch (error) {
      this.#known.distrust();
      throw error;
    }
  }
}

/** Whether nothing has come for so long that a chunk, however small, is the better place. */
function isQuiet(changes: ChangeColumns, newestMs: number): boolean {
  return changes.atMs[changes.count - 1]! < newestMs - QUIET_MS;
}

function spanOf({ count, atMs }: RecordedChanges): { readonly firstMs: number; readonly lastMs: number } {
  let [firstMs, lastMs] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < count; at += 1) {
    if (atMs[at]! < firstMs) firstMs = atMs[at]!;
    if (atMs[at]! > lastMs) lastMs = atMs[at]!;
  }
  return { firstMs, lastMs };
}
