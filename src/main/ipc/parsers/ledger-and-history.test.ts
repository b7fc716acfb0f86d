import { describe, expect, it, test } from 'vitest';
import { BETS_PARSERS } from './bets-parsers.ts';
import { HISTORY_PARSERS } from './history-parsers.ts';

const NOTE = {
  sport: 'NBA',
  game: 'Lakers vs Celtics',
  sportsbook: 'draftkings',
  wording: 'Lakers −3.5',
  subject: { market: 'game|spread|-3.5', side: 'home' },
  american: -110,
  stakeHundredths: 11_000,
  currency: 'USD',
  placedAtMs: 1_800_000_000_000,
  startsAtMs: null,
  comment: '',
  result: 'open',
};

describe('a bet that a window sends', () => {
  it('is taken as it is, without what does not belong to it', () => {
    expect(BETS_PARSERS['bets.note']({ ...NOTE, betId: 7, extra: 'x' })).toEqual(NOTE);
    expect(BETS_PARSERS['bets.note']({ ...NOTE, subject: null })).toEqual({ ...NOTE, subject: null });
    expect(BETS_PARSERS['bets.change']({ betId: 7, note: NOTE })).toEqual({ betId: 7, note: NOTE });
    expect(BETS_PARSERS['bets.remove']({ betId: 7, more: 1 })).toEqual({ betId: 7 });
  });

  test.each([
    [{ wording: '' }],
    [{ wording: 'x'.repeat(201) }],
    [{ comment: 5 }],
    [{ american: 50 }],
    [{ american: -110.5 }],
    [{ american: '-110' }],
    [{ american: Number.NaN }],
    [{ stakeHundredths: -1 }],
    [{ stakeHundredths: 0.5 }],
    [{ stakeHundredths: 1e15 }],
    [{ currency: 'usd' }],
    [{ currency: 'US$' }],
    [{ placedAtMs: null }],
    [{ placedAtMs: Number.POSITIVE_INFINITY }],
    [{ startsAtMs: 'soon' }],
    [{ result: 'maybe' }],
    [{ subject: { market: 'game|total|5' } }],
    [{ subject: 'game|total|5' }],
    [{ subject: undefined }],
  ])('%j is refused', (part) => {
    expect(BETS_PARSERS['bets.note']({ ...NOTE, ...part })).toBeUndefined();
  });

  test.each([[null], ['bet'], [[]], [{}], [new Map()]])('%j is no bet', (input) => {
    expect(BETS_PARSERS['bets.note'](input)).toBeUndefined();
    expect(BETS_PARSERS['bets.change'](input)).toBeUndefined();
    expect(BETS_PARSERS['bets.restore'](input)).toBeUndefined();
  });
});

describe('an export that a window orders', () => {
  const query = { sports: ['NBA'], fromMs: null, toMs: 5 };

  it('is taken as it is; no window can name a place on the disk', () => {
    expect(HISTORY_PARSERS['history.export']({ format: 'csv', query, file: '/etc/passwd' })).toEqual({
      format: 'csv',
      query,
    });
    expect(HISTORY_PARSERS['history.openOther']({ folder: '/' })).toBeUndefined();
  });

  test.each([
    [{ format: 'xls', query }],
    [{ format: 'csv' }],
    [{ format: 'csv', query: { ...query, sports: [] } }],
    [{ format: 'csv', query: { ...query, sports: [5] } }],
    [{ format: 'csv', query: { ...query, folders: ['/'] } }],
    [{ format: 'csv', query: { ...query, fromMs: 'yesterday' } }],
    [{ format: 'csv', query: { sports: ['NBA'], fromMs: null } }],
    [null],
  ])('%j is refused', (order) => {
    expect(HISTORY_PARSERS['history.export'](order)).toBeUndefined();
  });
});
