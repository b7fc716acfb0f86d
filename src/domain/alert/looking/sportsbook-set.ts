import { grown } from '../../board/columns.ts';
import type { Names } from '../../board/names.ts';

const [UNKNOWN, OUT, IN] = [0, 1, 2];

/** Some of the board's sportsbooks, asked for by their numbers many times a second. */
export class SportsbookSet {
  readonly #names: Names;
  readonly #isIn: (sportsbook: string) => boolean;
  #known = new Uint8Array(64);

  /** `isIn`: whether a sportsbook, by its name, is one of them; asked once. */
  constructor(names: Names, isIn: (sportsbook: string) => boolean) {
    this.#names = names;
    this.#isIn = isIn;
  }

  has(sportsbook: number): boolean {
    if (sportsbook >= this.#known.length) this.#known = grown(this.#known, 2 * sportsbook);
    const known = this.#known[sportsbook];
    if (known !== UNKNOWN) return known === IN;
    const isIn = this.#isIn(this.#names.at(sportsbook));
    this.#known[sportsbook] = isIn ? IN : OUT;
    return isIn;
  }
}
