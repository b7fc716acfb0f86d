import type { ScreenRow } from '#contract/odds-screen.ts';
import { subjectOfCell } from '#domain/ledger/cell-subject.ts';
import type { BetSubject } from '#domain/ledger/noted-bet.ts';
import { rowFigures } from '../../stores/odds/row-figures.ts';
import type { Stores } from '../../stores/stores.ts';
import { texts } from '../../texts.ts';
import { betOfCell } from '../bets/bet-of-cell.ts';
import { watchOfCell } from '../watchlists/watch-of-cell.ts';
import { type BoardView, isBook } from './board-view.ts';
import { offerOf } from './game-painter.ts';
import type { Cursor } from './grid-cursor.ts';
import { FIXED_COLUMNS } from './grid-metrics.ts';

/** What a bet on a cell would be on: at the cell's own line, or at the one that most sportsbooks have. */
export function subjectAt(row: ScreenRow, market: string, at: Cursor, view: BoardView): BetSubject | null {
  return subjectOfCell({ market, sides: row.sides.length, side: at.side, line: lineAt(row, at, view) });
}

/** Watches the bet under the cursor, or its whole game; answers whether there is one. */
export function watchAt(
  { watchlists, choice }: Pick<Stores, 'watchlists' | 'choice'>,
  rows: readonly ScreenRow[],
  view: BoardView,
  at: Cursor,
  isGame: boolean,
): boolean {
  const row = rows.find(({ rowId }) => rowId === at.rowId);
  const query = choice.query.read();
  if (!row || !query) return false;
  const game = texts.screen.gameLabel(row.away, row.home);
  const subject = isGame
    ? ({ kind: 'game', game: row.game, universalId: null } as const)
    : watchOfCell({ market: query.market, row, side: at.side, line: lineAt(row, at, view) });
  if (subject === null) return false;
  void watchlists.watch(subject, {
    added: texts.watchlists.added(isGame ? game : `${row.sides[at.side]}, ${game}`),
    first: texts.watchlists.firstName,
  });
  return true;
}

/** Opens the editor of a rule for the bet under the cursor at its price; answers whether there is one. */
export function alertAt(
  { alerts, choice }: Pick<Stores, 'alerts' | 'choice'>,
  rows: readonly ScreenRow[],
  view: BoardView,
  at: Cursor,
): boolean {
  const row = rows.find(({ rowId }) => rowId === at.rowId);
  const query = choice.query.read();
  if (!row || !query) return false;
  const line = lineAt(row, at, view);
  const entry = watchOfCell({ market: query.market, row, side: at.side, line });
  if (entry === null) return false;
  const book = view.columns[at.column - FIXED_COLUMNS];
  const { cells } = view.store;
  const index = book && isBook(book) ? cells.indexOf(row.rowId, at.side, book.column) : -1;
  const american = index < 0 ? 0 : cells.american[index]!;
  const what = [
    row.sides[at.side],
    Number.isNaN(line) ? '' : line,
    texts.screen.gameLabel(row.away, row.home),
  ];
  alerts.edit({
    replaces: null,
    rule: {
      kind: 'price',
      name: what.filter((part) => part !== '').join(', '),
      on: { type: 'entry', entry },
      price: american === 0 ? 100 : american,
      ...(book && isBook(book) && book.bettable && { sportsbooks: [book.id] }),
      repeat: 'once',
    },
  });
  return true;
}

function lineAt(row: ScreenRow, { side, column }: Cursor, view: BoardView): number {
  const book = view.columns[column - FIXED_COLUMNS];
  const { cells } = view.store;
  const index = book && isBook(book) ? cells.indexOf(row.rowId, side, book.column) : -1;
  const own = index < 0 ? Number.NaN : cells.line[index]!;
  if (!Number.isNaN(own)) return own;
  return rowFigures(offerOf(row, view))?.sides[side]?.line ?? Number.NaN;
}

/** Opens the form of a bet at the price under the cursor; answers whether there is one. */
export function noteBetAt(
  { bets, choice }: Pick<Stores, 'bets' | 'choice'>,
  rows: readonly ScreenRow[],
  view: BoardView,
  at: Cursor,
): boolean {
  const book = view.columns[at.column - FIXED_COLUMNS];
  const row = rows.find(({ rowId }) => rowId === at.rowId);
  const query = choice.query.read();
  if (!book || !isBook(book) || !book.bettable || !row || !query) return false;
  const { cells } = view.store;
  const index = cells.indexOf(row.rowId, at.side, book.column);
  if (index < 0) return false;
  const bet = betOfCell({
    ...query,
    row,
    side: at.side,
    sportsbook: book.id,
    state: cells.state[index]!,
    american: cells.american[index]!,
    line: cells.line[index]!,
  });
  if (bet) bets.open(bet);
  return bet !== null;
}
