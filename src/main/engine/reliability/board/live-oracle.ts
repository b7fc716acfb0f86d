import type { Board } from '#domain/board/board.ts';
import type { Changes } from '#domain/board/changes.ts';
import type { BoardMessage } from '#domain/board/messages.ts';
import { GAMES } from './truth.ts';

/**
 * Knows in the plainest way what the current connection has said, and finds every price that is shown as live though
 * it was not said, and every change that starts from a price that was not live. Throws what it finds. For tests.
 */
export class LiveOracle {
  readonly #board: Board;
  /** What the current connection has said of each selection: all that may be live. */
  readonly #stated = new Map<string, number>();
  /** What changes have told of each selection on the current connection. */
  readonly #told = new Map<string, number>();

  constructor(board: Board) {
    this.#board = board;
  }

  /** The connection is gone: whatever it said is stale. */
  ended(): void {
    this.#stated.clear();
    this.#told.clear();
  }

  hear(message: BoardMessage): void {
    if (message.kind !== 'prices') return this.#forget(message);
    const { sportsbook, game } = message.at;
    if (message.mode === 'replace') this.#forget({ kind: 'game-removed', sportsbook, game });
    for (const { key, american } of message.outcomes) this.#stated.set(idOf(sportsbook, game, key), american);
  }

  /** A stale price is never the origin of a change. */
  checkChanges(changes: Changes): void {
    for (let at = 0; at < changes.count; at += 1) {
      const selection = changes.selection(at);
      const [previous, american] = [changes.previous(at), changes.american(at)];
      const id = this.#idOf(selection);
      const live = this.#told.get(id) ?? 0;
      if (previous !== 0 && previous !== live)
        throw new Error(`${id} changed from ${previous}, though ${live} was live`);
      if (american !== 0 && american !== this.#board.selections.american(selection))
        throw new Error(`${id} was told as ${american}`);
      this.#told.set(id, american);
    }
  }

  /** What counts as live is what this connection has said, and a feed that is fully live holds nothing else. */
  checkLive(isCurrent: boolean, isFullyLive: boolean): void {
    const { selections, listings } = this.#board;
    for (const [, listing] of listings.onBoard()) {
      for (let selection = listing.head; selection !== -1; selection = selections.next(selection)) {
        const isLive = isCurrent && this.#board.isConfirmed(selection);
        const held = selections.american(selection);
        const said = this.#stated.get(this.#idOf(selection));
        if (isLive && said !== held)
          throw new Error(`${this.#idOf(selection)} is live at ${held}, the connection said ${said}`);
        if (!isLive && isFullyLive) throw new Error(`${this.#idOf(selection)} is stale in a live feed`);
      }
    }
  }

  #forget(removal: Exclude<BoardMessage, { kind: 'prices' }>): void {
    for (const id of this.#stated.keys()) if (isOf(id, removal)) this.#stated.delete(id);
  }

  #idOf(selection: number): string {
    const { listings, sportsbooks, games, selections } = this.#board;
    const { sportsbook, game } = listings.at(selections.listing(selection))!;
    return idOf(sportsbooks.at(sportsbook), games.at(game).label, selections.key(selection));
  }
}

function idOf(sportsbook: string, game: string, key: string): string {
  return `${sportsbook}\n${game}\n${key}`;
}

function isOf(id: string, removal: Exclude<BoardMessage, { kind: 'prices' }>): boolean {
  const [sportsbook, game] = id.split('\n');
  if (sportsbook !== removal.sportsbook) return false;
  if (removal.kind === 'game-removed') return game === removal.game;
  return removal.kind === 'book-cleared' || GAMES[game!] === removal.sport;
}
