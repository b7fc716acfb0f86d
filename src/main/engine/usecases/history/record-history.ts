import type { Board } from '#domain/board/board.ts';
import {
  CHANGE_ADDED,
  CHANGE_PRICE,
  CHANGE_REMOVED,
  CHANGE_TEXT,
  type Changes,
} from '#domain/board/changes.ts';
import { grown, Slots } from '#domain/board/columns.ts';
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
/** 0 stands for no number. */
const FIRST_NUMBER = 1;

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
  #numbers = newNumbers();
  readonly #changes = new ChangeColumns();
  #numberOf = new Int32Array(1024);
  #cancel: (() => void) | undefined;
  #leftOut = 0;

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
    const isSnapshot = changes.origin === 'snapshot' ? FROM_SNAPSHOT : 0;
    for (let at = 0; at < changes.count; at += 1) {
      const what = changes.what(at);
      if ((what & (CHANGE_ADDED | CHANGE_PRICE | CHANGE_TEXT | CHANGE_REMOVED)) === 0) continue;
      const selection = changes.selection(at);
      const isStaleBefore = changes.previous(at) === NOT_OFFERED ? isSnapshot : 0;
      if (what & CHANGE_REMOVED) {
        const number = this.#numberFor(selection);
        this.#changes.add(number, changes.atMs, NOT_OFFERED, GONE | isSnapshot);
        this.#release(selection);
        continue;
      }
      if (what & CHANGE_TEXT && this.#held(selection) !== 0) {
        this.#changes.add(this.#held(selection), changes.atMs, NOT_OFFERED, GONE | isSnapshot);
        this.#release(selection);
      }
      this.#changes.add(this.#numberFor(selection), changes.atMs, changes.american(at), isStaleBefore);
    }
    for (const game of changes.gamesRemoved) this.#games.remove(game);
    if (this.#changes.count >= MOST_GATHERED || this.#selections.count >= MOST_DEFINED) this.#flush();
    else if (this.#changes.count > 0)
      this.#cancel ??= this.#needs.clock.after(GATHER_MS, () => this.#flush());
  }

  /** The database has begun anew: everything is defined again when it next changes. */
  beginAnew(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#numberOf.fill(0);
    this.#numbers = newNumbers();
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
    if (this.#numbers.end > FIRST_NUMBER) this.beginAnew();
  }

  #held(selection: number): number {
    return this.#numberOf[selection] ?? 0;
  }

  /** The number by which this batch and the next know the selection; defined where it is new to the writer. */
  #numberFor(selection: number): number {
    const held = this.#held(selection);
    if (held !== 0) return held;
    if (selection >= this.#numberOf.length)
      this.#numberOf = grown(this.#numberOf, Math.max(selection + 1, this.#numberOf.length * 2));
    const number = this.#numbers.take();
    this.#numberOf[selection] = number;
    this.#games.define(this.#needs.board.listings.at(this.#needs.board.selections.listing(selection))!.game);
    this.#selections.define(selection, number);
    return number;
  }

  #release(selection: number): void {
    this.#numbers.giveBack(this.#held(selection));
    this.#numberOf[selection] = 0;
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
        changes: this.#changes.copy(),
      });
    }
    this.#changes.clear();
    this.#numbers.recycle();
  }
}

/** Numbers by which the batches of one run know selections; one that is given back means another only in a later batch. */
function newNumbers(): Slots {
  const numbers = new Slots();
  numbers.takeFirst(FIRST_NUMBER);
  return numbers;
}
