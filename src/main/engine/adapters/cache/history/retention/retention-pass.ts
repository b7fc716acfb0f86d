import type Database from 'better-sqlite3';
import { expired, expiryOf, type StoredChunk } from '#domain/history/retention.ts';
import type { Retention } from '../../../../ports/history.ts';
import { StoredChunks } from './stored-chunks.ts';

/** A slice that writes ends after about this long, its commit left out, so that no price waits for it. */
const SLICE_MS = 4;
const CHUNKS_A_SLICE = 48;
/** So many rows of words go at once. */
const WORDS_A_SLICE = 400;
const LEAST_PAGES = 8;
const MOST_PAGES = 4_096;

interface PassNeeds {
  readonly database: Database.Database;
  readonly retention: Retention;
  readonly nowMs: number;
  /** Permanent ids of the games whose words the writer still needs. */
  readonly inUse: () => ReadonlySet<number>;
  /** Milliseconds of a clock that only rises. */
  readonly uptimeMs: () => number;
}

/**
 * One pass over the history that takes off what is not to be kept any longer: chunks, then the words of games that have
 * none left, old plays, then the pages that became free. Every step is a short write; what comes in between does no harm.
 */
export class RetentionPass {
  readonly #needs: PassNeeds;
  readonly #chunks: Iterator<StoredChunk>;
  readonly #kept: ReadonlySet<number>;
  readonly #statements;
  #phase: 'chunks' | 'words' | 'plays' | 'pages' | 'done' = 'chunks';
  #lastPlay = 0;
  readonly #beforeMs: number | null;
  #lastGame = 0;
  #pages = LEAST_PAGES;
  #changesGone = 0;

  constructor(needs: PassNeeds) {
    const { database, retention, nowMs } = needs;
    this.#needs = needs;
    const stored = new StoredChunks(database);
    this.#kept = stored.idsOf(retention.keptGames);
    const expiry = expiryOf(retention.limits, stored.held(), nowMs);
    this.#beforeMs = expiry.beforeMs;
    this.#chunks = expired(stored.byAge(), expiry, (game) => this.#kept.has(game));
    this.#statements = {
      dropChunk: database.prepare('DELETE FROM chunks WHERE id = ?'),
      emptyGame: database.prepare<[number], { id: number }>(
        `SELECT id FROM games WHERE id > ? AND NOT EXISTS (SELECT 1 FROM chunks WHERE chunks.game = games.id)
         ORDER BY id LIMIT 1`,
      ),
      dropSelections: database.prepare(
        `DELETE FROM selections WHERE id IN (
           SELECT s.id FROM outcomes o JOIN selections s ON s.outcome = o.id WHERE o.game = ? LIMIT ${WORDS_A_SLICE})`,
      ),
      dropOutcomes: database.prepare(
        `DELETE FROM outcomes WHERE id IN (SELECT id FROM outcomes WHERE game = ? LIMIT ${WORDS_A_SLICE})`,
      ),
      plays: database.prepare<[number], { id: number; game: string; atMs: number }>(
        `SELECT id, game, arrived_ms AS atMs FROM plays WHERE id > ? ORDER BY id LIMIT ${WORDS_A_SLICE}`,
      ),
      dropPlay: database.prepare('DELETE FROM plays WHERE id = ?'),
      dropGame: database.prepare('DELETE FROM games WHERE id = ?'),
    };
  }

  /** Changes that this pass has taken off. */
  get changesGone(): number {
    return this.#changesGone;
  }

  /** Does one slice. Says whether there is more to do. Throws SQLite's errors; a step that threw has changed nothing. */
  step(): boolean {
    switch (this.#phase) {
      case 'chunks':
        return this.#dropChunks();
      case 'words':
        return this.#dropWords();
      case 'plays':
        return this.#dropPlays();
      case 'pages':
        return this.#givePagesBack();
      case 'done':
        return false;
    }
  }

  #dropChunks(): boolean {
    const endMs = this.#needs.uptimeMs() + SLICE_MS;
    this.#write(() => {
      for (let n = 0; n < CHUNKS_A_SLICE && this.#needs.uptimeMs() < endMs; n += 1) {
        const next = this.#chunks.next();
        if (next.done) {
          this.#phase = 'words';
          return;
        }
        this.#statements.dropChunk.run(next.value.id);
        this.#changesGone += next.value.changes;
      }
    });
    return true;
  }

  #dropWords(): boolean {
    const inUse = this.#needs.inUse();
    const endMs = this.#needs.uptimeMs() + SLICE_MS;
    this.#write(() => {
      while (this.#needs.uptimeMs() < endMs) {
        const game = this.#statements.emptyGame.get(this.#lastGame)?.id;
        if (game === undefined) {
          this.#phase = 'plays';
          return;
        }
        // a game of the board, or one of which the journal still holds something, keeps its words
        if (!inUse.has(game) && !this.#kept.has(game)) {
          if (this.#statements.dropSelections.run(game).changes > 0) continue;
          if (this.#statements.dropOutcomes.run(game).changes > 0) continue;
          this.#statements.dropGame.run(game);
        }
        this.#lastGame = game;
      }
    });
    return true;
  }

  /** Plays go by their age alone: they are few. */
  #dropPlays(): boolean {
    const beforeMs = this.#beforeMs;
    const page = beforeMs === null ? [] : this.#statements.plays.all(this.#lastPlay);
    const isKept = new Set(this.#needs.retention.keptGames);
    this.#write(() => {
      for (const { id, game, atMs } of page) {
        if (beforeMs !== null && atMs < beforeMs && !isKept.has(game)) this.#statements.dropPlay.run(id);
        this.#lastPlay = id;
      }
    });
    if (page.length < WORDS_A_SLICE) this.#phase = 'pages';
    return true;
  }

  #givePagesBack(): boolean {
    const { database, uptimeMs } = this.#needs;
    const free = () => Number(database.pragma('freelist_count', { simple: true }));
    const before = free();
    if (before === 0) {
      this.#phase = 'done';
      return false;
    }
    const fromMs = uptimeMs();
    database.pragma(`incremental_vacuum(${this.#pages})`);
    const tookMs = Math.max(uptimeMs() - fromMs, 0.1);
    this.#pages = Math.round(
      Math.min(MOST_PAGES, Math.max(LEAST_PAGES, (this.#pages * SLICE_MS) / tookMs / 2)),
    );
    if (free() < before) return true;
    this.#phase = 'done';
    return false;
  }

  #write(work: () => void): void {
    this.#needs.database.transaction(work).immediate();
  }
}
