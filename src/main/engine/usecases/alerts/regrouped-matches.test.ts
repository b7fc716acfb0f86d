import { expect, it } from 'vitest';
import { moneyline } from '#domain/board/testing/outcomes.ts';
import { AlertRun } from '../../testing/alert-run.ts';

it('a rule on a game hears of another label as soon as that turns out to be its match', () => {
  const strange = 'Nets vs Hawks, 2027-01-15, 07';
  const entry = { kind: 'game', game: 'Lakers vs Celtics, 2027-01-15, 07', universalId: null };
  const rule = { name: 'r', on: { type: 'entry', entry }, kind: 'price', price: 150 };
  const other = { ...rule, name: 'other', on: { type: 'entry', entry: { ...entry, game: strange } } };
  const listening = new AlertRun([rule, other]);
  const state = (game: string, sportsbook: string, american: number, universalId: string | null) => {
    const [home, away] = game.split(',')[0]!.split(' vs ') as [string, string];
    const at = { sportsbook, sport: 'NBA', game, home, away, startsAtMs: null, universalId };
    const outcomes = [moneyline(home, american, { target: home })];
    listening.fold({ kind: 'prices', mode: 'merge', origin: 'update', at, outcomes });
  };
  const toldOf = (act: () => void) => {
    const before = listening.told.length;
    act();
    return listening.told
      .slice(before)
      .map(({ rule: name }) => name)
      .sort();
  };
  state(listening.game, 'a', 140, null);
  state(strange, 'b', 140, null);
  expect(toldOf(() => state(strange, 'b', 150, null))).toEqual(['other']);
  state(strange, 'b', 140, null);
  state(listening.game, 'a', 140, 'u');
  state(strange, 'b', 141, 'u');
  expect(toldOf(() => state(strange, 'b', 150, 'u'))).toEqual(['other', 'r']);
});
