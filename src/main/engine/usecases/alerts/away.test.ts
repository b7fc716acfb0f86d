import { describe, expect, it } from 'vitest';
import { AlertRun, type Stated } from '../../testing/alert-run.ts';
import { AwayPrices } from './away.ts';

const L = 'Lakers';
const C = 'Celtics';

/** A run with a rule on one team's moneyline, whose prices stood when the connection was lost. */
function lostAt(...stood: Stated[]) {
  const run = new AlertRun([
    {
      name: 'r',
      on: { type: 'filter', sports: ['NBA'], markets: ['moneyline'], sides: ['home'] },
      kind: 'price',
      price: 5000,
    },
  ]);
  const away = new AwayPrices(run.board, (selection) => run.watch.isWatched(selection));
  run.alsoNote = (changes) => away.note(changes);
  run.snapshot('a', stood);
  run.update('a', [[L, 105]]);
  const lose = () => {
    away.lost();
    run.board.beginConnection(run.clock.nowMs());
  };
  lose();
  return { run, away, lose };
}

const PRICES: Stated[] = [
  [L, 100],
  [C, -120],
];

describe('what moved while nothing was connected', () => {
  it('is one summary of the watched prices that stand otherwise now', () => {
    const { run, away } = lostAt(...PRICES);
    run.snapshot('a', [
      [L, 120],
      [C, -140],
    ]);
    const summary = away.back()!;
    expect(summary).toMatchObject({ kind: 'away', reason: 'moved while you were away: 1 watched price' });
    expect(summary.evidence).toMatchObject([{ sportsbook: 'a', outcome: L, before: 105, after: 120 }]);
    expect(away.back()).toBeNull();
  });

  it.each<[string, Stated[]]>([
    ['stands as it stood', [[L, 105], PRICES[1]!]],
    ['is gone', [PRICES[1]!]],
  ])('is nothing where the price %s', (_what, stated) => {
    const { run, away } = lostAt(...PRICES);
    run.snapshot('a', stated);
    run.board.sweep(null, run.clock.nowMs());
    run.note();
    expect(away.back()).toBeNull();
  });

  it('counts from the first loss to the last return, whatever happened between', () => {
    const { run, away, lose } = lostAt(...PRICES);
    run.snapshot('a', [[L, 130]]);
    lose();
    run.snapshot('a', [[L, 105]]);
    run.update('a', [[L, 110]]);
    expect(away.back()!.evidence).toMatchObject([{ before: 105, after: 110 }]);
  });

  it('says that a price is suspended, and nothing of one that came meanwhile', () => {
    const { run, away } = lostAt(...PRICES);
    run.snapshot('a', [[L, 0]]);
    run.snapshot('b', [[L, 300]]);
    run.update('b', [[L, 310]]);
    expect(away.back()!.evidence).toMatchObject([{ sportsbook: 'a', before: 105, after: null }]);
  });
});
