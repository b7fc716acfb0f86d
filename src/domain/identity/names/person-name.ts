import { plainWords } from './plain-words.ts';

/** A person's name in its parts. */
export interface PersonName {
  readonly given: string;
  readonly surname: string;
  /** The given names' initials, lower case, where they are all that is stated; empty for full given names. */
  readonly initials: string;
}

const ONLY_LETTERS = /^(?:\p{L}(?:\.|$)[ -]{0,2})+$/u;
const LETTERS_FIRST = /^((?:\p{L}\.[ -]?)+|\p{L} )(?=.*\p{L}{2})(.+)$/u;
const LETTERS_LAST = /^(.*\p{L}{2}) ((?:\p{L}\.[ -]?)+)$/u;

/**
 * Takes `Surname, F.`, `Surname, First`, `F. Surname` and `Surname F.` apart; `null` for every other text.
 * `isOther` says which letters are no initials (`F.C.`). `Miami, OH` is a place.
 */
export function splitPersonName(name: string, isOther: (letters: string) => boolean): PersonName | null {
  const text = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  const comma = text.indexOf(',');
  if (comma !== -1) {
    const surname = text.slice(0, comma).trim();
    const given = text.slice(comma + 1).trim();
    if (surname === '' || given === '' || given.includes(',') || /^[A-Z]{2}$/.test(given)) return null;
    return person(given, surname, ONLY_LETTERS.test(given) ? initialsOf(given) : '', isOther);
  }
  const first = LETTERS_FIRST.exec(text);
  if (first) return person(first[1]!, first[2]!, initialsOf(first[1]!), isOther);
  const last = LETTERS_LAST.exec(text);
  return last ? person(last[2]!, last[1]!, initialsOf(last[2]!), isOther) : null;
}

function person(
  given: string,
  surname: string,
  initials: string,
  isOther: (letters: string) => boolean,
): PersonName | null {
  if (initials === '') return { given, surname, initials };
  return isOther(initials) ? null : { given: initials, surname, initials };
}

function initialsOf(given: string): string {
  return plainWords(given).replaceAll(' ', '');
}
