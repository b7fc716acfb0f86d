import { remembered } from './remembered.ts';

/** Letters that Unicode does not take apart into a plain letter and an accent. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ø: 'o', ł: 'l', đ: 'd', ð: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th' }),
);

/** Longest text that is looked at; a longer one is cut, so that no name can cost much. */
const MOST_CHARACTERS = 200;

/**
 * A text as it is compared: lower case, no accents, no punctuation, one blank between words. `&` is the word
 * `and`, dotted initials are one word (`F.C.` is `fc`). Letters of every script stay. Empty where nothing is left.
 */
export const plainWords: (text: string) => string = remembered(
  (text) =>
    text
      .slice(0, MOST_CHARACTERS)
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/[øłđðßæœıþ]/g, (letter) => PLAIN_LETTERS.get(letter) ?? letter)
      .replace(/['’‘`´]/g, '')
      .replace(/(?<![\p{L}\p{N}])(\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))/gu, '$1')
      .replace(/&/g, ' and ')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  16_384,
);
