import type { Board } from '#domain/board/board.ts';
import {
  CHANGE_ADDED,
  CHANGE_PRICE,
  CHANGE_REMOVED,
  CHANGE_TEXT,
  type Changes,
} from '#domain/board/changes.ts';
import { ChangeColumns, FROM_SNAPSHOT, GONE } from '#domain/history/recorded-changes.ts';
import { NOT_OFFERED } from '#domain/odds/american.ts';
import type { Clock } from '../../ports/clock.ts';
import type { History } from '../../ports/history.ts';
import { DefinedGames } from './defined-games.ts';
import { DefinedSelections } from './defined-selections.ts';

/** A change waits this long for others; together with the writing of it a killed program loses no more than 300 ms. */
export const GATHER_MS = 50;
/** So many changes, or definitions of selections, leave at once: a small disk and a slow one take them in steps. */
const MOST_GATHERED = 50_000;
const MOST_DEFINED = 4_000;

/** What is kept of what happens to a selection. */
const KEPT = CHANGE_ADDED | CHANGE_PRICE | CHANGE_TEXT | CHANGE_REMOVED;

interface RecordNeeds {
  readonly clock: Clock;
  readonly board: Board;
  readonly history: History;
}

/**
 * Keeps every change of the board: price, suspension, new line, and what came or went. Give it every fold's `Changes`.
 * The feed never waits: while the disk is too slow, changes are left out and counted.
 */
export class HistoryRecorder {
  readonly #needs: RecordNeeds;
  readonly #games: DefinedGames;
  readonly #selections: DefinedSelections;
  readonly #changes = new ChangeColumns();
  #cancel: (() => void) | undefined;
  #leftOut = 0;
  /** Nothing was gathered since it began. */
  #isAnew = true;

  constructor(needs: RecordNeeds) {
    this.#needs = needs;
    this.#games = new DefinedGames(needs.board);
    this.#selections = new DefinedSelections(needs.board);
  }

  /** Changes that were left out because the disk was too slow. */
  get leftOut(): number {
    return this.#leftOut;
  }

  /** Changes that wait to leave. */
  get gathered(): number {
    return this.#changes.count;
  }

  /** Takes note of a fold. */
  note(changes: Changes): void {
    if (this.#needs.history.isBehind) return this.#leaveOut(changes);
    // a number that was given back must not mean two games in one batch
    if (changes.gamesAdded.some((game) => this.#games.isGone(game))) this.#flush();
    for (const game of changes.gamesRestated) this.#games.restate(game);
    this.#isAnew = false;
    this.#gather(changes);
    for (const game of changes.gamesRemoved) this.#games.remove(game);
    if (this.#changes.count >= MOST_GATHERED || this.#selections.count >= MOST_DEFINED) this.#flush();
    else if (this.#changes.count > 0)
      this.#cancel ??= this.#needs.clock.after(GATHER_MS, () => this.#flush());
  }

  #gather(changes: Changes): void {
    const isSnapshot = changes.origin === 'snapshot' ? FROM_SNAPSHOT : 0;
    const { atMs } = changes;
    const gathered = this.#changes;
    const known = this.#selections;
    for (let at = 0; at < changes.count; at += 1) {
      const what = changes.what(at);
      if ((what & KEPT) === 0) continue;
      const selection = changes.selection(at);
      const isGone = (what & CHANGE_REMOVED) !== 0;
      // with other words it is another selection
      if ((what & CHANGE_TEXT) !== 0 && !isGone && known.isDefined(selection)) {
        gathered.add(selection, atMs, NOT_OFFERED, GONE | isSnapshot);
        known.forget(selection);
      }
      if (!known.isDefined(selection)) this.#define(selection);
      if (isGone) {
        gathered.add(selection, atMs, NOT_OFFERED, GONE | isSnapshot);
        known.forget(selection);
      } else {
        const isSeenFirst = changes.previous(at) === NOT_OFFERED;
        gathered.add(selection, atMs, changes.american(at), isSeenFirst ? isSnapshot : 0);
      }
    }
  }

  #define(selection: number): void {
    const { listings, selections } = this.#needs.board;
    const { game, sportsbook } = listings.at(selections.listing(selection))!;
    this.#games.define(game);
    this.#selections.define(selection, game, sportsbook, this.#changes.count);
  }

  /** The database has begun anew: everything is defined again when it next changes. */
  beginAnew(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#isAnew = true;
    this.#changes.clear();
    this.#games.beginAnew();
    this.#selections.beginAnew();
  }

  /** Sends what was gathered. Nothing is sent afterwards. */
  stop(): void {
    this.#flush();
  }

  #leaveOut(changes: Changes): void {
    this.#leftOut += changes.count + this.#changes.count;
    // once is enough: with every fold it would cost more than recording them
    if (!this.#isAnew) this.beginAnew();
  }

  #flush(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    const games = this.#games.take();
    const { sportsbooks, sportsbooksFrom, selections } = this.#selections.take();
    if (this.#changes.count + games.defined.length + games.gone.length > 0) {
      this.#needs.history.write({
        games: games.defined,
        gamesGone: games.gone,
        sportsbooks,
        sportsbooksFrom,
        selections,
        changes: this.#changes.take(),
      });
    }
  }
}
