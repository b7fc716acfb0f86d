const EMPTY = -1;

/**
 * Finds selections by a hash of their listing and key: one whole number for each, in an open table that is at most half
 * full. `homeOf` answers the hash of a selection that is in it. Those that leave are closed up, so it never fills with graves.
 */
export class KeyIndex {
  #slots = new Int32Array(1024).fill(EMPTY);
  #size = 0;
  readonly #homeOf: (selection: number) => number;

  constructor(homeOf: (selection: number) => number) {
    this.#homeOf = homeOf;
  }

  /** The slot to begin with; the one after a slot; and what is in it, -1 = no more to look at. */
  first(home: number): number {
    return home & (this.#slots.length - 1);
  }
  after(slot: number): number {
    return (slot + 1) & (this.#slots.length - 1);
  }
  at(slot: number): number {
    return this.#slots[slot]!;
  }

  add(selection: number): void {
    if (this.#size * 2 >= this.#slots.length) this.#double();
    this.#put(selection);
    this.#size += 1;
  }

  remove(selection: number): void {
    const mask = this.#slots.length - 1;
    let hole = this.first(this.#homeOf(selection));
    while (this.#slots[hole] !== selection) hole = (hole + 1) & mask;
    this.#size -= 1;
    for (let at = (hole + 1) & mask; this.#slots[at] !== EMPTY; at = (at + 1) & mask) {
      const home = this.first(this.#homeOf(this.#slots[at]!));
      // an entry may move into the hole only if its home does not lie between the hole and its place
      if (((at - home) & mask) < ((at - hole) & mask)) continue;
      this.#slots[hole] = this.#slots[at]!;
      hole = at;
    }
    this.#slots[hole] = EMPTY;
  }

  #put(selection: number): void {
    let at = this.first(this.#homeOf(selection));
    while (this.#slots[at] !== EMPTY) at = this.after(at);
    this.#slots[at] = selection;
  }

  #double(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(before.length * 2).fill(EMPTY);
    for (const selection of before) if (selection !== EMPTY) this.#put(selection);
  }
}
