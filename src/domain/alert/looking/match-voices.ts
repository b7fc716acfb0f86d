import type { Games } from '../../board/games.ts';
import { Subjects } from './subjects.ts';

/** Of the labels of a match the one that is listened to: where the provider lists it twice, the other tells the same again. */
export class MatchVoices {
  readonly #games: Games;
  readonly #labelOfMatch: (game: number) => string;
  readonly #voices = new Subjects<string>();

  /** `labelOfMatch`: the same for all games of a match, by number. */
  constructor(games: Games, labelOfMatch: (game: number) => string) {
    this.#games = games;
    this.#labelOfMatch = labelOfMatch;
  }

  /** A game speaks: whether it is listened to. It is if no other one of its match has spoken that is on the board still. */
  isHeard(game: number): boolean {
    const { label } = this.#games.at(game);
    const match = this.#labelOfMatch(game);
    const voice = this.#voices.get(match);
    if (voice === label) return true;
    const other = voice === undefined ? undefined : this.#games.find(voice);
    if (other !== undefined && this.#labelOfMatch(other) === match) return false;
    this.#voices.set(match, label);
    return true;
  }
}
