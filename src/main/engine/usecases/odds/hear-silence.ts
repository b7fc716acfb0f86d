import type { Catalogue } from '#contract/catalogue.ts';
import {
  type FeedFilters,
  FILTER_LISTS,
  type FilterList,
  type FilterState,
  type UnknownName,
} from '#contract/filters.ts';
import { closestNames } from '#domain/catalogue/closest-names.ts';
import type { Clock } from '../../ports/clock.ts';

/** Filters that brought no price for this long after the subscribe are silent. */
export const SILENT_AFTER_MS = 12_000;

/**
 * Notices that a subscribe brings nothing: the provider ignores names that it does not know without a word. Tells each
 * change of the answer.
 */
export class SilenceListener {
  readonly #clock: Clock;
  readonly #changed: () => void;
  #answer: FilterState['answer'] = 'asked';
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  get answer(): FilterState['answer'] {
    return this.#answer;
  }

  /** A subscribe was sent. */
  asked(): void {
    this.stop();
    this.#set('asked');
    this.#cancel = this.#clock.after(SILENT_AFTER_MS, () => {
      this.#cancel = undefined;
      this.#set('silent');
    });
  }

  /** A message about a game or a sportsbook arrived. */
  heard(): void {
    if (this.#answer === 'heard') return;
    this.stop();
    this.#set('heard');
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #set(answer: FilterState['answer']): void {
    if (this.#answer === answer) return;
    this.#answer = answer;
    this.#changed();
  }
}

/** The names in the filters that the catalogue does not have. A part that was never fetched knows nothing. */
export function unknownNames(filters: FeedFilters, catalogue: Catalogue): UnknownName[] {
  return FILTER_LISTS.flatMap((list) => {
    const existing = namesOf(catalogue, list);
    if (existing === null) return [];
    const known = new Set(existing);
    return (filters[list] ?? [])
      .filter((name) => !known.has(name))
      .map((name) => ({ list, name, closest: closestNames(name, existing) }));
  });
}

function namesOf(catalogue: Catalogue, list: FilterList): readonly string[] | null {
  const part = catalogue[list];
  if (part.fetchedAtMs === null) return null;
  return part.value.map((entry) => (typeof entry === 'string' ? entry : entry.label));
}

/** One sentence about a silent feed. */
export function silenceWords(unknown: readonly UnknownName[]): string {
  const start = 'The provider sends nothing for these filters.';
  if (unknown.length === 0) return `${start} There may be no such games now.`;
  const named = unknown.slice(0, 3).map(({ name, closest }) => {
    return closest.length === 0
      ? `\u201c${name}\u201d does not exist`
      : `\u201c${name}\u201d does not exist; did you mean ${closest.map((each) => `\u201c${each}\u201d`).join(' or ')}?`;
  });
  return `${start} ${named.join(' ')}`;
}
