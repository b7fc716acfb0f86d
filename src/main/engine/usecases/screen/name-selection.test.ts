import { expect, it } from 'vitest';
import { moneyline } from '#domain/board/testing/outcomes.ts';
import { compared } from '#domain/comparison/testing/compared.ts';
import { nameSelection } from './name-selection.ts';

const LABEL = 'Lakers vs Celtics, 2026-11-24, 07';
const TWIN = 'Celtics vs Lakers, 2026-11-24, 07';

it('names a bet as the sportsbook does that offers it, by its own label of the match; nothing where it does not', () => {
  const on = compared();
  const { board } = on;
  const offer = (sportsbook: string, game: string, home: string, away: string, key: string) => {
    board.fold(
      {
        kind: 'prices',
        mode: 'merge',
        origin: 'update',
        at: { sportsbook, sport: 'NBA', game, home, away, startsAtMs: 5, universalId: 'u1' },
        outcomes: [moneyline(key, -110, { target: 'Lakers' })],
      },
      1,
    );
    on.note();
  };
  offer('circa', LABEL, 'Lakers', 'Celtics', 'Lakers ML');
  offer('fanduel', TWIN, 'Celtics', 'Lakers', 'LAL');
  const bet = { game: LABEL, market: 'game|moneyline', side: 'home' };
  expect(nameSelection({ ...bet, sportsbook: 'circa' }, on)).toEqual({
    game: LABEL,
    universalId: 'u1',
    outcome: 'Lakers ML',
  });
  expect(nameSelection({ ...bet, sportsbook: 'fanduel' }, on)).toMatchObject({ game: TWIN, outcome: 'LAL' });
  expect(nameSelection({ ...bet, game: TWIN, side: 'away', sportsbook: 'fanduel' }, on)).toMatchObject({
    outcome: 'LAL',
  });
  expect(nameSelection({ ...bet, sportsbook: 'betmgm' }, on)).toBeNull();
  expect(nameSelection({ ...bet, side: 'away', sportsbook: 'circa' }, on)).toBeNull();
  expect(nameSelection({ ...bet, game: 'gone', sportsbook: 'circa' }, on)).toBeNull();
});
