import type { GameComplaint } from '../connection/read-complaint.ts';

/** Games that one socket is subscribed to at most; more are left out, the least important first. */
export const MAX_FOLLOWED_GAMES = 40;

/**
 * What became of a wanted game: `waiting` nothing was said of it yet (it may not have begun), `live` the provider
 * follows it, `not-supported` there is no such feed for it, `wrong-label` the provider does not know its name.
 */
export type GameSupport = 'waiting' | 'live' | GameComplaint;

/** The games that are wanted of a socket, and what became of each. */
export class WantedGames {
  readonly #changed: (game: string, support: GameSupport) => void;
  #games = new Map<string, GameSupport>();
  /** Complaints about a game that could not be matched with one. */
  unplaced = 0;

  constructor(changed: (game: string, support: GameSupport) => void) {
    this.#changed = changed;
  }

  /** What became of a game; `null` while it is not wanted. */
  get(game: string): GameSupport | null {
    return this.#games.get(game) ?? null;
  }

  /** Wants exactly these, the most important first. Answers those that are too many. */
  want(games: readonly string[]): readonly string[] {
    const all = [...new Set(games)].filter((game) => game !== '');
    const before = this.#games;
    const wanted = all.slice(0, MAX_FOLLOWED_GAMES);
    this.#games = new Map(wanted.map((game) => [game, before.get(game) ?? 'waiting']));
    for (const game of wanted) if (!before.has(game)) this.#changed(game, 'waiting');
    return all.slice(MAX_FOLLOWED_GAMES);
  }

  /** The wanted games that the provider has not turned down; one that was is asked for when it is wanted anew. */
  worthAsking(): readonly string[] {
    return [...this.#games].filter(([, support]) => !isTurnedDown(support)).map(([game]) => game);
  }

  set(game: string, support: GameSupport): void {
    const before = this.#games.get(game);
    if (before === undefined || before === support) return;
    this.#games.set(game, support);
    this.#changed(game, support);
  }

  /** The connection is gone: no game is live any more. */
  lost(): void {
    for (const [game, support] of this.#games) if (support === 'live') this.set(game, 'waiting');
  }

  /** The wanted games that a complaint is about: the one in the frame's own field, else those that the text names. */
  named(text: string, game: string | undefined): readonly string[] {
    return game !== undefined && this.#games.has(game) ? [game] : this.#namedIn(text);
  }

  /** The provider turned games down: those named, else the only one that waits. Else nobody knows which: counted. */
  refuse(complaint: GameComplaint, named: readonly string[]): void {
    const waiting = [...this.#games].filter(([, support]) => support === 'waiting').map(([label]) => label);
    const meant = named.length > 0 || waiting.length !== 1 ? named : waiting;
    if (meant.length === 0) this.unplaced += 1;
    for (const label of meant) this.set(label, complaint);
  }

  /** Labels in a text; the longer first, because one label may begin another. */
  #namedIn(text: string): readonly string[] {
    let rest = text;
    return [...this.#games.keys()]
      .sort((left, right) => right.length - left.length)
      .filter((label) => {
        const isNamed = rest.includes(label);
        rest = rest.replaceAll(label, ' ');
        return isNamed;
      });
  }
}

function isTurnedDown(support: GameSupport): boolean {
  return support === 'not-supported' || support === 'wrong-label';
}
