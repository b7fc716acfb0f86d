import { expect, test } from 'vitest';
import { betWords } from './bet-words.ts';

const GAME = {
  home: 'Los Angeles Lakers',
  away: 'Boston Celtics',
  label: 'Los Angeles Lakers vs Boston Celtics, 2027-01-15, 07',
};
const parts = (
  name: string | null,
  target: string | null,
  line: string | number | null = null,
  overUnder: string | null = null,
) => ({
  name,
  target,
  line,
  overUnder,
});

test.each([
  [parts('Moneyline', 'Los Angeles Lakers'), 'Los Angeles Lakers to win'],
  [parts('Moneyline 3-Way', 'Draw'), 'Draw'],
  [parts('Spread', 'Boston Celtics', -3.5), 'Boston Celtics \u22123.5'],
  [parts('Spread', 'Boston Celtics +3.5'), 'Boston Celtics +3.5'],
  [parts('Total', null, '210.5', 'O'), 'Over 210.5'],
  [parts('1st Half Total Points', null, 105, 'Under'), 'Under 105 (1st half)'],
  [parts('Team Total', 'Boston Celtics', 104.5, 'Over'), 'Boston Celtics over 104.5'],
  [parts('Player Points', 'LeBron James', 25.5, 'Over'), 'LeBron James over 25.5 points'],
  [parts('Something New', null), 'Something New'],
  [parts(null, 'Lakers', 3), 'Lakers 3'],
])('%j in words', (outcome, words) => {
  expect(betWords(outcome, GAME)).toBe(words);
});
