import { capital } from '../../identity/names/capital.ts';
import type { StatedPlay } from '../play.ts';
import { partOfGame, readPeriod } from './period-words.ts';
import { type PlayedSport, playedSport } from './played-sport.ts';

/** Known types of plays, in words. Source: the types that were seen in basketball. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['possession', 'Possession'],
  ['attempt_missed', 'Missed shot'],
  ['goal', 'Goal'],
  ['foul', 'Foul'],
  ['rebound', 'Rebound'],
  ['turnover_basket', 'Turnover'],
  ['free_throws_awarded', 'Free throws awarded'],
  ['steal_basket', 'Steal'],
  ['timeout', 'Timeout'],
  ['periodstart', 'Period starts'],
  ['periodscore', 'End of a period'],
  ['block', 'Block'],
  ['videoreview', 'Video review'],
  ['won_jump_ball', 'Jump ball won'],
  ['player_disqualified', 'Player fouled out'],
]);

/** A goal of one is the rule there, and needs no number. */
const COUNTS_GOALS: ReadonlySet<PlayedSport | null> = new Set(['hockey', 'soccer']);

const BASKETS = ['Basket', 'Free throw', '2-pointer', '3-pointer'] as const;

/** Whether a type of play is one that was seen before; others are shown all the same. */
export function isKnownPlay(type: string): boolean {
  return WORDS.has(type.toLowerCase());
}

/**
 * What a type of play is called; an unknown one is made readable: `passCompleted_deep` is `Pass completed deep`.
 * `league`: where it was played, `null` where that is not known.
 */
export function playWords(type: string, league: string | null): string {
  if (isBasket(type, playedSport(league))) return BASKETS[0];
  const known = WORDS.get(type.toLowerCase());
  if (known !== undefined) return known;
  const words = readable(type).trim().toLowerCase();
  return words === '' ? 'Play' : capital(words);
}

/**
 * A play in one plain line in the words of its league's sport, never empty and never with markup of its own. An unknown
 * type is told in the provider's own description, unless that only repeats its code. The score stands beside it (see
 * `PlayEntry`), not in it.
 */
export function playSummary(play: StatedPlay, league: string | null): string {
  const { type, description } = play;
  const code = type.toLowerCase();
  if (code === 'periodstart' || code === 'periodscore')
    return markSummary(play, code === 'periodstart', league);
  if (!isKnownPlay(type) && description !== null && !isOnlyCode(description, type))
    return withoutCodes(description);
  const sport = playedSport(league);
  const what = isBasket(type, sport)
    ? (BASKETS[play.points ?? 0] ?? `Basket, ${counted(play.points!, 'point')}`)
    : `${playWords(type, league)}${pointWords(play.points, sport)}`;
  const by = play.player === null ? '' : ` by ${play.player}`;
  const team = play.team ?? (play.side === null ? null : play.side === 'home' ? 'home' : 'away');
  return `${what}${by}${team === null ? '' : `, ${team}`}`;
}

function isBasket(type: string, sport: PlayedSport | null): boolean {
  return type.toLowerCase() === 'goal' && (sport === 'basketball' || sport === 'college basketball');
}

function pointWords(points: number | null, sport: PlayedSport | null): string {
  if (points === null || points === 0 || (points === 1 && COUNTS_GOALS.has(sport))) return '';
  return `, ${counted(points, sport === 'baseball' ? 'run' : 'point')}`;
}

/** The start or the end of a part of the game, which most often has its number as its name, `Period 3`. */
function markSummary(play: StatedPlay, isStart: boolean, league: string | null): string {
  const part = partOfGame(league);
  const bare = isStart ? `${capital(part)} starts` : `End of the ${part}`;
  const said = play.name === null || play.name === play.type ? (play.description ?? play.period) : play.name;
  if (said === null || SCORE.test(said)) return bare;
  const named = readPeriod(said, league);
  if (named === null) return `${bare}: ${said}`;
  return isStart ? `${named} starts` : `End of the ${named}`;
}

/** A score alone, which stands beside the play anyway. */
const SCORE = /^\s*\d+\s*[-\u2013:]\s*\d+\s*$/;

/** Whether a sentence tells nothing but the code of its play, e.g. `A. Reed (Denver): pass_incomplete`. */
function isOnlyCode(description: string, type: string): boolean {
  const [said] = description.split(':').slice(-1);
  return said!.trim().toLowerCase() === type.toLowerCase();
}

/** Codes in a sentence of the provider's (`pass_incomplete`) as words. */
function withoutCodes(text: string): string {
  return text.replace(/\b[a-z0-9]+(?:_[a-z0-9]+)+\b/g, (code) => code.replaceAll('_', ' '));
}

function readable(type: string): string {
  return type.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[\s_-]+/g, ' ');
}

function counted(count: number, what: string): string {
  return `${count} ${count === 1 ? what : `${what}s`}`;
}
