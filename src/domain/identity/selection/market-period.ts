import { ordinal } from '../names/ordinal.ts';

const COUNTS: ReadonlyMap<string, number> = new Map(
  ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'].flatMap(
    (word, at) => [
      [word, at + 1],
      [['1st', '2nd', '3rd'][at] ?? `${at + 1}th`, at + 1],
    ],
  ),
);
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['three', 3],
  ['five', 5],
  ['seven', 7],
]);

const ORDINAL = [...COUNTS.keys()].join('|');
const UNIT = 'half|quarter|qtr|period|set|map|inning|round';
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['h', 'half'],
  ['q', 'quarter'],
  ['p', 'period'],
]);

/** How a part of a game is written, and what it is called here. The earlier form wins. */
const FORMS: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/\b(?:1st|first) (\d|three|five|seven) innings?\b/, ([, many]) => `first innings ${countOf(many!)}`],
  [/\binnings? 1 (?:to |through )?([2-8])\b/, ([, last]) => `first innings ${last}`],
  [/\bf([357])\b/, ([, many]) => `first innings ${many}`],
  [new RegExp(`\\b(${ORDINAL}) (${UNIT})\\b`), ([, which, unit]) => `${unitOf(unit!)} ${countOf(which!)}`],
  [new RegExp(`\\b(${UNIT}) (\\d{1,2})\\b`), ([, unit, which]) => `${unitOf(unit!)} ${Number(which)}`],
  [/\b([1-4])([hqp])\b/, ([, which, letter]) => `${LETTERS.get(letter!)} ${which}`],
  [/\b([hqp])([1-4])\b/, ([, letter, which]) => `${LETTERS.get(letter!)} ${which}`],
  [/\bhalf ?time\b/, () => 'half 1'],
  [/\b(?:regulation|regular)(?: time)?(?: only)?\b|\b(?:60|90) min(?:s|utes?)?\b/, () => 'regulation'],
];

const WHOLE_GAME =
  /\b(?:full (?:time|game|match)|whole (?:game|match)|incl(?:uding|uded)? (?:ot|overtime|extra innings)|(?:ot|overtime|extra innings) incl(?:uded)?)\b/g;

/**
 * Which part of the game a market is about: `game`, `regulation`, `half 1`, `quarter 3`, `period 2`, `set 1`, `map 1`,
 * `round 1`, `inning 1`, `first innings 5`; and the name without it. `words` are plain words (see `plainWords`).
 * A name with two parts (half-time and full-time) is a market of its own and stays whole.
 */
export function takePeriod(words: string): { readonly period: string; readonly rest: string } {
  const found = takeOne(words);
  if (found === null) return { period: 'game', rest: squeeze(words.replace(WHOLE_GAME, ' ')) };
  const isMixed = takeOne(found.rest) !== null || found.rest.search(WHOLE_GAME) !== -1;
  // "Full time" beside "regulation" says the same twice.
  if (isMixed && found.period !== 'regulation') return { period: 'game', rest: words };
  return { period: found.period, rest: squeeze(found.rest.replace(WHOLE_GAME, ' ')) };
}

/** A part of the game as `takePeriod` names it, for people: `1st half`, `map 2`, `first 5 innings`, `regulation`. */
export function marketPeriodWords(period: string): string {
  const [, unit, number] = /^([a-z ]+) (\d+)$/.exec(period) ?? [];
  if (unit === undefined || unit === 'map') return period;
  return unit === 'first innings' ? `first ${number} innings` : `${ordinal(Number(number))} ${unit}`;
}

function takeOne(words: string): { period: string; rest: string } | null {
  for (const [form, periodOf] of FORMS) {
    const match = form.exec(words);
    if (!match) continue;
    const after = words.slice(match.index + match[0].length);
    return { period: periodOf(match), rest: squeeze(`${words.slice(0, match.index)} ${after}`) };
  }
  return null;
}

function countOf(word: string): number {
  return COUNTS.get(word) ?? NUMBERS.get(word) ?? Number(word);
}

function unitOf(word: string): string {
  return word === 'qtr' ? 'quarter' : word;
}

function squeeze(words: string): string {
  return words.replace(/ {2,}/g, ' ').trim();
}
