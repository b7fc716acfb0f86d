import type { Rule } from '#domain/alert/rule/rule.ts';
import { elapsedMs, type Moment } from '#domain/quota/moment.ts';
import type { ToldBefore } from '../../ports/alert-store.ts';

/** Subjects remembered; beyond that the oldest are forgotten. */
const MOST_TOLD = 100_000;

/**
 * Whether a rule may tell again: one that fires once has told for good, one that rests tells a subject again after so
 * many minutes. Time is what certainly passed, so a turned clock can't make it tell twice.
 */
export class RepeatGate {
  readonly #told = new Map<string, Moment>();
  readonly #rules = new Set<string>();

  /** Forgets what it knew and begins with what earlier runs told. */
  begin(told: readonly ToldBefore[]): void {
    this.#told.clear();
    this.#rules.clear();
    for (const { rule, subject, at } of told) this.#note(rule, subject, at);
  }

  /** Whether it may be told now; if so it counts as told. */
  pass({ name, repeat }: Rule, subject: string, now: Moment): boolean {
    if (repeat === 'once' && this.#rules.has(name)) return false;
    if (typeof repeat === 'object' && 'afterMinutes' in repeat) {
      const before = this.#told.get(keyOf(name, subject));
      if (before !== undefined && elapsedMs(before, now) < repeat.afterMinutes * 60_000) return false;
    }
    this.#note(name, subject, now);
    return true;
  }

  #note(rule: string, subject: string, at: Moment): void {
    this.#rules.add(rule);
    this.#told.set(keyOf(rule, subject), at);
    if (this.#told.size > MOST_TOLD) this.#told.delete(this.#told.keys().next().value!);
  }
}

function keyOf(rule: string, subject: string): string {
  return `${rule}\u0000${subject}`;
}
