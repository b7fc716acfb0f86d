import { plainWords } from '../names/plain-words.ts';
import { abbreviates, foldTeam, type TeamName } from '../names/team-name.ts';

/** Who wins: a side of the match or nobody. */
export type Side = 'home' | 'away' | 'draw';

const HOME = new Set(['home', 'home team']);
const AWAY = new Set(['away', 'away team']);
const DRAW = new Set(['draw', 'the draw', 'tie', 'x']);
const SIDE_WORDS = new Set([...HOME, ...AWAY, ...DRAW]);

/** Whether a target names the draw. */
export function isDraw(target: string | null): boolean {
  return target !== null && DRAW.has(plainWords(target));
}

/**
 * The side that a target names in a game of these teams: by name in any spelling, by a part that only one of them
 * has (`Lakers`), or as `Home`, `Away`, `Draw`; `null` for all else, a player say.
 */
export function sideOf(target: string, home: string, away: string): Side | null {
  if (target === home) return 'home';
  if (target === away) return 'away';
  const plain = plainWords(target);
  if (HOME.has(plain)) return 'home';
  if (AWAY.has(plain)) return 'away';
  if (DRAW.has(plain)) return 'draw';
  const [named, homeTeam, awayTeam] = [foldTeam(target), foldTeam(home), foldTeam(away)];
  if (named.text === '' || homeTeam.text === awayTeam.text) return null;
  for (const isNamedBy of [isSame, isShortFor]) {
    const [isHome, isAway] = [isNamedBy(named, homeTeam), isNamedBy(named, awayTeam)];
    if (isHome !== isAway) return isHome ? 'home' : 'away';
    if (isHome) return null;
  }
  return null;
}

/**
 * The side that a team has in a game, by its name in any spelling or a part of it that only one of the two has; `null`
 * where it plays for neither. A word for a side (`Home`) names no team.
 */
export function sideOfTeam(
  team: string,
  { home, away }: { readonly home: string; readonly away: string },
): 'home' | 'away' | null {
  if (SIDE_WORDS.has(plainWords(team)) && team !== home && team !== away) return null;
  const side = sideOf(team, home, away);
  return side === 'draw' ? null : side;
}

/** The other way round in a game whose teams are flipped. */
export function flipped<Name extends string>(side: Name | Side, isFlipped: boolean): Name | Side {
  if (!isFlipped) return side;
  return side === 'home' ? 'away' : side === 'away' ? 'home' : side;
}

/** The two results that a double chance covers, in a fixed order; `null` where the target names no two. */
export function doubleChance(target: string, home: string, away: string): readonly [Side, Side] | null {
  const short = /^\s*([1x2])\s*[/ -]?\s*(?:or\s*)?([1x2])\s*$/i.exec(target);
  const names = short ? [short[1]!, short[2]!] : target.split(/\s+or\s+|\s*\/\s*/i);
  if (names.length !== 2) return null;
  const [first, second] = names.map((name) => {
    if (short) return name === '1' ? 'home' : name === '2' ? 'away' : 'draw';
    return sideOf(name, home, away);
  });
  if (!first || !second || first === second) return null;
  return first < second ? [first, second] : [second, first];
}

function isSame(named: TeamName, team: TeamName): boolean {
  return named.text === team.text;
}

function isShortFor(named: TeamName, team: TeamName): boolean {
  if (abbreviates(named, team) || abbreviates(team, named)) return true;
  if (named.markers !== '' && named.markers !== team.markers) return false;
  return team.words.startsWith(`${named.words} `) || team.words.endsWith(` ${named.words}`);
}
