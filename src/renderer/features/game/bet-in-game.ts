import type { GameHead, GameRow } from '#contract/game.ts';
import { CELL_PRICED } from '#contract/odds-screen.ts';
import type { OddsFormat } from '#contract/settings.ts';
import type { AmericanOdds } from '#domain/odds/american.ts';
import { comparePrices } from '#domain/odds/convert.ts';
import type { WatchSubject } from '#domain/watchlist/watchlist.ts';
import { bestBooks, betterLineOf } from '../../stores/odds/best-books.ts';
import type { Stores } from '../../stores/stores.ts';
import { texts } from '../../texts.ts';
import { priceText } from '../../ui/odds-text.ts';
import { type BoardView, type BookColumn, isBook } from '../odds-screen/board-view.ts';
import { FIXED_COLUMNS } from '../odds-screen/grid-metrics.ts';
import { betName } from './market-words.tsx';

/** A bet on a game: a side of one of its markets. */
export interface BetInGame {
  readonly head: GameHead;
  readonly row: GameRow;
  readonly side: number;
}

const EVEN = 100;

/** Watches a bet, or its whole game. */
export function watchInGame({ watchlists }: Pick<Stores, 'watchlists'>, bet: BetInGame, isGame: boolean) {
  const { head } = bet;
  const game = { kind: 'game', game: labelOf(head), universalId: null } as const;
  const what = isGame ? texts.game.title(head.away, head.home) : nameOf(bet);
  void watchlists.watch(isGame ? game : entryOf(bet), {
    added: texts.watchlists.added(what),
    first: texts.watchlists.firstName,
  });
}

/**
 * Opens the editor of a rule that tells when a bet comes to a price. `best`: what it pays now at best, `null` = not
 * known: from there a price that pays less is waited for from above. `sportsbook`: the only one that counts.
 */
export function alertAtPrice(
  { alerts }: Pick<Stores, 'alerts'>,
  bet: BetInGame,
  american: number,
  best: number | null,
  format: OddsFormat,
  sportsbook: string | null = null,
): void {
  const isBelow = best !== null && comparePrices(american as AmericanOdds, best as AmericanOdds) < 0;
  const { away, home } = bet.head;
  alerts.edit({
    replaces: null,
    rule: {
      kind: 'price',
      name: texts.game.alertName(nameOf(bet), texts.game.title(away, home), priceText(american, format)),
      on: { type: 'entry', entry: entryOf(bet) },
      price: american,
      ...(isBelow && { reach: 'at-most', of: 'best' }),
      ...(sportsbook !== null && { sportsbooks: [sportsbook] }),
      repeat: 'once',
    },
  });
}

/** The same for the price in a column of the table: at that sportsbook, or, in any other column, the best of all. */
export function alertInColumn(
  stores: Pick<Stores, 'alerts'>,
  bet: BetInGame,
  column: number,
  view: BoardView,
): void {
  const book = bookIn(column, view);
  const american = (book ? priceAt(bet, book.column, view) : bestOf(bet, view)) ?? EVEN;
  alertAtPrice(stores, bet, american, null, view.format, book?.bettable ? book.id : null);
}

/** Opens the form of a bet at the price in a column; answers whether there is one. */
export function noteInColumn(
  { bets }: Pick<Stores, 'bets'>,
  bet: BetInGame,
  column: number,
  view: BoardView,
): boolean {
  const { head, row, side } = bet;
  const book = bookIn(column, view);
  const american = book?.bettable ? priceAt(bet, book.column, view) : null;
  if (!book || american === null) return false;
  bets.open({
    sport: head.sport,
    game: labelOf(head),
    sportsbook: book.id,
    wording: nameOf(bet),
    subject: { market: row.market, side: row.sides[side]! },
    startsAtMs: head.startsAtMs,
    price: american > 0 ? `+${american}` : String(american),
  });
  return true;
}

function labelOf({ labels }: GameHead): string {
  return labels[0]!.label;
}

function nameOf({ head, row, side }: BetInGame): string {
  return betName(head, row, row.sides[side]!);
}

function entryOf({ head, row, side }: BetInGame): WatchSubject {
  return {
    kind: 'bet',
    game: labelOf(head),
    universalId: null,
    market: row.market,
    side: row.sides[side]!,
  };
}

function bookIn(column: number, view: BoardView): BookColumn | null {
  const found = view.columns[column - FIXED_COLUMNS];
  return found && isBook(found) ? found : null;
}

function priceAt({ row, side }: BetInGame, column: number, { store }: BoardView): number | null {
  const { cells } = store;
  const index = cells.indexOf(row.rowId, side, column);
  return index >= 0 && cells.state[index] === CELL_PRICED ? cells.american[index]! : null;
}

function bestOf(bet: BetInGame, view: BoardView): number | null {
  const { row, side } = bet;
  const { cells, freshness } = view.store;
  const [column] = bestBooks({
    cells,
    rowId: row.rowId,
    side,
    columns: view.bettableColumns,
    betterLine: betterLineOf(row.sides[side]!),
    ...freshness.read(),
  });
  return column === undefined ? null : priceAt(bet, column, view);
}
