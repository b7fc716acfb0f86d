import { formatScore, type Score, type StatedPlay } from './play.ts';

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
  ['periodscore', 'Score of the period'],
  ['block', 'Block'],
  ['videoreview', 'Video review'],
  ['won_jump_ball', 'Jump ball won'],
  ['player_disqualified', 'Player fouled out'],
]);

/** Types that concern the game, not a team. */
const MARKS: ReadonlySet<string> = new Set(['periodstart', 'periodscore']);

/** Whether a type of play is one that was seen before; others are shown all the same. */
export function isKnownPlay(type: string): boolean {
  return WORDS.has(type.toLowerCase());
}

/** What a type of play is called; an unknown one is made readable: `passCompleted_deep` is `Pass completed deep`. */
export function playWords(type: string): string {
  const known = WORDS.get(type.toLowerCase());
  if (known !== undefined) return known;
  const words = type
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase();
  return words === '' ? 'Play' : words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * A play in one plain line, never empty and never with markup of its own. An unknown type is told in the provider's
 * own description where there is one.
 */
export function playSummary(play: StatedPlay, score: Score | null): string {
  if (!isKnownPlay(play.type) && play.description !== null) return withoutCodes(play.description);
  const words = playWords(play.type);
  if (MARKS.has(play.type.toLowerCase())) return markSummary(words, play, score);
  const points = play.points === null || play.points === 0 ? '' : `, ${counted(play.points)}`;
  const by = play.player === null ? '' : ` by ${play.player}`;
  const team = play.team ?? (play.side === null ? null : play.side === 'home' ? 'home' : 'away');
  return `${words}${points}${by}${team === null ? '' : `, ${team}`}`;
}

/** Codes in a sentence of the provider's (`pass_incomplete`) as words. */
function withoutCodes(text: string): string {
  return text.replace(/\b[a-z0-9]+(?:_[a-z0-9]+)+\b/g, (code) => code.replaceAll('_', ' '));
}

function markSummary(words: string, play: StatedPlay, score: Score | null): string {
  const said = play.name !== null && play.name !== play.type ? play.name : (play.description ?? play.period);
  if (said !== null) return `${words}: ${said}`;
  return play.type.toLowerCase() === 'periodscore' && score !== null
    ? `${words}: ${formatScore(score)}`
    : words;
}

function counted(points: number): string {
  return points === 1 ? '1 point' : `${points} points`;
}
