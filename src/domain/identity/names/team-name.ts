import { splitPersonName } from './person-name.ts';
import { plainWords } from './plain-words.ts';
import { remembered } from './remembered.ts';

/** A competitor's name as it is compared. */
export interface TeamName {
  /** The whole of it: equal texts are one competitor. Empty where there is no name. */
  readonly text: string;
  /** The name without its markers, words apart by blanks. */
  readonly words: string;
  /** What keeps a club's teams apart: `women`, `u21`, `reserves`; empty for the first team. */
  readonly markers: string;
  /** The given names' initials where the name states no more of them (`J. Sinner`); empty otherwise. */
  readonly initials: string;
}

const AFFIXES = new Set(['fc', 'cf', 'afc', 'sc', 'ac', 'fk']);
const WOMEN = new Set(
  'women womens woman ladies femenino femenina feminine feminin feminino feminina femminile frauen damen wfc'.split(
    ' ',
  ),
);
const RESERVES = new Set(['reserves', 'reserve', 'res']);
const RESERVES_AT_END = new Set(['ii', 'b', '2']);
const MEN = new Set(['men', 'mens']);
const CITIES: ReadonlyMap<string, string> = new Map([
  ['ny', 'new york'],
  ['la', 'los angeles'],
]);

/**
 * Folds a competitor's name: accents, case, punctuation, `St.` and `Saint`, club affixes (`FC`), `Surname, F.`
 * and `F. Surname` (a doubles pair in any order). Women's, youth and reserve teams stay apart from the first team.
 */
export const foldTeam: (name: string) => TeamName = remembered(fold, 8192);

function fold(name: string): TeamName {
  const raw = name
    .slice(0, 200)
    .replace(/^\s*#\d+\s+/, '')
    .replace(/\(m\)/gi, ' ');
  if (raw.includes('/')) {
    const pair = raw.split('/').map((half) => fold(half).text);
    return named(pair.sort().join(' ').trim(), '', '');
  }
  const person = splitPersonName(raw, (letters) => AFFIXES.has(letters) || CITIES.has(letters));
  const whole = person === null ? raw : `${person.given} ${person.surname}`;
  const { words, markers } = takeMarkers(plainWords(whole).split(' '));
  const kept = clubWords(words).join(' ');
  return named(kept === '' ? name.trim().toLowerCase() : kept, markers, person?.initials ?? '');
}

/** A key that names share which may be one competitor: the last word and the first letter, and the markers. */
export function looseKey({ words, markers }: TeamName): string {
  return `${words.slice(words.lastIndexOf(' ') + 1)} ${words.slice(0, 1)} ${markers}`;
}

/** Whether a name with initials may be short for the full one: `J.M. del Potro` for `Juan Martin del Potro`. */
export function abbreviates(short: TeamName, full: TeamName): boolean {
  if (short.initials === '' || full.initials !== '' || short.markers !== full.markers) return false;
  const surname = short.words.slice(short.words.indexOf(' ') + 1);
  if (!full.words.endsWith(` ${surname}`)) return false;
  const given = full.words.slice(0, -surname.length - 1).split(' ');
  return [...short.initials].every((letter, at) => at >= given.length || given[at]!.startsWith(letter));
}

function named(words: string, markers: string, initials: string): TeamName {
  return { text: markers === '' ? words : `${words} (${markers})`, words, markers, initials };
}

function takeMarkers(words: readonly string[]): { words: string[]; markers: string } {
  const kept: string[] = [];
  const markers = new Set<string>();
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const next = words[at + 1] ?? '';
    const isLast = at === words.length - 1;
    const age = /^u(\d{2})s?$/.exec(word)?.[1];
    const spacedAge = word === 'u' || word === 'under' ? /^(\d{2})s?$/.exec(next)?.[1] : undefined;
    if (age !== undefined) markers.add(`u${age}`);
    else if (spacedAge !== undefined) {
      markers.add(`u${spacedAge}`);
      at += 1;
    } else if (WOMEN.has(word) || (isLast && at > 0 && word === 'w')) markers.add('women');
    else if (RESERVES.has(word) || (isLast && at > 0 && RESERVES_AT_END.has(word))) markers.add('reserves');
    else if (!MEN.has(word)) kept.push(word);
  }
  return { words: kept, markers: [...markers].sort().join(' ') };
}

function clubWords(words: readonly string[]): string[] {
  const isNumberedClub = words[0] === '1' && AFFIXES.has(words[1] ?? '');
  const bare = (isNumberedClub ? words.slice(1) : words).filter((word) => !AFFIXES.has(word));
  const kept = bare.length === 0 ? words : bare;
  return kept.map((word, at) => {
    const isLast = at === kept.length - 1;
    if (at === 0 && !isLast && CITIES.has(word)) return CITIES.get(word)!;
    if (at === 0 && word === 'man' && /^(city|united|utd)$/.test(kept[1] ?? '')) return 'manchester';
    if (word === 'utd') return 'united';
    if (word === 'saint' || word === 'sainte' || word === 'ste') return 'st';
    return word === 'st' && isLast && at > 0 ? 'state' : word;
  });
}
