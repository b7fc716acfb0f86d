/** Subjects remembered a rule. */
const MOST_SUBJECTS = 20_000;

/** What a rule remembers of each of its subjects; beyond 20,000 those that came first are forgotten. */
export class Subjects<State> {
  readonly #states = new Map<string, State>();
  /** Goes on where it stood: to look for the oldest from the start would pass all that has been forgotten. */
  #oldest = this.#states.keys();

  get size(): number {
    return this.#states.size;
  }

  /** Whether it forgets one for each that comes. */
  get isFull(): boolean {
    return this.#states.size >= MOST_SUBJECTS;
  }

  get(subject: string): State | undefined {
    return this.#states.get(subject);
  }

  /** Answers what was forgotten for it, if anything. */
  set(subject: string, state: State): State | undefined {
    this.#states.set(subject, state);
    if (this.#states.size <= MOST_SUBJECTS) return undefined;
    const oldest = this.#oldest.next().value!;
    const forgotten = this.#states.get(oldest);
    this.#states.delete(oldest);
    return forgotten;
  }

  delete(subject: string): void {
    this.#states.delete(subject);
  }

  clear(): void {
    this.#states.clear();
    this.#oldest = this.#states.keys();
  }
}
