import type Database from 'better-sqlite3';
import type { GameDefinition } from '../../../ports/history.ts';

/** A selection in words, as the history keeps it. */
export interface SelectionTexts {
  readonly outcome: string;
  readonly name: string | null;
  readonly line: string | null;
  readonly overUnder: string | null;
  readonly target: string | null;
}

interface KnownGame {
  readonly definition: GameDefinition;
  /** Its permanent id; `undefined` until it is looked up (anew). */
  id: number | undefined;
  /** Its outcomes by their words; `undefined` until somebody asks. */
  outcomes: Map<string, KnownOutcome> | undefined;
}

interface KnownOutcome {
  readonly id: number;
  /** Ids of its selections by permanent sportsbook. */
  readonly selections: Map<number, number>;
}

/**
 * Gives games, sportsbooks and selections their permanent ids in the database: the same words always get the same id.
 * Keeps in memory what the games of this run need, and no more.
 */
export class KnownGames {
  readonly #games = new Map<number, KnownGame>();
  readonly #sportsbooks: { readonly name: string; id: number | undefined }[] = [];
  readonly #statements;

  constructor(database: Database.Database) {
    this.#statements = {
      game: database.prepare<unknown[], { id: number }>(
        `INSERT INTO games (label, sport, home, away, starts_ms, universal_id) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (label) DO UPDATE SET sport = excluded.sport, home = excluded.home, away = excluded.away,
           starts_ms = coalesce(excluded.starts_ms, starts_ms),
           universal_id = coalesce(excluded.universal_id, universal_id)
         RETURNING id`,
      ),
      gameByLabel: database.prepare<[string], { id: number }>('SELECT id FROM games WHERE label = ?'),
      sportsbook: database.prepare<[string], { id: number }>(
        'INSERT INTO sportsbooks (name) VALUES (?) ON CONFLICT (name) DO UPDATE SET name = name RETURNING id',
      ),
      outcomesOf: database.prepare<
        [number],
        SelectionTexts & {
          readonly id: number;
          readonly sportsbook: number | null;
          readonly selection: number;
        }
      >(
        `SELECT o.id, o.outcome, o.name, o.line, o.over_under AS overUnder, o.target, s.sportsbook, s.id AS selection
         FROM outcomes o LEFT JOIN selections s ON s.outcome = o.id WHERE o.game = ?`,
      ),
      outcome: database.prepare(
        'INSERT INTO outcomes (game, outcome, name, line, over_under, target) VALUES (?, ?, ?, ?, ?, ?)',
      ),
      selection: database.prepare('INSERT INTO selections (outcome, sportsbook) VALUES (?, ?)'),
    };
  }

  /** Takes a game of this run in, new or restated. */
  defineGame(definition: GameDefinition): void {
    const known = this.#games.get(definition.game);
    const isSame = known?.definition.label === definition.label;
    const game = { definition, id: undefined, outcomes: isSame ? known?.outcomes : undefined };
    this.#games.set(definition.game, game);
    this.gameId(definition.game);
  }

  defineSportsbook(number: number, name: string): void {
    this.#sportsbooks[number] = { name, id: undefined };
  }

  /** The permanent id of a game of this run. */
  gameId(game: number): number {
    const known = this.#game(game);
    if (known.id === undefined) {
      const { label, sport, home, away, startsAtMs, universalId } = known.definition;
      known.id = this.#statements.game.get(label, sport, home, away, startsAtMs, universalId)!.id;
    }
    return known.id;
  }

  /** The permanent id of a selection, made where its words are new. */
  selectionId(game: number, sportsbook: number, texts: SelectionTexts): number {
    const known = this.#game(game);
    const gameId = this.gameId(game);
    const book = this.#sportsbookId(sportsbook);
    known.outcomes ??= this.#load(gameId);
    const key = keyOf(texts);
    let offered = known.outcomes.get(key);
    if (offered === undefined) {
      const { outcome, name, line, overUnder, target } = texts;
      const added = this.#statements.outcome.run(gameId, outcome, name, line, overUnder, target);
      offered = { id: Number(added.lastInsertRowid), selections: new Map() };
      known.outcomes.set(key, offered);
    }
    const found = offered.selections.get(book);
    if (found !== undefined) return found;
    const id = Number(this.#statements.selection.run(offered.id, book).lastInsertRowid);
    offered.selections.set(book, id);
    return id;
  }

  /** Permanent ids of the games of this run. */
  *ids(): Iterable<number> {
    for (const { id, definition } of this.#games.values()) {
      const known = id ?? this.#statements.gameByLabel.get(definition.label)?.id;
      if (known !== undefined) yield known;
    }
  }

  /** Forgets a game that left the board. */
  forget(game: number): void {
    this.#games.delete(game);
  }

  /** Forgets the ids that a transaction may have given that was taken back; they are looked up anew. */
  distrust(): void {
    for (const known of this.#games.values()) [known.id, known.outcomes] = [undefined, undefined];
    for (const sportsbook of this.#sportsbooks) if (sportsbook) sportsbook.id = undefined;
  }

  #sportsbookId(number: number): number {
    const sportsbook = this.#sportsbooks[number];
    if (sportsbook === undefined) throw new Error(`Sportsbook ${number} was not defined.`);
    sportsbook.id ??= this.#statements.sportsbook.get(sportsbook.name)!.id;
    return sportsbook.id;
  }

  #game(game: number): KnownGame {
    const known = this.#games.get(game);
    if (known === undefined) throw new Error(`Game ${game} was not defined.`);
    return known;
  }

  #load(game: number): Map<string, KnownOutcome> {
    const outcomes = new Map<string, KnownOutcome>();
    for (const row of this.#statements.outcomesOf.iterate(game)) {
      const key = keyOf(row);
      let known = outcomes.get(key);
      if (known === undefined) {
        known = { id: row.id, selections: new Map() };
        outcomes.set(key, known);
      }
      if (row.sportsbook !== null) known.selections.set(row.sportsbook, row.selection);
    }
    return outcomes;
  }
}

function keyOf({ outcome, name, line, overUnder, target }: SelectionTexts): string {
  return `${outcome}\u001f${name}\u001f${line}\u001f${overUnder}\u001f${target}`;
}
