/** A mistake in what a user wrote. `message` is a sentence that names the field. */
export class RuleMistake extends Error {
  override readonly name = 'RuleMistake';
}

type Plain = Readonly<Record<string, unknown>>;

/** Reads the fields of a JSON object one by one; `end` says what stands there that nobody asked for. */
export class JsonFields {
  readonly #where: string;
  readonly #fields: Plain;
  readonly #asked = new Set<string>();

  /** `where`: what a sentence calls it, e.g. `rule 2 ("Steam")`. */
  constructor(value: unknown, where: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new RuleMistake(`${where} has to be an object in braces`);
    this.#fields = value as Plain;
    this.#where = where;
  }

  /** Ends with a sentence about a field. */
  wrong(name: string, has: string): never {
    throw new RuleMistake(`${this.#where}: "${name}" ${has}`);
  }

  has(name: string): boolean {
    this.#asked.add(name);
    return Object.hasOwn(this.#fields, name) && this.#fields[name] !== undefined;
  }

  raw(name: string): unknown {
    return this.has(name) ? this.#fields[name] : undefined;
  }

  text(name: string): string {
    const value = this.raw(name);
    if (typeof value !== 'string' || value.trim() === '' || value.length > 200)
      return this.wrong(name, 'has to be a text of 1 to 200 characters');
    return value;
  }

  number(name: string, from: number, to: number): number {
    const value = this.raw(name);
    if (typeof value !== 'number' || !(value >= from && value <= to))
      return this.wrong(name, `has to be a number from ${from} to ${to}`);
    return value;
  }

  whole(name: string, from: number, to: number): number {
    const value = this.number(name, from, to);
    return Number.isInteger(value)
      ? value
      : this.wrong(name, `has to be a whole number from ${from} to ${to}`);
  }

  choice<const Choice extends string>(name: string, choices: readonly Choice[]): Choice {
    const value = this.raw(name);
    return choices.includes(value as Choice)
      ? (value as Choice)
      : this.wrong(name, `has to be one of ${choices.map((each) => `"${each}"`).join(', ')}`);
  }

  flag(name: string): boolean {
    const value = this.raw(name);
    return typeof value === 'boolean' ? value : this.wrong(name, 'has to be true or false');
  }

  list(name: string, most = 1000): readonly unknown[] {
    const value = this.raw(name);
    if (!Array.isArray(value) || value.length === 0 || value.length > most)
      return this.wrong(name, `has to be a list of 1 to ${most}; leave it out for all`);
    return value;
  }

  texts(name: string): readonly string[] {
    const list = this.list(name);
    return list.every((each) => typeof each === 'string' && each.trim() !== '' && each.length <= 200)
      ? (list as string[])
      : this.wrong(name, 'has to hold texts of 1 to 200 characters');
  }

  choices<const Choice extends string>(name: string, choices: readonly Choice[]): readonly Choice[] {
    const list = this.list(name);
    return list.every((each) => choices.includes(each as Choice))
      ? (list as Choice[])
      : this.wrong(name, `may hold only ${choices.map((each) => `"${each}"`).join(', ')}`);
  }

  /** The fields of an object within. */
  within(name: string): JsonFields {
    return new JsonFields(this.raw(name), `${this.#where}, "${name}"`);
  }

  /** Nothing else may stand there: a misspelt condition must not pass for none. */
  end(): void {
    const unknown = Object.keys(this.#fields).find((name) => !this.#asked.has(name));
    if (unknown !== undefined)
      this.wrong(unknown, `is not known here; known are ${[...this.#asked].join(', ')}`);
  }
}
