import { expect, test } from 'vitest';
import { alertWords, type ToldAlert } from './alert-words.ts';

const ALERT: ToldAlert = {
  kind: 'price',
  wording: 'Lakers \u22123.5',
  outcome: 'lal-3.5#x',
  sportsbook: 'draftkings',
  from: -110,
  to: 105,
  reason: 'pays +105, wanted +100 or more',
  evidence: [],
};

test('names bet and sportsbook, and writes prices as the user does', () => {
  expect(alertWords(ALERT, 'american')).toEqual({
    bet: 'Lakers \u22123.5',
    sportsbook: 'DraftKings',
    moved: '\u2212110 \u2192 +105',
    reason: 'pays +105, wanted +100 or more',
  });
  expect(alertWords(ALERT, 'decimal')).toMatchObject({
    moved: '1.91 \u2192 2.05',
    reason: 'pays 2.05, wanted 2.00 or more',
  });
  expect(alertWords({ ...ALERT, from: null }, 'implied').moved).toBe('not offered \u2192 48.8%');
});

test('lines and scores are no prices, and what an older log does not know is said in its own words', () => {
  const line = {
    ...ALERT,
    kind: 'line',
    from: -3,
    to: -3.5,
    reason: 'line moved 0.5, from \u22123 to \u22123.5',
  };
  expect(alertWords(line, 'decimal')).toMatchObject({
    moved: '\u22123 \u2192 \u22123.5',
    reason: line.reason,
  });
  expect(alertWords({ ...ALERT, kind: 'play', from: null, to: null }, 'decimal').moved).toBe('');
  expect(alertWords({ ...ALERT, wording: '' }, 'american').bet).toBe('lal-3.5#x');
});

test('a move of many cents says what it comes to', () => {
  const move = {
    ...ALERT,
    kind: 'move',
    from: -2800,
    to: -3800,
    reason: 'moved down 1000 cents within 5 min',
  };
  expect(alertWords(move, 'american')).toMatchObject({
    moved: '\u22122800 \u2192 \u22123800',
    reason: 'moved down 1000 cents (chance 96.6% \u2192 97.4%) within 5 min',
  });
  // where prices are chances already, and where cents are what they seem
  expect(alertWords(move, 'implied').reason).toBe(move.reason);
  const small = { ...move, from: -440, to: -450, reason: 'moved down 10 cents within 5 min' };
  expect(alertWords(small, 'american').reason).toBe(small.reason);
});

test('sportsbooks in a reason have their names, only where they stand as words', () => {
  const reason = 'arbitrage 1.2 % at fanduel (3 s), betmgm (1 s), not fanduels';
  const evidence = [{ sportsbook: 'fanduel' }, { sportsbook: 'betmgm' }];
  expect(alertWords({ ...ALERT, kind: 'arbitrage', reason, evidence }, 'american').reason).toBe(
    'arbitrage 1.2 % at FanDuel (3 s), BetMGM (1 s), not fanduels',
  );
});
