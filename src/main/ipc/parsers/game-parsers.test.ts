import { describe, expect, test } from 'vitest';
import { APP_PARSERS } from './app-parsers.ts';
import { GAME_PARSERS } from './game-parsers.ts';

const SERIES = {
  games: [{ label: 'Lakers vs Celtics', isFlipped: false }],
  of: { kind: 'bet', market: 'game|moneyline', side: 'home' },
  fromMs: 0,
  toMs: 5,
  columns: 600,
};

describe('the history that a window asks for', () => {
  test('is taken without what does not belong to it', () => {
    expect(GAME_PARSERS['history.series']({ ...SERIES, more: 1 })).toEqual(SERIES);
    const outcome = { kind: 'outcome', sportsbook: 'circa', outcome: 'x' };
    expect(GAME_PARSERS['history.series']({ ...SERIES, of: { ...outcome, market: 'm' } })).toEqual({
      ...SERIES,
      of: outcome,
    });
  });

  test.each([
    [{ games: [] }],
    [{ games: 'Lakers' }],
    [{ games: Array.from({ length: 17 }, () => SERIES.games[0]) }],
    [{ games: [{ label: 'x' }] }],
    [{ games: [null] }],
    [{ of: { kind: 'bet', market: 'm' } }],
    [{ of: { kind: 'other', market: 'm', side: 's' } }],
    [{ fromMs: -1 }],
    [{ toMs: Number.POSITIVE_INFINITY }],
    [{ columns: 9_000 }],
    [{ columns: 0.5 }],
  ])('%j is refused', (part) => {
    expect(GAME_PARSERS['history.series']({ ...SERIES, ...part })).toBeUndefined();
  });

  test('names lines and openers by game and market, and nothing else', () => {
    const lines = { game: 'g', market: 'spread' };
    expect(GAME_PARSERS['lines.open']({ ...lines, more: 1 })).toEqual(lines);
    expect(GAME_PARSERS['lines.open']({ game: 'g' })).toBeUndefined();
    const openers = { market: 'spread', games: [{ label: 'g', sides: 2 }] };
    expect(GAME_PARSERS['history.openers']({ ...openers, more: 1 })).toEqual(openers);
    for (const games of [
      null,
      'g',
      [null],
      [{ label: 'g' }],
      Array.from({ length: 101 }, () => openers.games[0]),
    ])
      expect(GAME_PARSERS['history.openers']({ ...openers, games })).toBeUndefined();
  });

  test.each([[null], ['g'], [{}], [{ game: 5 }], [{ game: 'x'.repeat(201) }]])('%j is no game', (input) => {
    expect(GAME_PARSERS['game.open'](input)).toBeUndefined();
    expect(GAME_PARSERS['game.read'](input)).toBeUndefined();
  });
});

describe('the columns that a window keeps', () => {
  const change = (columns: unknown) => APP_PARSERS['settings.change']({ columns });
  const nba = { order: ['figure:hold', 'circa'], hidden: [], widths: { circa: 120 } };

  test('are taken league by league', () => {
    expect(change({ NBA: nba })).toEqual({ columns: { NBA: nba } });
    expect(change({})).toEqual({ columns: {} });
  });

  test.each([
    [[]],
    [{ NBA: null }],
    [{ NBA: { order: [], hidden: [] } }],
    [{ NBA: { ...nba, more: 1 } }],
    [{ NBA: { ...nba, order: [5] } }],
    [{ NBA: { ...nba, widths: { circa: 20 } } }],
    [{ NBA: { ...nba, widths: { circa: 5_000 } } }],
    [{ NBA: { ...nba, widths: { circa: '120' } } }],
  ])('%j is refused', (columns) => {
    expect(change(columns)).toBeUndefined();
  });
});
