import { plainWords } from '../names/plain-words.ts';

/** A market's name freed of the team in it, and the team's side as its label has it. */
export interface NameWithoutTeam {
  readonly name: string;
  readonly side: 'home' | 'away';
}

/** Takes the team out of names like `Los Angeles Lakers Total Points`; `null` where not exactly one team is in it. */
export function nameWithoutTeam(name: string, home: string, away: string): NameWithoutTeam | null {
  const words = ` ${plainWords(name)} `;
  const [homeWords, awayWords] = [` ${plainWords(home)} `, ` ${plainWords(away)} `];
  const isHome = homeWords.trim() !== '' && words.includes(homeWords);
  const isAway = awayWords.trim() !== '' && words.includes(awayWords);
  if (isHome === isAway) return null;
  const rest = words.replace(isHome ? homeWords : awayWords, ' ').trim();
  return rest === '' ? null : { name: rest, side: isHome ? 'home' : 'away' };
}
