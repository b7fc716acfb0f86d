import { describe, expect, it } from 'vitest';
import { Board } from '#domain/board/board.ts';
import { Fixtures } from '#domain/board/fixtures.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { listNames } from './list-names.ts';

type Told = readonly [name: string, overUnder: string | null, target: string | null];

function setUp() {
  const clock = new ManualClock();
  const board = new Board();
  const fixtures = new Fixtures(board.games);
  const tell = (
    game: string,
    [home, away]: readonly [string, string],
    told: readonly Told[],
    sportsbook = 'dk',
  ) => {
    board.fold(
      {
        kind: 'prices',
        mode: 'merge',
        origin: 'update',
        at: { sportsbook, sport: 'NBA', game, home, away, startsAtMs: 5, universalId: null },
        outcomes: told.map(([name, overUnder, target], at) => ({
          key: `${at}`,
          american: -110,
          name,
          line: 20.5,
          overUnder,
          target,
          link: null,
        })),
      },
      clock.nowMs(),
    );
    fixtures.note(board.changes);
  };
  return { clock, tell, names: () => listNames({ board, fixtures, clock }) };
}

const LAKERS_CELTICS = ['Lakers', 'Celtics'] as const;

describe('what can be jumped to', () => {
  it('is nothing on an empty board', async () => {
    expect(await setUp().names()).toEqual({ games: [], players: [] });
  });

  it('has each player of a game once, whatever the sportsbooks offer on them, and no team or answer', async () => {
    const { tell, names } = setUp();
    const props: Told[] = [
      ['Player Points', 'Over', 'Jayson Tatum'],
      ['Player Points', 'Under', 'Jayson Tatum'],
      ['Player Rebounds', 'Over', 'LeBron James'],
      ['Team Total', 'Over', 'Lakers'],
      ['Moneyline', null, 'Celtics'],
      ['Both Teams To Score', 'Over', 'Yes'],
      ['Total', 'Over', null],
    ];
    tell('g', LAKERS_CELTICS, props);
    tell('g', LAKERS_CELTICS, props, 'fd');
    const { games, players } = await names();
    expect(games).toEqual([{ game: 'g', sport: 'NBA', home: 'Lakers', away: 'Celtics', startsAtMs: 5 }]);
    expect(players).toHaveLength(2);
    expect(new Set(players.map(({ player, game }) => `${player} in ${game}`))).toEqual(
      new Set(['Jayson Tatum in 0', 'LeBron James in 0']),
    );
  });

  it('has a match once that is listed with its teams flipped', async () => {
    const { tell, names } = setUp();
    tell('Lakers vs Celtics, 2026-11-22, 07', LAKERS_CELTICS, [['Moneyline', null, 'Lakers']]);
    tell(
      'Celtics vs Lakers, 2026-11-22, 07',
      ['Celtics', 'Lakers'],
      [['Player Points', 'Over', 'Tatum']],
      'fd',
    );
    const { games, players } = await names();
    expect(games).toHaveLength(1);
    expect(players).toEqual([{ player: 'Tatum', game: 0 }]);
  });

  it('lets the feed have its turn on a large board', async () => {
    const { clock, tell, names } = setUp();
    const many = Array.from({ length: 700 }, (_, at): Told => ['Player Points', 'Over', `Player ${at}`]);
    for (let game = 0; game < 40; game += 1) tell(`g${game}`, [`Home ${game}`, `Away ${game}`], many);
    const asked = names();
    expect(clock.planned).toBe(1);
    clock.pass(0);
    expect((await asked).players).toHaveLength(28_000);
  });
});
