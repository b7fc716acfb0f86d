import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Board } from '../board/board.ts';
import type { BoardMessage, Outcome } from '../board/messages.ts';
import type { ComparedBoard } from '../comparison/compared-board.ts';
import { Comparison } from '../comparison/comparison.ts';
import { compared } from '../comparison/testing/compared.ts';
import { GameView } from './game-view.ts';

const GAME = 'Lakers vs Celtics, 2026-11-24, 07';
const TWIN = 'Celtics vs Lakers, 2026-11-24, 07';
const OTHER = 'Bulls vs Heat, 2026-11-24, 07';
const TEAMS: Readonly<Record<string, readonly [string, string]>> = {
  [GAME]: ['Lakers', 'Celtics'],
  [TWIN]: ['Celtics', 'Lakers'],
  [OTHER]: ['Bulls', 'Heat'],
};

function outcome(key: string, american: number, rest: Partial<Outcome>): Outcome {
  return { key, american, name: 'Moneyline', line: null, overUnder: null, target: null, link: null, ...rest };
}

const OUTCOMES: readonly ((american: number) => Outcome)[] = [
  (price) => outcome('h', price, { target: 'Lakers' }),
  (price) => outcome('a', price, { target: 'Celtics' }),
  (price) => outcome('x', price, { target: 'Draw' }),
  (price) => outcome('s1', price, { name: 'Spread', line: -3.5, target: 'Lakers' }),
  (price) => outcome('s2', price, { name: 'Point Spread', line: '+3.5', target: 'Celtics' }),
  (price) => outcome('o', price, { name: 'Total', line: 210.5, overUnder: 'Over' }),
  (price) => outcome('o', price, { name: 'Total', line: 211.5, overUnder: 'Over' }),
  (price) => outcome('u', price, { name: 'Total Points', line: 210.5, overUnder: 'U' }),
  (price) =>
    outcome('p', price, { name: 'Player Points', line: 24.5, overUnder: 'Over', target: 'LeBron James' }),
  (price) => outcome('q', price, { name: 'Nobody knows', line: 'unread', overUnder: 'Over' }),
];

function prices(
  game: string,
  sportsbook: string,
  mode: 'merge' | 'replace',
  outcomes: readonly Outcome[],
): BoardMessage & { kind: 'prices' } {
  const [home, away] = TEAMS[game]!;
  const at = { sportsbook, sport: 'NBA', game, home, away, startsAtMs: 5, universalId: null };
  return { kind: 'prices', mode, origin: 'update', at, outcomes };
}

/** What a window ends up with, kept from batches as a window keeps it. */
function windowOn(board: Board, view: GameView) {
  const rows = new Map<number, string>();
  const cells = new Map<string, string>();
  return {
    drain() {
      view.drain({
        rowGone(rowId) {
          rows.delete(rowId);
          for (const key of cells.keys()) if (key.startsWith(`${rowId}/`)) cells.delete(key);
        },
        row: ({ rowId, bet }) => rows.set(rowId, bet.market),
        cells(row, sportsbook, offered) {
          for (const side of row.sides.keys()) {
            const cell = offered[side];
            const key = `${row.rowId}/${row.sides[side]}@${sportsbook}`;
            if (cell === undefined) cells.delete(key);
            else cells.set(key, `${board.selections.american(cell.selection)} ${cell.line}`);
          }
        },
      });
    },
    /** By market, since row ids differ from view to view. */
    shown() {
      return [...cells]
        .map(([key, value]) => {
          const [rowId, rest] = key.split('/');
          return `${rows.get(Number(rowId))} ${rest}: ${value}`;
        })
        .sort();
    },
  };
}

/** The same board to whoever has read nothing of it yet. */
function anew(on: ComparedBoard): ComparedBoard {
  return { ...on, comparison: new Comparison(on.board, on.fixtures) };
}

describe('GameView', () => {
  it('holds each market once, its sides in the usual order, twins turned round', () => {
    const on = compared();
    const { board } = on;
    const fold = (message: BoardMessage) => {
      board.fold(message, 1);
      on.note();
    };
    fold(prices(GAME, 'circa', 'merge', [OUTCOMES[0]!(-120), OUTCOMES[3]!(-110), OUTCOMES[8]!(100)]));
    fold(prices(TWIN, 'fanduel', 'merge', [OUTCOMES[1]!(110), OUTCOMES[4]!(-105), OUTCOMES[9]!(100)]));
    fold(prices(OTHER, 'circa', 'merge', [outcome('h', -500, { target: 'Bulls' })]));
    const view = new GameView(on, GAME);
    const window = windowOn(board, view);
    window.drain();
    expect(window.shown()).toEqual([
      'game|moneyline away@1: 110 NaN',
      'game|moneyline home@0: -120 NaN',
      'game|points|player|lebron james|24.5 over@0: 100 24.5',
      'game|spread|-3.5 away@1: -105 3.5',
      'game|spread|-3.5 home@0: -110 -3.5',
    ]);
    expect(view.isDirty).toBe(false);
  });

  it('holds only the markets that are wanted, all lines of them', () => {
    const on = compared();
    const { board } = on;
    const fold = (outcomes: readonly Outcome[]) => {
      board.fold(prices(GAME, 'circa', 'merge', outcomes), 1);
      on.note();
    };
    fold([OUTCOMES[0]!(-120), OUTCOMES[5]!(-110), OUTCOMES[7]!(-110), OUTCOMES[8]!(100)]);
    const view = new GameView(on, GAME, ({ kind, period }) => kind === 'total' && period === 'game');
    const window = windowOn(board, view);
    window.drain();
    expect(window.shown()).toEqual([
      'game|total|210.5 over@0: -110 210.5',
      'game|total|210.5 under@0: -110 210.5',
    ]);
    fold([OUTCOMES[0]!(-130)]);
    view.note(board.changes);
    expect(view.isDirty).toBe(false);
    fold([outcome('o2', 150, { name: 'Total', line: 214.5, overUnder: 'Over' })]);
    view.note(board.changes);
    window.drain();
    expect(window.shown()).toContain('game|total|214.5 over@0: 150 214.5');
  });

  it('knows the teams as soon as some sportsbook names them', () => {
    const on = compared();
    const { board } = on;
    const view = new GameView(on, GAME);
    const window = windowOn(board, view);
    const state = (message: BoardMessage & { kind: 'prices' }, teams: { home?: string; away?: string }) => {
      board.fold({ ...message, at: { ...message.at, ...teams } }, 1);
      on.note();
      view.note(board.changes);
      window.drain();
    };
    state(prices(GAME, 'circa', 'merge', [OUTCOMES[0]!(-120)]), { home: '', away: '' });
    expect(window.shown()).toEqual([]);
    state(prices(GAME, 'fanduel', 'merge', [OUTCOMES[0]!(-125)]), {});
    expect(window.shown()).toEqual(['game|moneyline home@0: -120 NaN', 'game|moneyline home@1: -125 NaN']);
  });

  it('shows of a bet listed twice what was stated last, also once the connection is lost', () => {
    const on = compared();
    const { board } = on;
    const view = new GameView(on, GAME);
    const window = windowOn(board, view);
    const state = (game: string, american: number) => {
      board.fold(prices(game, 'circa', 'merge', [OUTCOMES[3]!(american)]), 1);
      on.note();
      view.note(board.changes);
      window.drain();
    };
    state(GAME, -110);
    state(TWIN, 0);
    expect(window.shown()).toEqual(['game|spread|-3.5 home@0: -110 -3.5']);
    board.beginConnection(1);
    state(TWIN, 0);
    board.beginConnection(2);
    const begun = windowOn(board, new GameView(anew(on), GAME));
    begun.drain();
    for (const each of [window, begun]) expect(each.shown()).toEqual(['game|spread|-3.5 home@0: 0 -3.5']);
  });

  it('shows after any folds what a view shows that begins now', () => {
    const game = fc.constantFrom(GAME, GAME, GAME, TWIN, OTHER);
    const book = fc.constantFrom('circa', 'fanduel', 'pinnacle');
    const outcomes = fc.array(
      fc
        .tuple(fc.nat(OUTCOMES.length - 1), fc.constantFrom(-110, 120, 0))
        .map(([at, price]) => OUTCOMES[at]!(price)),
      { maxLength: 5 },
    );
    const message: fc.Arbitrary<BoardMessage | 'drain' | 'connect'> = fc.oneof(
      {
        weight: 6,
        arbitrary: fc
          .tuple(game, book, fc.constantFrom('merge', 'replace'), outcomes)
          .map(([at, by, mode, list]) => prices(at, by, mode as 'merge' | 'replace', list)),
      },
      fc
        .tuple(book, game)
        .map(([sportsbook, at]) => ({ kind: 'game-removed', sportsbook, game: at }) as const),
      book.map((sportsbook) => ({ kind: 'book-cleared', sportsbook }) as const),
      fc.constant('drain' as const),
      fc.constant('connect' as const),
    );
    fc.assert(
      fc.property(fc.array(message, { maxLength: 40 }), (messages) => {
        const on = compared();
        const { board } = on;
        const view = new GameView(on, GAME);
        const window = windowOn(board, view);
        for (const each of messages) {
          if (each === 'drain') window.drain();
          else if (each === 'connect') board.beginConnection(1);
          else {
            board.fold(each, 1);
            on.note();
            view.note(board.changes);
          }
        }
        window.drain();
        // a twin that is left alone is still shown to whoever looked already, and can't be asked for by this label
        if (board.games.find(GAME) === undefined) return;
        const begun = windowOn(board, new GameView(anew(on), GAME));
        begun.drain();
        expect(window.shown()).toEqual(begun.shown());
      }),
      { numRuns: 400 },
    );
  });
});
