const SAME = 100;
const BEGINS = 70;
const BEGINS_LONGER = 20;
const HOLDS = 35;
const MISTYPED = 25;
const LETTERS = 10;
/** Shorter words match too much to be taken loosely. */
const LOOSE_LENGTH = 3;

/** How well what was typed fits a word of a name, both plain: the same, its beginning, within it; 0 = not. */
export function wordScore(typed: string, word: string): number {
  if (word.startsWith(typed))
    return typed.length === word.length ? SAME : BEGINS + (BEGINS_LONGER * typed.length) / word.length;
  return typed.length > 1 && word.includes(typed) ? HOLDS : 0;
}

/** As `wordScore`, and what is one slip of the finger away, or has the letters in their order with others between. */
export function wordScoreLoosely(typed: string, word: string): number {
  const strict = wordScore(typed, word);
  if (strict > 0 || typed.length < LOOSE_LENGTH || typed[0] !== word[0]) return strict;
  if (isOneSlipAway(typed, word)) return MISTYPED;
  return hasInOrder(typed, word) ? LETTERS : 0;
}

/** Whether one letter more, less, other or swapped makes of `typed` the beginning of `word`. */
function isOneSlipAway(typed: string, word: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  const rest = typed.slice(at + 1);
  const swapped = typed[at] === word[at + 1] && typed[at + 1] === word[at];
  return (
    word.startsWith(rest, at + 1) ||
    word.startsWith(rest, at) ||
    word.startsWith(typed.slice(at), at + 1) ||
    (swapped && word.startsWith(typed.slice(at + 2), at + 2))
  );
}

function hasInOrder(typed: string, word: string): boolean {
  let from = 0;
  for (const letter of typed) {
    from = word.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
