/** Subjects remembered a rule. */
const MOST_SUBJECTS = 20_000;

/** What a rule remembers of each of its subjects; beyond 20,000 those that came first are forgotten. */
export class Subjects<State> {
  readonly #states = new Map<string, State>();

  get size(): number {
    return this.#states.size;
  }

  get(subject: string): State | undefined {
    return this.#states.get(subject);
  }

  set(subject: string, state: State): void {
    this.#states.set(subject, state);
    if (this.#states.size > MOST_SUBJECTS) this.#states.delete(this.#states.keys().next().value!);
  }

  delete(subject: string): void {
    this.#states.delete(subject);
  }

  clear(): void {
    this.#states.clear();
  }
}
