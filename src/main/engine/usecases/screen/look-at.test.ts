import { expect, it } from 'vitest';
import { outcomesOf } from '#domain/board/testing/outcomes.ts';
import { compared } from '#domain/comparison/testing/compared.ts';
import { lookAtOdds } from './look-at.ts';

it('names the sides as the prices stand, also where only the listing is left that names the teams the other way round', () => {
  const on = compared();
  const { board } = on;
  const offer = (sportsbook: string, home: string, away: string) => {
    const game = `${home} vs ${away}, 2026-01-18, 07`;
    const at = { sportsbook, sport: 'NBA', game, home, away, startsAtMs: null, universalId: null };
    const outcomes = outcomesOf([
      ['L', -120, 'Moneyline', null, null, 'Lakers'],
      ['C', 150, 'Moneyline', null, null, 'Celtics'],
    ]);
    board.fold({ kind: 'prices', mode: 'replace', origin: 'update', at, outcomes }, 1);
    on.note();
    return game;
  };
  const first = offer('circa', 'Lakers', 'Celtics');
  offer('fanduel', 'Celtics', 'Lakers');
  const rows = () => {
    const { view, describe } = lookAtOdds(on, { sport: 'NBA', market: 'moneyline' });
    const found: unknown[] = [];
    view.drain({
      rowGone: () => undefined,
      row: () => undefined,
      cells: (row, _book, cells) =>
        found.push([describe(row).sides, cells.map((cell) => board.selections.target(cell!.selection))]),
    });
    return found;
  };
  const sides = ['Celtics', 'Lakers'];
  expect(rows()).toEqual([
    [sides, sides],
    [sides, sides],
  ]);
  board.fold({ kind: 'game-removed', sportsbook: 'circa', game: first }, 2);
  on.note();
  const left = [...sides].reverse();
  expect(rows()).toEqual([[left, left]]);
});
