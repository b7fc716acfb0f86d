import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Board } from '../board/board.ts';
import { type OutcomeRow, outcomesOf } from '../board/testing/outcomes.ts';
import { compared } from '../comparison/testing/compared.ts';
import { gameCells, listedBets } from './game-cells.ts';
import { OddsView, type ViewRow } from './odds-view.ts';
import type { ViewSink } from './view.ts';

function offer(
  board: Board,
  sportsbook: string,
  rows: readonly OutcomeRow[],
  game = 'g',
  sport = 'NBA',
): void {
  board.fold(
    {
      kind: 'prices',
      mode: 'replace',
      origin: 'update',
      at: { sportsbook, sport, game, home: 'Lakers', away: 'Celtics', startsAtMs: null, universalId: null },
      outcomes: outcomesOf(rows),
    },
    1,
  );
}

/** As `compared`; `note` lets a view take note as well. */
function comparedOf(board: Board) {
  const on = compared(board);
  const note = (view?: OddsView) => {
    on.note();
    view?.note(board.changes);
  };
  return { ...on, note };
}

/** What the only listing on the board offers in a market. */
function cellsOf(board: Board, market: string) {
  const all = Array.from({ length: board.selections.end }, (_, selection) => selection);
  const { comparison } = comparedOf(board);
  return gameCells(board, [listedBets(all, market, (selection) => comparison.betOf(selection))]);
}

function pick(market: string, rows: readonly OutcomeRow[]): [string, number][] {
  const board = new Board();
  offer(board, 'circa', rows);
  const { two, three } = cellsOf(board, market);
  return (two ?? three ?? []).map((cell) => [board.selections.key(cell!.selection), cell!.line]);
}

/** Lays what a view hands over on what was shown before: by row and sportsbook its cells in words. */
function follow(board: Board, view: OddsView, shown: Map<number, Map<number, string>>): void {
  view.drain({
    rowGone: (row) => shown.delete(row),
    row: ({ rowId }) => shown.set(rowId, shown.get(rowId) ?? new Map()),
    cells: ({ rowId }, book, cells) => {
      const words = cells.map(
        (cell) =>
          cell &&
          `${board.selections.target(cell.selection)} ${cell.line} ${board.selections.american(cell.selection)}`,
      );
      if (words.some(Boolean)) shown.get(rowId)!.set(book, words.join());
      else shown.get(rowId)?.delete(book);
    },
  });
}

function inOrder(shown: ReadonlyMap<number, ReadonlyMap<number, string>>): unknown {
  return [...shown.values()].map((books) => JSON.stringify([...books].sort())).sort();
}

describe('what stands in a cell', () => {
  test('moneyline: away above home, whatever the order, and the draw third', () => {
    const rows: OutcomeRow[] = [
      ['home', -120, 'Match Winner', null, null, 'Lakers'],
      ['draw', 250, 'Match Winner', null, null, 'Draw'],
      ['away', 110, 'Match Winner', null, null, 'Celtics'],
      ['half', 500, '1st Half Moneyline', null, null, 'Celtics'],
    ];
    expect(pick('moneyline', rows).map(([key]) => key)).toEqual(['away', 'home', 'draw']);
  });

  test('moneyline: a bet in which the draw wins never shares cells with one in which it does not', () => {
    const board = new Board();
    offer(board, 'circa', [
      ['h', -120, 'Match Winner', null, null, 'Lakers'],
      ['x', 250, 'Match Winner', null, null, 'Draw'],
      ['h2', -160, 'Moneyline', null, null, 'Lakers'],
      ['a2', 140, 'Moneyline', null, null, 'Celtics'],
    ]);
    const { two, three } = cellsOf(board, 'moneyline');
    const keys = (cells: typeof two) => cells?.map((cell) => cell && board.selections.key(cell.selection));
    expect(keys(two)).toEqual(['a2', 'h2']);
    expect(keys(three)).toEqual([undefined, 'h', 'x']);
  });

  test('spread: the line closest to even, its two sides from one bet', () => {
    const rows: OutcomeRow[] = [
      ['h-1', 150, 'Spread', '-1.5', null, 'Lakers'],
      ['a+1', -180, 'Spread', '+1.5', null, 'Celtics'],
      ['h-3', -108, 'Point Spread', '-3.5', null, 'Lakers'],
      ['a+3', -112, 'Spread', 3.5, null, 'Celtics'],
      ['h+9', -500, 'Spread', '9.5', null, 'Lakers'],
    ];
    expect(pick('spread', rows)).toEqual([
      ['a+3', 3.5],
      ['h-3', -3.5],
    ]);
  });

  test('spread: a complete pair beats a lone side, an offered one a suspended one', () => {
    const rows: OutcomeRow[] = [
      ['lone', 100, 'Spread', '-2.5', null, 'Lakers'],
      ['h', 0, 'Spread', '-3.5', null, 'Lakers'],
      ['a', 0, 'Spread', '3.5', null, 'Celtics'],
    ];
    expect(pick('spread', rows).filter(Boolean)).toEqual([['lone', -2.5]]);
    expect(pick('spread', rows.slice(1)).map(([key]) => key)).toEqual(['a', 'h']);
  });

  test('total: every way to write over and under; team and player totals stay out', () => {
    const rows: OutcomeRow[] = [
      ['o', -105, 'Total Points', '221.5', 'O', null],
      ['u', -115, 'Game Total', '221.5', 'Under', ''],
      ['o2', -300, 'Total', null, 'O 215.5', null],
      ['team', -110, 'Total', '110.5', 'Over', 'Lakers'],
      ['player', -110, 'Total', '20.5', 'Over', 'Somebody'],
    ];
    expect(pick('total', rows)).toEqual([
      ['o', 221.5],
      ['u', 221.5],
    ]);
  });
});

describe('OddsView', () => {
  const collect = (view: OddsView, most?: number) => {
    const news = { gone: [] as number[], rows: [] as number[], places: [] as string[] };
    const sink: ViewSink<ViewRow> = {
      rowGone: (rowId) => news.gone.push(rowId),
      row: (row) => news.rows.push(row.rowId),
      cells: (row, book, cells) => news.places.push(`${row.rowId}/${book}:${cells.filter(Boolean).length}`),
    };
    view.drain(sink, most);
    return news;
  };
  const line = (odds: number): OutcomeRow => ['home', odds, 'Moneyline', null, null, 'Lakers'];

  it('begins with everything and goes on with what changed in its market only', () => {
    const board = new Board();
    offer(board, 'circa', [line(-110), ['prop', 100, 'Goals', null, null, 'X']]);
    offer(board, 'circa', [line(-110)], 'other league', 'NFL');
    const on = comparedOf(board);
    const view = new OddsView(on, { sport: 'NBA', market: 'moneyline' });
    expect(collect(view)).toEqual({ gone: [], rows: [0], places: ['0/0:1'] });
    offer(board, 'circa', [line(-110), ['prop', 200, 'Goals', null, null, 'X']]);
    on.note(view);
    expect(view.isDirty).toBe(false);
    offer(board, 'circa', [line(-115), ['prop', 200, 'Goals', null, null, 'X']]);
    on.note(view);
    offer(board, 'fanduel', [line(-105)]);
    on.note(view);
    expect(collect(view).places).toEqual(['0/0:1', '0/1:1']);
  });

  it('a row is told anew, and read at all sportsbooks, when more is known of its game', () => {
    const board = new Board();
    const at = { sportsbook: 'circa', sport: 'NBA', game: 'g', home: '', away: '', startsAtMs: null };
    const message = { kind: 'prices', mode: 'replace', origin: 'update' } as const;
    board.fold({ ...message, at: { ...at, universalId: null }, outcomes: outcomesOf([line(-110)]) }, 1);
    const on = comparedOf(board);
    const view = new OddsView(on, { sport: 'NBA', market: 'moneyline' });
    expect(collect(view)).toEqual({ gone: [], rows: [0], places: ['0/0:0'] });
    offer(board, 'fanduel', [line(-115)]);
    on.note(view);
    const { rows, places } = collect(view);
    expect([rows, places.sort()]).toEqual([[0], ['0/0:1', '0/1:1']]);
  });

  it('a row holds the kind of bet that most sportsbooks offer, and turns round when that changes', () => {
    const board = new Board();
    const threeWay: OutcomeRow[] = [
      ['home', 120, 'Match Winner', null, null, 'Lakers'],
      ['draw', 250, 'Match Winner', null, null, 'Draw'],
      ['away', 110, 'Match Winner', null, null, 'Celtics'],
    ];
    const twoWay: OutcomeRow[] = [
      ['home', -120, 'Match Winner', null, null, 'Lakers'],
      ['away', 110, 'Match Winner', null, null, 'Celtics'],
    ];
    offer(board, 'circa', threeWay);
    offer(board, 'fanduel', twoWay);
    const on = comparedOf(board);
    const view = new OddsView(on, { sport: 'NBA', market: 'moneyline' });
    // one each: the bet without a draw stands, and a sportsbook that has only the other shows none
    expect(collect(view).places.sort()).toEqual(['0/0:0', '0/1:2']);
    offer(board, 'betmgm', threeWay);
    on.note(view);
    const news = collect(view);
    expect(news.rows).toEqual([0]);
    expect(news.places.sort()).toEqual(['0/0:3', '0/1:0', '0/2:3']);
  });

  it('a game that leaves takes its row along, and comes back as a new row', () => {
    const board = new Board();
    offer(board, 'circa', [line(-110)]);
    const on = comparedOf(board);
    const view = new OddsView(on, { sport: 'NBA', market: 'moneyline' });
    collect(view);
    board.fold({ kind: 'book-cleared', sportsbook: 'circa' }, 2);
    on.note(view);
    expect(collect(view)).toEqual({ gone: [0], rows: [], places: [] });
    offer(board, 'circa', [line(-110)]);
    on.note(view);
    expect(collect(view)).toEqual({ gone: [], rows: [1], places: ['1/0:1'] });
    // a view that opens while a game has just left does not see its ghost
    board.fold({ kind: 'game-removed', sportsbook: 'circa', game: 'g' }, 3);
    on.note();
    expect(collect(new OddsView(on, { sport: 'NBA', market: 'moneyline' })).rows).toEqual([]);
  });

  describe('a match that is listed twice', () => {
    const asked = 'Lakers vs Celtics, 2026-01-18, 07';
    const flipped = 'Celtics vs Lakers, 2026-01-18, 07';
    const list = (board: Board, sportsbook: string, game: string, home: string, away: string, odds: number) =>
      board.fold(
        {
          kind: 'prices',
          mode: 'replace',
          origin: 'update',
          at: { sportsbook, sport: 'NBA', game, home, away, startsAtMs: null, universalId: null },
          outcomes: outcomesOf([
            ['h', odds, 'Spread', '-3.5', null, 'Lakers'],
            ['a', -odds, 'Spread', '3.5', null, 'Celtics'],
          ]),
        },
        1,
      );

    it('is one row, with the sides of a flipped listing turned round', () => {
      const board = new Board();
      list(board, 'circa', asked, 'Lakers', 'Celtics', -105);
      list(board, 'fanduel', flipped, 'Celtics', 'Lakers', -115);
      const view = new OddsView(comparedOf(board), { sport: 'NBA', market: 'spread' });
      const cells: string[] = [];
      view.drain({
        rowGone: () => undefined,
        row: (row) => expect(row.games.size).toBe(2),
        cells: (row, book, found) =>
          cells.push(
            `${row.rowId}/${book}: ${found.filter(Boolean).map((cell) => `${board.selections.target(cell!.selection)} ${cell!.line}`)}`,
          ),
      });
      expect(view.size).toBe(1);
      expect(cells).toEqual(['0/0: Celtics 3.5,Lakers -3.5', '0/1: Celtics 3.5,Lakers -3.5']);
    });

    it('has the sides that only one of the listings states, and of both the newer price', () => {
      const board = new Board();
      const state = (game: string, home: string, away: string, rows: readonly OutcomeRow[]) =>
        board.fold(
          {
            kind: 'prices',
            mode: 'merge',
            origin: 'update',
            at: {
              sportsbook: 'circa',
              sport: 'NBA',
              game,
              home,
              away,
              startsAtMs: null,
              universalId: null,
            },
            outcomes: outcomesOf(rows),
          },
          1,
        );
      const shown = () => {
        const view = new OddsView(comparedOf(board), { sport: 'NBA', market: 'spread' });
        let texts: string[] = [];
        view.drain({
          rowGone: () => undefined,
          row: () => undefined,
          cells: (_row, _book, cells) => {
            texts = cells.map((cell) => `${board.selections.american(cell!.selection)} at ${cell!.line}`);
          },
        });
        return texts;
      };
      state(asked, 'Lakers', 'Celtics', [
        ['h', -110, 'Spread', '-3.5', null, 'Lakers'],
        ['other', 250, 'Spread', '9.5', null, 'Celtics'],
      ]);
      state(flipped, 'Celtics', 'Lakers', [
        ['h', -104, 'Spread', '3.5', null, 'Celtics'],
        ['a', 0, 'Spread', '-3.5', null, 'Lakers'],
      ]);
      expect(shown()).toEqual(['-104 at 3.5', '-110 at -3.5']);
      board.beginConnection(1);
      state(flipped, 'Celtics', 'Lakers', [['a', -125, 'Spread', '-3.5', null, 'Lakers']]);
      expect(shown()).toEqual(['-104 at 3.5', '-125 at -3.5']);
    });

    it('keeps its row as long as one of the listings stands', () => {
      const board = new Board();
      list(board, 'circa', asked, 'Lakers', 'Celtics', -105);
      list(board, 'fanduel', flipped, 'Celtics', 'Lakers', -115);
      const on = comparedOf(board);
      const view = new OddsView(on, { sport: 'NBA', market: 'spread' });
      collect(view);
      board.fold({ kind: 'game-removed', sportsbook: 'circa', game: asked }, 2);
      on.note(view);
      expect(collect(view).gone).toEqual([]);
      board.fold({ kind: 'game-removed', sportsbook: 'fanduel', game: flipped }, 3);
      on.note(view);
      expect(collect(view).gone).toEqual([0]);
    });

    it('goes on with the older of two rows that a universal id proves to be one', () => {
      const board = new Board();
      const state = (game: string, home: string, universalId: string | null) =>
        board.fold(
          {
            kind: 'prices',
            mode: 'merge',
            origin: 'update',
            at: {
              sportsbook: 'circa',
              sport: 'NBA',
              game,
              home,
              away: 'Celtics',
              startsAtMs: null,
              universalId,
            },
            outcomes: outcomesOf([['h', -110, 'Moneyline', null, null, home]]),
          },
          1,
        );
      state('A', 'Lakers', 'ac792a4acb18');
      state('B', 'LA Lakers Basketball', null);
      const on = comparedOf(board);
      const view = new OddsView(on, { sport: 'NBA', market: 'moneyline' });
      expect(view.size).toBe(2);
      collect(view);
      state('B', 'LA Lakers Basketball', 'ac792a4acb18');
      on.note(view);
      expect(collect(view)).toMatchObject({ gone: [1], rows: [0] });
      expect(view.size).toBe(1);
    });
  });

  it('shows what a screen that is opened anew would, whatever listings of matches come, go and prove to be one', () => {
    const labels = [
      'Lakers vs Celtics, 2026-01-18, 07',
      'Celtics vs Lakers, 2026-01-18, 07',
      'Lakers vs Celtics, 2026-01-18, 08',
      'Lakers vs Boston Celtics, 2026-01-18, 07',
      'Bulls vs Heat, 2026-01-18, 07',
    ];
    const step = fc.record({
      label: fc.constantFrom(...labels),
      book: fc.constantFrom('circa', 'fanduel'),
      what: fc.constantFrom('prices', 'prices', 'id', 'gone'),
      american: fc.integer({ min: 100, max: 200 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const board = new Board();
        const on = comparedOf(board);
        const view = new OddsView(on, { sport: 'NBA', market: 'spread' });
        const shown = new Map<number, Map<number, string>>();
        for (const [at, { label, book, what, american }] of steps.entries()) {
          const [home, away] = label.split(/ vs |,/) as [string, string];
          const [first, second] = /^(Celtics|Boston)/.test(home) ? [away, home] : [home, away];
          const universalId = what === 'id' && !label.startsWith('Bulls') ? 'ac792a4acb18' : null;
          if (what === 'gone') board.fold({ kind: 'game-removed', sportsbook: book, game: label }, at);
          else
            board.fold(
              {
                kind: 'prices',
                mode: 'replace',
                origin: 'update',
                at: {
                  sportsbook: book,
                  sport: 'NBA',
                  game: label,
                  home,
                  away,
                  startsAtMs: null,
                  universalId,
                },
                outcomes: outcomesOf([
                  ['h', american, 'Spread', '-3.5', null, first],
                  ['a', -american, 'Spread', '3.5', null, second],
                ]),
              },
              at,
            );
          on.note(view);
          follow(board, view, shown);
          const anew = new Map<number, Map<number, string>>();
          follow(board, new OddsView(on, { sport: 'NBA', market: 'spread' }), anew);
          expect(inOrder(shown)).toEqual(inOrder(anew));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('hands over no more places than asked for, and keeps the rest', () => {
    const board = new Board();
    for (let n = 0; n < 5; n += 1) offer(board, `book ${n}`, [line(-110)]);
    const view = new OddsView(comparedOf(board), { sport: 'NBA', market: 'moneyline' });
    expect(collect(view, 2).places).toHaveLength(2);
    expect(collect(view, 9).places).toHaveLength(3);
  });
});
