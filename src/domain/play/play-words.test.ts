import { describe, expect, test } from 'vitest';
import type { StatedPlay } from './play.ts';
import { playSummary, playWords } from './play-words.ts';

const BARE: StatedPlay = {
  type: 'goal',
  id: null,
  side: null,
  team: null,
  player: null,
  points: null,
  seconds: null,
  period: null,
  clock: null,
  name: null,
  description: null,
};

describe('playWords', () => {
  test.each([
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
    ['pass_completed', 'Pass completed'],
    ['passCompleted_deep', 'Pass completed deep'],
    ['corner-kick', 'Corner kick'],
    ['__proto__', 'Proto'],
    ['constructor', 'Constructor'],
    ['___', 'Play'],
  ])('%s is %s', (type, words) => {
    expect(playWords(type)).toBe(words);
  });
});

describe('playSummary', () => {
  test.each<[string, Partial<StatedPlay>, string]>([
    ['a goal', { points: 2, player: 'A. Reed', team: 'Boston' }, 'Goal, 2 points by A. Reed, Boston'],
    ['a free throw', { points: 1, side: 'away' }, 'Goal, 1 point, away'],
    ['a goal without points', { team: 'Boston' }, 'Goal, Boston'],
    ['a known type, in our words', { type: 'block', description: 'raw text' }, 'Block'],
    ['an unknown type, described', { type: 'sack', description: 'Sack by Q. Hill' }, 'Sack by Q. Hill'],
    ['an unknown type, bare', { type: 'two_minute_warning' }, 'Two minute warning'],
    ['a period', { type: 'periodstart', name: 'Period 3' }, 'Period starts: Period 3'],
    ['a period named by its type', { type: 'periodstart', name: 'periodstart' }, 'Period starts'],
    ['the score of a period', { type: 'periodscore' }, 'Score of the period: 54\u201350'],
    ['no points', { type: 'foul', points: 0, player: 'B. Ode' }, 'Foul by B. Ode'],
  ])('tells %s', (_, stated, summary) => {
    expect(playSummary({ ...BARE, ...stated }, { home: 54, away: 50 })).toBe(summary);
  });
});
