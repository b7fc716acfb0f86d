import { describe, expect, test } from 'vitest';
import { BARE_PLAY, type StatedPlay } from '../play.ts';
import { playSummary, playWords } from './play-words.ts';

const BARE: StatedPlay = { ...BARE_PLAY, type: 'goal' };

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
    ['periodscore', 'End of a period'],
    ['block', 'Block'],
    ['videoreview', 'Video review'],
    ['pass_completed', 'Pass completed'],
    ['passCompleted_deep', 'Pass completed deep'],
    ['corner-kick', 'Corner kick'],
    ['__proto__', 'Proto'],
    ['constructor', 'Constructor'],
    ['___', 'Play'],
  ])('%s is %s', (type, words) => {
    expect(playWords(type, null)).toBe(words);
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
    ['a period', { type: 'periodstart', name: 'Period 3' }, 'Period 3 starts'],
    ['a period named by its type', { type: 'periodstart', name: 'periodstart' }, 'Period starts'],
    ['the end of a period', { type: 'periodscore' }, 'End of the period'],
    ['no points', { type: 'foul', points: 0, player: 'B. Ode' }, 'Foul by B. Ode'],
  ])('tells %s', (_, stated, summary) => {
    expect(playSummary({ ...BARE, ...stated }, null)).toBe(summary);
  });

  test.each<[string, string, Partial<StatedPlay>, string]>([
    ['a basket', 'NBA', { points: 2, player: 'A. Reed', team: 'Boston' }, '2-pointer by A. Reed, Boston'],
    ['a long one', 'NCAAB', { points: 3, player: 'A. Reed' }, '3-pointer by A. Reed'],
    ['a free throw', 'WNBA', { points: 1, side: 'away' }, 'Free throw, away'],
    ['a basket without points', 'NBA', { team: 'Boston' }, 'Basket, Boston'],
    ['a basket that nobody can make', 'NBA', { points: 4 }, 'Basket, 4 points'],
    ['a goal', 'NHL', { points: 1, player: 'O. Blix', team: 'Calgary' }, 'Goal by O. Blix, Calgary'],
    ['runs', 'MLB', { type: 'run_scored', points: 2 }, 'Run scored, 2 runs'],
    ['a run', 'MLB', { type: 'run_scored', points: 1 }, 'Run scored, 1 run'],
    [
      'what is described by its code alone',
      'NFL',
      {
        type: 'pass_incomplete',
        player: 'J. Woods',
        team: 'Denver',
        description: 'J. Woods (Denver): pass_incomplete',
      },
      'Pass incomplete by J. Woods, Denver',
    ],
    [
      'what is described in words',
      'NFL',
      { type: 'rush', description: 'J. Woods: rush for 7 yards' },
      'J. Woods: rush for 7 yards',
    ],
    ['a quarter', 'NBA', { type: 'periodstart', name: 'Period 3' }, '3rd quarter starts'],
    ['overtime', 'NHL', { type: 'periodstart', name: 'Period 4' }, 'Overtime starts'],
    ['a part without a number', 'NFL', { type: 'periodstart' }, 'Quarter starts'],
    [
      'the end of a part, its score beside it',
      'NBA',
      { type: 'periodscore', name: '54-50' },
      'End of the quarter',
    ],
    ['the end of a named part', 'MLB', { type: 'periodscore', name: 'Period 3' }, 'End of the 3rd inning'],
    [
      'a part with words of its own',
      'EPL',
      { type: 'periodstart', name: 'Kick-off' },
      'Half starts: Kick-off',
    ],
  ])('tells %s in the words of %s', (_, league, stated, summary) => {
    expect(playSummary({ ...BARE, ...stated }, league)).toBe(summary);
  });

  test('a basket is a type of its own', () => {
    expect([playWords('goal', 'NBA'), playWords('goal', 'EPL')]).toEqual(['Basket', 'Goal']);
  });
});
