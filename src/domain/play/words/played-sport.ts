import { plainWords } from '../../identity/names/plain-words.ts';
import { isEsports } from '../esports-label.ts';

/** The sports whose plays and periods have words of their own. */
export type PlayedSport =
  | 'basketball'
  | 'college basketball'
  | 'football'
  | 'hockey'
  | 'baseball'
  | 'soccer'
  | 'tennis'
  | 'fights'
  | 'esports';

/** What a league is called, as plain words; the earlier form wins. College men play two halves, all others quarters. */
const FORMS: readonly (readonly [RegExp, PlayedSport | null])[] = [
  [/cricket|rugby|handball|volleyball|futsal|lacrosse|field hockey|golf|pga/, null],
  [
    /^(?!.*\b(?:w|wom[ae]ns?)\b).*(?:\bncaa ?(?:b|mb|m)\b|\bcbb\b|(?:ncaa|college).*basketball)/,
    'college basketball',
  ],
  [/\b(?:w?nba|w?ncaa ?w?b|nbl|bbl)\b|basketball|\beuro ?league\b/, 'basketball'],
  [/\b(?:nfl|ncaa ?f|cfb|cfl|ufl|xfl)\b|(?:american|college|ncaa) football/, 'football'],
  [/\b(?:p?w?nhl|pwhl|ahl|khl|shl|ohl|whl)\b|hockey/, 'hockey'],
  [/\b(?:mlb|npb|kbo|cpbl)\b|baseball/, 'baseball'],
  [/\b(?:atp|wta|itf)\b|tennis|wimbledon|roland garros|(?:french|australian) open/, 'tennis'],
  [/\b(?:ufc|mma|pfl)\b|bellator|boxing/, 'fights'],
  [
    /\b(?:epl|mls|nwsl|uefa|fifa|efl)\b|soccer|premier|la ?liga|\bliga\b|bundesliga|serie [ab]|ligue|champions|europa|copa|world cup|eredivisie|primeira/,
    'soccer',
  ],
  // tournaments bear the name of a place alone: `Indian Wells (W)`
  [/ [mw]d?$/, 'tennis'],
];

/** Which sport a league plays, by its label, e.g. `NBA`, `Wimbledon (M)`; `null` where that is not known. */
export function playedSport(league: string | null): PlayedSport | null {
  if (league === null) return null;
  if (isEsports(league)) return 'esports';
  const words = plainWords(league);
  return FORMS.find(([form]) => form.test(words))?.[1] ?? null;
}
