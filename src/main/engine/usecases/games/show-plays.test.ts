import { describe, expect, it } from 'vitest';
import type { PlaysNews } from '#contract/plays.ts';
import { BARE_PLAY, type PlayEntry } from '#domain/play/play.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { PlayNames } from './name-plays.ts';
import { PlaysBoard } from './show-plays.ts';

const ESPORTS = 'Ashen Wolves vs Smoke & Mirrors, 2026-01-18, 07';
const ESPORTS_OF_FEED = 'AshenWolves vs Smoke&Mirrors, 2026-01-18, 07';

function setUp() {
  const clock = new ManualClock();
  const followed: (readonly string[])[] = [];
  const news: PlaysNews[] = [];
  let asked = 0;
  const names = new PlayNames({
    clock,
    sportOf: (game) => (game === ESPORTS ? 'CS2' : 'NBA'),
    rest: {
      esportsLabels: () => {
        asked += 1;
        return Promise.resolve({ ok: true, value: [ESPORTS_OF_FEED] });
      },
    },
    changed: () => board.followAgain(),
  });
  const board = new PlaysBoard({
    clock,
    names,
    send: (each) => news.push(each),
    leagueOf: (game) => (game === 'nba' ? 'NBA' : null),
    teams: (game) => ({ home: `home of ${game}`, away: 'away' }),
  });
  board.add({ follow: (games) => followed.push(games) });
  const play = (game: string, sequence: number): PlayEntry => ({
    game,
    universalId: null,
    league: null,
    arrivedAtMs: 5,
    sequence,
    score: { home: 2, away: 1 },
    summary: `play ${sequence}`,
    ...BARE_PLAY,
    type: 'goal',
    period: '2nd half',
    clock: '63:12',
  });
  return { clock, board, followed, news, play, asked: () => asked };
}

describe('PlaysBoard', () => {
  it('follows what all windows look at, and lets go of what none does', () => {
    const world = setUp();
    world.board.follow(1, ['a', 'b']);
    world.board.follow(2, ['b', 'c']);
    world.board.follow(1, []);
    expect(world.followed).toEqual([
      ['a', 'b'],
      ['a', 'b', 'c'],
      ['b', 'c'],
    ]);
    world.board.follow(2, []);
    expect(world.followed.at(-1)).toEqual([]);
  });

  it('tells plays in their order and none left out, gathered', () => {
    const world = setUp();
    world.board.follow(1, ['a']);
    world.board.notePlays([world.play('a', 1), world.play('a', 2)]);
    world.board.notePlays([world.play('a', 3)]);
    expect(world.news).toEqual([]);
    world.clock.pass(50);
    expect(world.news[0]!.plays.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(world.news[0]!.plays[0]).toEqual({
      sequence: 1,
      game: 'a',
      atMs: 5,
      type: 'goal',
      typeName: 'Goal',
      text: 'play 1',
      clock: '2nd half 63:12',
      score: { home: 2, away: 1 },
    });
    world.clock.pass(1000);
    expect(world.news).toHaveLength(1);
  });

  it('tells periods and plays in the words of the league that the board knows', () => {
    const world = setUp();
    world.board.notePlays([{ ...world.play('nba', 1), period: '4' }]);
    world.clock.pass(50);
    expect(world.news[0]!.plays[0]).toMatchObject({ typeName: 'Basket', clock: '4th quarter 63:12' });
  });

  it('knows esports games by the labels of their own endpoint, and tells them by ours', async () => {
    const world = setUp();
    world.board.follow(1, ['a', ESPORTS]);
    expect(world.followed).toEqual([['a', ESPORTS]]);
    await Promise.resolve();
    await Promise.resolve();
    expect(world.followed.at(-1)).toEqual(['a', ESPORTS_OF_FEED]);
    world.board.noteSupport(ESPORTS_OF_FEED, 'live');
    world.board.notePlays([world.play(ESPORTS_OF_FEED, 1)]);
    world.clock.pass(60);
    expect(world.news[0]!.plays[0]!.game).toBe(ESPORTS);
    expect(world.news[0]!.games).toEqual([
      { game: ESPORTS, home: `home of ${ESPORTS}`, away: 'away', score: null, state: '', support: 'live' },
    ]);
    world.board.follow(1, [ESPORTS]);
    expect(world.asked()).toBe(1);
  });
});
