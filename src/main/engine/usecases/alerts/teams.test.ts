import { expect, test } from 'vitest';
import { Comparison } from '#domain/comparison/comparison.ts';
import { watchedRows } from '#domain/watchlist/watched-rows.ts';
import { AlertRun } from '../../testing/alert-run.ts';

/** Whether a team is followed into a game: by a rule, and by a watchlist. */
function isFollowed(
  team: string,
  [home, away]: readonly [string, string],
): [rule: boolean, watchlist: boolean] {
  const entry = { kind: 'team', team, sport: 'NBA' } as const;
  const run = new AlertRun([{ name: 'r', on: { type: 'entry', entry }, kind: 'price', price: 150 }]);
  const game = `${home} vs ${away}, 2027-01-15, 07`;
  for (const american of [100, 150])
    run.replace(
      'a',
      [home, away].map((each) => [each, american]),
      game,
    );
  const { board, fixtures } = run;
  const on = { board, fixtures, comparison: new Comparison(board, fixtures) };
  return [run.told.length > 0, watchedRows({ entryId: 'e', ...entry }, on).length > 0];
}

const LA: readonly [string, string] = ['Los Angeles Lakers', 'Boston Celtics'];
const MANCHESTER: readonly [string, string] = ['Manchester City', 'Manchester United'];

test.each<[string, readonly [string, string], boolean]>([
  ['Los Angeles Lakers', LA, true],
  ['LA Lakers', LA, true],
  ['LAKERS', LA, true],
  ['Lakers', LA, true],
  ['  boston   celtics ', LA, true],
  ['Celtics', LA, true],
  ['Clippers', LA, false],
  ['Los Angeles Clippers', LA, false],
  ['Home', LA, false],
  ['Away', LA, false],
  ['Draw', LA, false],
  ['Man City', MANCHESTER, true],
  ['Manchester Utd', MANCHESTER, true],
  ['Manchester', MANCHESTER, false],
  ['Manchester City U21', MANCHESTER, false],
  ['Atletico Madrid', ['Atlético Madrid', 'FC Barcelona'], true],
  ['Barcelona', ['Atlético Madrid', 'FC Barcelona'], true],
  ['J. Sinner', ['Jannik Sinner', 'Carlos Alcaraz'], true],
  ['Sinner, J.', ['Jannik Sinner', 'Carlos Alcaraz'], true],
])('a rule and a watchlist follow "%s" into the same games', (team, teams, isOurs) => {
  expect(isFollowed(team, teams)).toEqual([isOurs, isOurs]);
});
