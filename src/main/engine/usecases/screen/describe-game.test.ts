import { describe, expect, it } from 'vitest';
import type { GameRow } from '#contract/game.ts';
import type { Outcome } from '#domain/board/messages.ts';
import { compared } from '#domain/comparison/testing/compared.ts';
import { describeGame } from './describe-game.ts';
import { lookAtGame } from './look-at.ts';

const LABEL = 'Lakers vs Celtics, 2026-11-24, 07';
const TWIN = 'Celtics vs Lakers, 2026-11-24, 07';

function setUp() {
  const on = compared();
  const { board, fixtures } = on;
  const offer = (game: string, home: string, away: string, outcomes: readonly Partial<Outcome>[]) => {
    board.fold(
      {
        kind: 'prices',
        mode: 'merge',
        origin: 'update',
        at: { sportsbook: 'circa', sport: 'NBA', game, home, away, startsAtMs: 5, universalId: null },
        outcomes: outcomes.map((outcome, at) => ({
          key: `${at}`,
          american: -110,
          name: null,
          line: null,
          overUnder: null,
          target: null,
          link: null,
          ...outcome,
        })),
      },
      1,
    );
    on.note();
  };
  const rows = (): Partial<GameRow>[] => {
    const { view, describe: words } = lookAtGame(on, { game: LABEL });
    const found: GameRow[] = [];
    view.drain({ rowGone: () => undefined, row: (row) => found.push(words(row)), cells: () => undefined });
    return found.map(({ rowId: _id, period: _period, kind: _kind, ...row }) => row);
  };
  return { board, fixtures, offer, rows };
}

describe('a game as a window is told of it', () => {
  it('is one match under all its labels, as the first of them has its sides; nothing when it is not there', () => {
    const { board, fixtures, offer } = setUp();
    offer(LABEL, 'Lakers', 'Celtics', [{ name: 'Moneyline', target: 'Lakers' }]);
    offer(TWIN, 'Celtics', 'Lakers', [{ name: 'Moneyline', target: 'Lakers' }]);
    const head = {
      sport: 'NBA',
      home: 'Lakers',
      away: 'Celtics',
      startsAtMs: 5,
      labels: [
        { label: LABEL, isFlipped: false },
        { label: TWIN, isFlipped: true },
      ],
    };
    expect(describeGame(board, fixtures, LABEL)).toEqual(head);
    expect(describeGame(board, fixtures, TWIN)).toEqual(head);
    expect(describeGame(board, fixtures, 'nobody vs noone')).toBe(null);
  });

  it('groups markets, names the player, and gives a spread the line of the home team', () => {
    const { offer, rows } = setUp();
    offer(LABEL, 'Lakers', 'Celtics', [
      { name: 'Spread', line: 3.5, target: 'Celtics' },
      { name: '1st Half Total', line: 110.5, overUnder: 'Under' },
      { name: 'Team Total', line: 99.5, overUnder: 'Over', target: 'Lakers' },
      { name: 'Player Points', line: 24.5, overUnder: 'Over', target: 'LeBron James' },
    ]);
    const named = { name: expect.any(String), player: null };
    expect(rows()).toEqual(
      expect.arrayContaining([
        { ...named, market: 'game|spread|-3.5', group: 'main', line: -3.5, sides: ['away'] },
        { ...named, market: 'half 1|total|110.5', group: 'parts', line: 110.5, sides: ['over', 'under'] },
        { ...named, market: 'game|team total|home|99.5', group: 'teams', line: 99.5, sides: ['over'] },
        {
          name: 'Player Points',
          player: 'LeBron James',
          market: 'game|points|player|lebron james|24.5',
          group: 'players',
          line: 24.5,
          sides: ['over'],
        },
      ]),
    );
  });
});
