import type { MatchId } from '../identity/match/match-numbers.ts';
import { Matches } from '../identity/match/matches.ts';
import type { Changes } from './changes.ts';
import type { Game, Games } from './games.ts';

/** A label of a match, and whether it names the teams the other way round. */
export interface MatchLabel {
  readonly label: string;
  readonly isFlipped: boolean;
}

/**
 * Which games on the board are one match: the provider lists some matches twice, teams flipped or the hour off by one.
 * Give it every fold's `Changes` before anybody asks.
 */
export class Fixtures {
  readonly #games: Games;
  readonly #matches = new Matches();
  #regroupings = 0;
  #regrouped: MatchId[] = [];
  /** By game, as far as somebody asked since games came or went. */
  #firstGames: (number | undefined)[] = [];
  #areFlipped: (boolean | undefined)[] = [];

  constructor(games: Games) {
    this.#games = games;
  }

  /** Rises whenever games moved from one match to another: whoever remembers matches has to look again. */
  get regroupings(): number {
    return this.#regroupings;
  }

  /** The matches that games left or joined with the last fold; those that `regroupings` rose for. */
  get regrouped(): readonly MatchId[] {
    return this.#regrouped;
  }

  /** Takes note of a fold. The number of a match that ended with it is not reused before the next note. */
  note(changes: Changes): void {
    this.#matches.recycle();
    if (this.#regrouped.length > 0) this.#regrouped = [];
    if (!changes.hasGames) return;
    [this.#firstGames, this.#areFlipped] = [[], []];
    for (const game of changes.gamesRemoved) {
      this.#matches.remove(this.#games.at(game).label);
      this.#noteRegrouped();
    }
    for (const game of changes.gamesAdded) this.#place(this.#games.at(game));
    for (const game of changes.gamesRestated) this.#place(this.#games.at(game));
  }

  /** The match of a game on the board. */
  matchOf(game: number): MatchId {
    return this.#matches.find(this.#games.at(game).label) ?? -1;
  }

  /** The games on the board that are a match, in the order in which they came. */
  gamesOf(match: MatchId): readonly number[] {
    return this.#matches.members(match).flatMap((label) => this.#games.find(label) ?? []);
  }

  /** The labels of a match on the board, those first that name its teams as it does. */
  labelsOf(match: MatchId): readonly MatchLabel[] {
    return this.gamesOf(match)
      .map((game) => ({ label: this.#games.at(game).label, isFlipped: this.isFlipped(game) }))
      .sort((left, right) => Number(left.isFlipped) - Number(right.isFlipped));
  }

  /** Of the games of a game's match the oldest that names the teams as the match does; the same while it is there. */
  firstGameOf(game: number): number {
    const known = this.#firstGames[game];
    if (known !== undefined) return known;
    const first = this.gamesOf(this.matchOf(game)).find((each) => !this.isFlipped(each)) ?? game;
    this.#firstGames[game] = first;
    return first;
  }

  /** Whether something that was noted under a label names the teams of a match the other way round, see `Matches`. */
  isTurned(label: string, match: MatchId): boolean {
    return this.#matches.isTurned(label, match);
  }

  /** Whether a game names its teams the other way round than its match does. */
  isFlipped(game: number): boolean {
    const known = this.#areFlipped[game];
    if (known !== undefined) return known;
    const isFlipped = this.#matches.isFlipped(this.#games.at(game).label);
    this.#areFlipped[game] = isFlipped;
    return isFlipped;
  }

  #place(game: Game): void {
    const { label, sport, home, away, startsAtMs, universalId } = game;
    this.#matches.place(label, { sport, home, away, startsAtMs, universalId });
    this.#noteRegrouped();
  }

  #noteRegrouped(): void {
    for (const { from, into } of this.#matches.regrouped) {
      this.#regroupings += 1;
      this.#regrouped.push(from, into);
    }
  }
}
