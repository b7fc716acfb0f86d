import { describe, expect, it } from 'vitest';
import type { GameRow } from '#contract/game.ts';
import { betName, whoseMarket } from './market-words.tsx';

const TEAMS = { home: 'Pirates', away: 'Dodgers' };
const row = (part: Partial<GameRow>): GameRow => ({
  rowId: 0,
  market: 'game|moneyline',
  group: 'main',
  kind: 'moneyline',
  period: 'game',
  name: 'Moneyline',
  player: null,
  line: null,
  sides: ['away', 'home'],
  ...part,
});

describe('a bet in words', () => {
  it.each<[string, Partial<GameRow>, string]>([
    ['Dodgers', {}, 'away'],
    ['Dodgers +1.5', { market: 'game|spread|-1.5', kind: 'spread', line: -1.5 }, 'away'],
    [
      'Total, 1st half Over 28.5',
      { market: 'half 1|total|28.5', kind: 'total', period: 'half 1', line: 28.5 },
      'over',
    ],
    [
      'Total, first 5 innings Over 4.5',
      { market: 'first innings 5|total|4.5', kind: 'total', period: 'first innings 5', line: 4.5 },
      'over',
    ],
    ['Total Over 8.5', { market: 'game|total|8.5', kind: 'total', line: 8.5 }, 'over'],
    [
      'Dodgers Team total Over 4.5',
      { market: 'game|team total|away|4.5', kind: 'team-total', line: 4.5 },
      'over',
    ],
    [
      'Pirates Team total Under 1.5',
      { market: 'game|team total|home|1.5', kind: 'team-total', line: 1.5 },
      'under',
    ],
    [
      'Pirates First to Score Yes',
      { market: 'game|first to score|of|home|', kind: 'other', name: 'First to Score' },
      'yes',
    ],
    [
      'J. Doe Player Hits Over 1.5',
      {
        market: 'game|hits|player|j doe|1.5',
        kind: 'other',
        name: 'Player Hits',
        player: 'J. Doe',
        line: 1.5,
      },
      'over',
    ],
  ])('%s', (words, part, side) => {
    expect(betName(TEAMS, row(part), side)).toBe(words);
  });

  it('is about nobody where it is about the game', () => {
    expect(whoseMarket(row({}), TEAMS)).toBeNull();
    expect(whoseMarket(row({ market: 'game|winning margin|of|game|', kind: 'other' }), TEAMS)).toBeNull();
  });
});
