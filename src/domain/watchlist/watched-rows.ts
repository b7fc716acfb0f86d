import type { Board } from '../board/board.ts';
import type { Game } from '../board/games.ts';
import { NONE } from '../board/selections.ts';
import { CONSENSUS } from '../catalogue/consensus.ts';
import type { MainMarketKey } from '../catalogue/markets.ts';
import type { ComparedBoard } from '../comparison/compared-board.ts';
import type { Market } from '../comparison/match-markets.ts';
import { turnedBet } from '../identity/selection/bet-keys.ts';
import { flipped, sideOfTeam } from '../identity/selection/bet-side.ts';
import { isPlayer, participant } from '../identity/selection/selection-identity.ts';
import { type AmericanOdds, NOT_OFFERED } from '../odds/american.ts';
import { comparePrices, impliedProbability } from '../odds/convert.ts';
import { WATCHED_MARKETS, type WatchEntry, type WatchedGame } from './watchlist.ts';

/**
 * A watched price as it stands. `game` names the teams as its match does, and so do `market` and `side`. `selection` is the
 * best offered one, by number; good until the next fold.
 */
export interface WatchedRow {
  readonly entryId: string;
  readonly match: number;
  readonly game: Game;
  readonly market: string;
  readonly side: string;
  readonly selection: number;
  readonly sportsbook: string;
  /** Sportsbooks that offer it now. */
  readonly sportsbooks: number;
}

/** Most rows that one entry of a player or a team brings. */
const MOST_ROWS = 24;

/** The rows of an entry as the board stands: none where nothing of it is offered now. */
export function watchedRows(entry: WatchEntry, on: ComparedBoard): WatchedRow[] {
  switch (entry.kind) {
    case 'selection':
      return selectionRow(entry, on);
    case 'bet':
      return matchesOf(entry, on).flatMap((match) => betRow(entry, match, on));
    case 'market':
      return matchesOf(entry, on).flatMap((match) => marketRows(entry.entryId, match, entry.market, on));
    case 'game':
      return matchesOf(entry, on).flatMap((match) =>
        WATCHED_MARKETS.flatMap((market) => marketRows(entry.entryId, match, market, on)),
      );
    case 'team':
      return teamRows(entry, on);
    case 'player':
      return playerRows(entry, on);
  }
}

function selectionRow(
  entry: WatchEntry & { readonly kind: 'selection' },
  { board, fixtures, comparison }: ComparedBoard,
): WatchedRow[] {
  const book = board.sportsbooks.find(entry.sportsbook);
  for (const number of board.games.numbers()) {
    const game = board.games.at(number);
    const listing = book === undefined || !isGame(entry, game) ? -1 : board.listings.find(book, number);
    const selection = listing === -1 ? NONE : board.selections.withKey(listing, entry.outcome);
    if (selection === NONE) continue;
    const place = comparison.placeOf(selection);
    return [
      {
        entryId: entry.entryId,
        match: fixtures.matchOf(number),
        game: board.games.at(fixtures.firstGameOf(number)),
        market: place?.market.key ?? '',
        side: place?.side ?? '',
        selection,
        sportsbook: entry.sportsbook,
        sportsbooks: 1,
      },
    ];
  }
  return [];
}

/** An entry names its bet as its own label does. */
function betRow(
  entry: WatchEntry & { readonly kind: 'bet' },
  match: number,
  on: ComparedBoard,
): WatchedRow[] {
  const { market, side } = on.fixtures.isTurned(entry.game, match) ? turnedBet(entry) : entry;
  const offers = on.comparison.marketsOf(match).get(market)?.sides.get(side);
  return offers === undefined ? [] : row(entry.entryId, match, market, side, offers.selections, on);
}

function row(
  entryId: string,
  match: number,
  market: string,
  side: string,
  offers: readonly number[],
  { board, fixtures }: ComparedBoard,
): WatchedRow[] {
  const real = offers.filter((each) => board.sportsbookOf(each) !== CONSENSUS);
  const selection = bestOf(board, real);
  if (selection === undefined) return [];
  // one and the same, whichever of the match's labels has the best price now
  const { game } = board.listings.at(board.selections.listing(selection))!;
  const offered = real.filter((each) => board.selections.american(each) !== NOT_OFFERED);
  return [
    {
      entryId,
      match,
      game: board.games.at(fixtures.firstGameOf(game)),
      market,
      side,
      selection,
      sportsbook: board.sportsbookOf(selection),
      sportsbooks: offered.length,
    },
  ];
}

/** The one that pays most: a confirmed price before a stale one, a stale one before none. */
export function bestOf(board: Board, offers: Iterable<number>): number | undefined {
  let best: number | undefined;
  for (const each of offers) if (best === undefined || isBetter(board, each, best)) best = each;
  return best;
}

function isBetter(board: Board, left: number, right: number): boolean {
  const worth = (each: number) =>
    (board.selections.american(each) === NOT_OFFERED ? 0 : 2) + (board.isConfirmed(each) ? 1 : 0);
  const [leftWorth, rightWorth] = [worth(left), worth(right)];
  if (leftWorth !== rightWorth) return leftWorth > rightWorth;
  const prices = [left, right].map((each) => board.selections.american(each) as AmericanOdds);
  return leftWorth >= 2 && comparePrices(prices[0]!, prices[1]!) > 0;
}

/** The sides of a main market of the whole game, at the line that most sportsbooks offer. */
function marketRows(entryId: string, match: number, market: MainMarketKey, on: ComparedBoard): WatchedRow[] {
  const main = mainMarket(match, market, on);
  if (main === undefined) return [];
  return ['away', 'home', 'draw', 'over', 'under'].flatMap((side) => {
    const offers = main.sides.get(side);
    return offers === undefined ? [] : row(entryId, match, main.key, side, offers.selections, on);
  });
}

/** Of the lines of a market the one that most sportsbooks offer, the evenest of several. */
export function mainMarket(
  match: number,
  kind: MainMarketKey,
  { comparison, board }: ComparedBoard,
): Market | undefined {
  let best: Market | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const market of comparison.marketsOf(match).values()) {
    if (market.kind !== kind || market.period !== 'game') continue;
    const counts = [...market.sides.values()].map(({ selections }) => selections.length);
    const score = Math.min(...counts) + counts.length - unevenness(board, market);
    if (score > bestScore) [best, bestScore] = [market, score];
  }
  return best;
}

/** 0 = the best prices of both sides are even, below 1 for any others. */
function unevenness(board: Board, market: Market): number {
  const chances = [...market.sides.values()].map(({ selections }) => {
    const best = bestOf(board, selections);
    const american = best === undefined ? NOT_OFFERED : board.selections.american(best);
    return american === NOT_OFFERED ? 0.99 : impliedProbability(american as AmericanOdds);
  });
  return Math.max(...chances) - Math.min(...chances);
}

function teamRows(entry: WatchEntry & { readonly kind: 'team' }, on: ComparedBoard): WatchedRow[] {
  const rows: WatchedRow[] = [];
  const matches = new Set<number>();
  for (const number of on.board.games.numbers()) {
    const game = on.board.games.at(number);
    const match = on.fixtures.matchOf(number);
    const isSport = entry.sport === '' || entry.sport === game.sport;
    const own = isSport ? sideOfTeam(entry.team, game) : null;
    if (own === null || matches.has(match)) continue;
    matches.add(match);
    const side = flipped(own, on.fixtures.isFlipped(number));
    for (const market of WATCHED_MARKETS) {
      const found = marketRows(entry.entryId, match, market, on);
      rows.push(...(market === 'total' ? found : found.filter((each) => each.side === side)));
    }
    if (rows.length >= MOST_ROWS) break;
  }
  return rows.slice(0, MOST_ROWS);
}

function playerRows(entry: WatchEntry & { readonly kind: 'player' }, on: ComparedBoard): WatchedRow[] {
  const rows: WatchedRow[] = [];
  const part = `|player|${participant(entry.player)}|`;
  for (const match of matchesOfPlayer(entry.player, on)) {
    for (const market of on.comparison.marketsOf(match).values()) {
      if (!market.key.includes(part)) continue;
      for (const [side, offers] of market.sides)
        rows.push(...row(entry.entryId, match, market.key, side, offers.selections, on));
    }
    if (rows.length >= MOST_ROWS) break;
  }
  return rows.slice(0, MOST_ROWS);
}

/** Looks for the player's name first: only matches that have it are compared at all. */
function matchesOfPlayer(player: string, { board, fixtures }: ComparedBoard): Set<number> {
  const { listings, selections } = board;
  const matches = new Set<number>();
  for (const [, listing] of listings.onBoard()) {
    const match = fixtures.matchOf(listing.game);
    if (matches.has(match)) continue;
    for (let each = listing.head; each !== NONE; each = selections.next(each)) {
      if (!isPlayer(selections.target(each), player)) continue;
      matches.add(match);
      break;
    }
  }
  return matches;
}

/** The matches that an entry names: one, unless its label is gone and its universal id stands twice. */
function matchesOf(entry: WatchEntry & WatchedGame, { board, fixtures }: ComparedBoard): number[] {
  const found = new Set<number>();
  for (const number of board.games.numbers())
    if (isGame(entry, board.games.at(number))) found.add(fixtures.matchOf(number));
  return [...found];
}

function isGame(entry: WatchedGame, game: Game): boolean {
  return game.label === entry.game || (entry.universalId !== null && game.universalId === entry.universalId);
}
