import type { Board } from '../../board/board.ts';
import type { Fixtures } from '../../board/fixtures.ts';
import { NONE } from '../../board/selections.ts';
import { canonicalMarket } from '../../catalogue/markets.ts';
import type { Comparison } from '../../comparison/comparison.ts';
import { remembered } from '../../identity/names/remembered.ts';
import { sideOfTeam } from '../../identity/selection/bet-side.ts';
import { readMarketName } from '../../identity/selection/market-name.ts';
import { isPlayer } from '../../identity/selection/selection-identity.ts';
import type { Anchor, Scope } from './scope.ts';

/** Reads off the board whether a scope lets something through. */
export class ScopeReading {
  readonly #board: Board;
  readonly #fixtures: Fixtures;
  readonly #comparison: Comparison;

  constructor(board: Board, fixtures: Fixtures, comparison: Comparison) {
    this.#board = board;
    this.#fixtures = fixtures;
    this.#comparison = comparison;
  }

  /** Whether a game is of the leagues of a scope. */
  isSport({ sports }: Scope, game: number): boolean {
    return sports === undefined || sports.includes(this.#board.games.at(game).sport);
  }

  /** Whether the parts of a scope that the game does not decide let a selection through. */
  isIn(scope: Scope, selection: number): boolean {
    const { selections, listings } = this.#board;
    const listing = listings.at(selections.listing(selection))!;
    if (scope.outcome !== undefined && selections.key(selection) !== scope.outcome) return false;
    if (scope.anchor !== undefined && !this.#isAnchored(scope.anchor, selection)) return false;
    if (scope.games !== undefined || scope.teams !== undefined) {
      if (!this.isSport(scope, listing.game)) return false;
      const game = this.#board.games.at(listing.game);
      if (scope.teams !== undefined && !scope.teams.some((team) => sideOfTeam(team, game) !== null))
        return false;
    }
    if (scope.players !== undefined) {
      const target = selections.target(selection);
      if (!scope.players.some((player) => isPlayer(target, player))) return false;
    }
    const { markets, sides } = scope;
    // a name is read once for all that bear it, a bet for each selection: so the name goes first
    if (markets !== undefined && !isNamed(markets, selections.name(selection))) {
      if (!markets.some((market) => market.includes('|'))) return false;
      if (!markets.includes(this.#comparison.betOf(selection)?.market ?? '')) return false;
    }
    return sides === undefined || sides.includes(this.#comparison.betOf(selection)?.side ?? '');
  }

  /** Whether a selection is of the market that an outcome at a sportsbook is in. */
  #isAnchored({ sportsbook, outcome }: Anchor, selection: number): boolean {
    const { sportsbooks, listings, selections } = this.#board;
    const book = sportsbooks.find(sportsbook);
    const market = this.#comparison.betOf(selection)?.market;
    if (book === undefined || market === undefined) return false;
    const { game } = listings.at(selections.listing(selection))!;
    for (const each of this.#fixtures.gamesOf(this.#fixtures.matchOf(game))) {
      const listing = listings.find(book, each);
      const anchor = listing === -1 ? NONE : selections.withKey(listing, outcome);
      if (anchor !== NONE && this.#comparison.betOf(anchor)?.market === market) return true;
    }
    return false;
  }
}

const canonical = remembered(canonicalMarket, 8192);

/** Whether one of some markets is meant by a market's name as a sportsbook writes it. */
function isNamed(markets: readonly string[], name: string | null): boolean {
  if (name === null) return false;
  const { kind, period } = readMarketName(name);
  const known = canonical(name);
  return markets.some((market) => (market === kind && period === 'game') || canonical(market) === known);
}
