/**
 * Dense, permanent ids for a small set of names (sportsbooks, leagues). Bounded: a feed gone mad can't fill the
 * memory with names.
 */
export class Names {
  readonly #idOf = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #limit: number;

  /** `limit`: most names kept. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#names.length;
  }

  /** The id of a name, new ones included; `undefined` when the limit is reached. */
  intern(name: string): number | undefined {
    const known = this.#idOf.get(name);
    if (known !== undefined) return known;
    if (this.#names.length >= this.#limit) return undefined;
    this.#idOf.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  find(name: string): number | undefined {
    return this.#idOf.get(name);
  }

  /** The name of an id that `intern` answered. */
  at(id: number): string {
    return this.#names[id] ?? '';
  }
}
