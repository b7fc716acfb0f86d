import { plainWords } from '#domain/identity/names/plain-words.ts';
import { wordScore, wordScoreLoosely } from './word-score.ts';

/** Something that can be found by its name. */
export interface Named<T> {
  /** What the user may type of it, the most telling words first. */
  readonly text: string;
  /** Lifts it over others that match as well: a few points of a hundred. */
  readonly weight: number;
  readonly value: T;
}

interface Entry<T> {
  readonly words: readonly string[];
  readonly initials: string;
  readonly weight: number;
  readonly value: T;
}

/** Fewer hits than this, and what matches loosely is looked for as well. */
const FEW = 5;

/** Finds names as they are typed: every word of the query has to match one of the name. Built once, asked at each key. */
export class NameIndex<T> {
  readonly #entries: readonly Entry<T>[];

  constructor(named: readonly Named<T>[]) {
    this.#entries = named.map(({ text, weight, value }) => {
      const words = wordsOf(text);
      return { words, initials: words.map((word) => word[0]).join(''), weight, value };
    });
  }

  /** The best `most` matches, the best first; equal ones in the order in which they were given. */
  find(query: string, most: number): readonly T[] {
    const sought = plainWords(query).split(' ').filter(Boolean);
    if (sought.length === 0) return [];
    const exact = this.#best(sought, most, wordScore);
    return exact.length >= FEW ? exact : this.#best(sought, most, wordScoreLoosely);
  }

  #best(sought: readonly string[], most: number, score: typeof wordScore): readonly T[] {
    const best: { readonly value: T; readonly points: number }[] = [];
    for (const entry of this.#entries) {
      const points = entryScore(entry, sought, score);
      if (points === 0 || (best.length === most && points <= best[most - 1]!.points)) continue;
      let at = best.length;
      while (at > 0 && best[at - 1]!.points < points) at -= 1;
      best.splice(at, 0, { value: entry.value, points });
      if (best.length > most) best.pop();
    }
    return best.map(({ value }) => value);
  }
}

/** The mean of what each sought word scores at best; 0 as soon as one of them matches nothing. */
function entryScore(
  { words, initials, weight }: Entry<unknown>,
  sought: readonly string[],
  score: typeof wordScore,
): number {
  let total = 0;
  for (const word of sought) {
    let best = word.length > 1 && initials.includes(word) ? INITIALS : 0;
    for (let at = 0; at < words.length; at += 1) {
      const points = score(word, words[at]!);
      // the first words of a name tell more than the last
      if (points > 0) best = Math.max(best, points - Math.min(at, MOST_PLACES) * PER_PLACE);
    }
    if (best === 0) return 0;
    total += best;
  }
  return total / sought.length + weight;
}

/** What initials score: `gsw` for the Golden State Warriors. */
const INITIALS = 60;
const PER_PLACE = 0.5;
const MOST_PLACES = 6;

const ASCII_LETTERS = /^[\w ]*$/;

/** The words of a name as they are compared. Most names are plain already, and there are tens of thousands. */
function wordsOf(text: string): readonly string[] {
  return (ASCII_LETTERS.test(text) ? text.toLowerCase() : plainWords(text)).split(/[ _]+/).filter(Boolean);
}
