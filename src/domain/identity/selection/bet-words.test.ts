import { expect, test } from 'vitest';
import { betWords, marketSideWords } from './bet-words.ts';

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
  [parts('Player Shots on Goal', 'LeBron James', 1.5, 'Over'), 'LeBron James over 1.5 shots on goal'],
  [parts('Something New', null), 'Something New'],
  [parts(null, 'Lakers', 3), 'Lakers 3'],
])('%j in words', (outcome, words) => {
  expect(betWords(outcome, GAME)).toBe(words);
});

test.each([
  ['game|moneyline', 'away', 'Boston Celtics to win'],
  ['game|three-way moneyline', 'draw', 'Draw'],
  ['game|spread|-3.5', 'home', 'Los Angeles Lakers \u22123.5'],
  ['game|spread|-3.5', 'away', 'Boston Celtics +3.5'],
  ['half 1|total|105', 'under', 'Under 105 (1st half)'],
  ['first innings 5|total|4.5', 'under', 'Under 4.5 (first 5 innings)'],
  ['map 2|moneyline', 'home', 'Los Angeles Lakers to win (map 2)'],
  ['game|team total|away|104.5', 'over', 'Boston Celtics over 104.5'],
  ['game|double chance', 'away or draw', 'Boston Celtics or draw'],
  ['game|points|player|lebron james|25.5', 'over', 'Lebron James over 25.5 points'],
])('%s %s in words', (market, side, words) => {
  expect(marketSideWords(market, side, GAME.label)).toBe(words);
});
