import { expect, it } from 'vitest';
import { AlertRun } from '../../testing/alert-run.ts';
import { FollowedGames } from './follow-watched-games.ts';

it('games that rules wait for are followed together when they come with a snapshot, and let go with the rules', () => {
  const run = new AlertRun([
    { name: 'r', on: { type: 'league', sport: 'NBA' }, kind: 'play', what: 'score' },
  ]);
  run.startsAtMs = run.clock.nowMs();
  const followed: (readonly string[])[] = [];
  const games = new FollowedGames({
    clock: run.clock,
    board: run.board,
    rulesOf: (game) => run.watch.rulesOf(game),
    follow: (labels) => followed.push(labels),
  });
  for (let number = 0; number < 30; number += 1) {
    run.snapshot('a', [['Lakers', -110]], `Home ${number} vs Away ${number}, 2027-01-15, 07`);
    games.lookAnew(true);
    run.clock.pass(1);
  }
  run.clock.pass(1000);
  expect(followed.map((labels) => labels.length)).toEqual([30]);
  games.lookAnew(false);
  run.clock.pass(60_000);
  expect(followed.at(-1)).toEqual([]);
  expect(run.clock.planned).toBe(0);
});
