import { expect, it } from 'vitest';
import { Board } from '#domain/board/board.ts';
import { Fixtures } from '#domain/board/fixtures.ts';
import { outcomesOf } from '#domain/board/testing/outcomes.ts';
import { Comparison } from '#domain/comparison/comparison.ts';
import { lookAtOdds } from './look-at.ts';

it('names the sides as the prices stand where only the listing is left that names the teams the other way round', () => {
  const board = new Board();
  const fixtures = new Fixtures(board.games);
  const comparison = new Comparison(board, fixtures);
  const note = () => {
    fixtures.note(board.changes);
    comparison.note(board.changes);
  };
  const offer = (sportsbook: string, home: string, away: string) => {
    const game = `${home} vs ${away}, 2026-01-18, 07`;
    const at = { sportsbook, sport: 'NBA', game, home, away, startsAtMs: null, universalId: null };
    const outcomes = outcomesOf([
      ['L', -120, 'Moneyline', null, null, 'Lakers'],
      ['C', 150, 'Moneyline', null, null, 'Celtics'],
    ]);
    board.fold({ kind: 'prices', mode: 'replace', origin: 'update', at, outcomes }, 1);
    note();
    return game;
  };
  const first = offer('circa', 'Lakers', 'Celtics');
  offer('fanduel', 'Celtics', 'Lakers');
  const rows = () => {
    const { view, describe } = lookAtOdds(
      { board, fixtures, comparison },
      { sport: 'NBA', market: 'moneyline' },
    );
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
  note();
  expect(rows()).toEqual([[sides, sides]]);
});
