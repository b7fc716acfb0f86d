import type { Board } from '../../board/board.ts';
import { CHANGE_ADDED, CHANGE_TEXT, type Changes } from '../../board/changes.ts';
import { grown } from '../../board/columns.ts';
import type { Fixtures } from '../../board/fixtures.ts';
import { canonicalMarket } from '../../catalogue/markets.ts';
import { remembered } from '../../identity/names/remembered.ts';
import { readMarketName } from '../../identity/selection/market-name.ts';
import { participant } from '../../identity/selection/selection-identity.ts';
import { isTeamOf } from './compiled-rule.ts';
import { addTo } from './lists.ts';
import type { Scope } from './scope.ts';
import type { WatchedBets } from './watched-bets.ts';

/** What an index can hold: something with scopes. */
export interface Scoped {
  readonly scopes: readonly Scope[];
}

interface Placed<Watcher> {
  readonly watcher: Watcher;
  readonly scope: Scope;
}

/** What watches something of a game: by the one outcome or the keys of the markets that it looks at, or more. */
interface PlacedOnGame<Watcher> {
  readonly open: readonly Placed<Watcher>[];
  readonly byOutcome: ReadonlyMap<string, readonly Placed<Watcher>[]>;
  readonly byMarket: ReadonlyMap<string, readonly Placed<Watcher>[]>;
}

/** Nobody has looked yet; nobody watches it; above that, the number of a list of watchers and 1. */
const UNKNOWN = 0;
const UNWATCHED = 1;

/**
 * Who watches a selection, found by one look at an array: so a rule costs nothing while what it watches is still. The
 * first change of a selection finds its watchers among those of its game. Give it every fold's `Changes`, after `Bets`.
 */
export class RuleIndex<Watcher extends Scoped> {
  readonly #board: Board;
  readonly #fixtures: Fixtures;
  readonly #bets: WatchedBets;
  #watch = new Int32Array(1024);
  #lists: (readonly Watcher[])[] = [];
  readonly #listOf = new Map<string, number>();
  #numberOf = new Map<Watcher, number>();
  readonly #byGame = new Map<string, Placed<Watcher>[]>();
  readonly #byTeam = new Map<string, Placed<Watcher>[]>();
  readonly #byPlayer = new Map<string, Placed<Watcher>[]>();
  readonly #bySport = new Map<string, Placed<Watcher>[]>();
  #rest: Placed<Watcher>[] = [];
  #ofGame: (PlacedOnGame<Watcher> | undefined)[] = [];
  #regroupings = -1;

  constructor(board: Board, fixtures: Fixtures, bets: WatchedBets) {
    this.#board = board;
    this.#fixtures = fixtures;
    this.#bets = bets;
  }

  /** From now on these watch, and no others. */
  use(watchers: readonly Watcher[]): void {
    for (const index of [this.#byGame, this.#byTeam, this.#byPlayer, this.#bySport]) index.clear();
    this.#rest = [];
    this.#numberOf = new Map(watchers.map((watcher, at) => [watcher, at]));
    for (const watcher of watchers) for (const scope of watcher.scopes) this.#place({ watcher, scope });
    this.#forgetAll();
  }

  /** Takes note of a fold. */
  note(changes: Changes): void {
    if (this.#regroupings !== this.#fixtures.regroupings) {
      this.#regroupings = this.#fixtures.regroupings;
      this.#forgetAll();
    }
    for (const game of changes.gamesAdded) this.#ofGame[game] = undefined;
    if (changes.gamesRestated.length > 0) this.#forgetAll();
    for (let at = 0; at < changes.count; at += 1) {
      if ((changes.what(at) & (CHANGE_ADDED | CHANGE_TEXT)) === 0) continue;
      const selection = changes.selection(at);
      if (selection < this.#watch.length) this.#watch[selection] = UNKNOWN;
    }
  }

  /** Who watches a selection. */
  watchers(selection: number): readonly Watcher[] {
    if (selection >= this.#watch.length) this.#watch = grown(this.#watch, 2 * selection + 1024);
    const known = this.#watch[selection]!;
    if (known === UNWATCHED) return NOBODY;
    if (known !== UNKNOWN) return this.#lists[known - 2]!;
    const found = this.#find(selection);
    this.#watch[selection] = found;
    return found === UNWATCHED ? NOBODY : this.#lists[found - 2]!;
  }

  /** Who watches something of a game. */
  watchersOfGame(game: number): readonly Watcher[] {
    const { open, byOutcome, byMarket } = this.#placedOn(game);
    const watchers = new Set(open.map(({ watcher }) => watcher));
    for (const each of [byOutcome, byMarket])
      for (const placed of each.values()) for (const { watcher } of placed) watchers.add(watcher);
    return [...watchers];
  }

  #find(selection: number): number {
    const listing = this.#board.listings.at(this.#board.selections.listing(selection))!;
    const { open, byOutcome, byMarket } = this.#placedOn(listing.game);
    const single = byOutcome.size === 0 ? undefined : byOutcome.get(this.#board.selections.key(selection));
    const market = byMarket.size === 0 ? undefined : byMarket.get(this.#marketOf(byMarket, selection) ?? '');
    const found = new Set<Watcher>();
    for (const placed of [single, market, open])
      for (const { watcher, scope } of placed ?? [])
        if (!found.has(watcher) && this.#isIn(scope, selection)) found.add(watcher);
    const target = this.#byPlayer.size === 0 ? null : this.#board.selections.target(selection);
    for (const { watcher, scope } of target === null ? [] : (this.#byPlayer.get(participant(target)) ?? []))
      if (this.#isSport(scope, listing.game) && this.#isIn(scope, selection)) found.add(watcher);
    if (found.size === 0) return UNWATCHED;
    const numbers = [...found].map((watcher) => this.#numberOf.get(watcher)!).sort((a, b) => a - b);
    const joined = numbers.join();
    const known = this.#listOf.get(joined);
    if (known !== undefined) return known;
    const number = this.#lists.push([...found]) + 1;
    this.#listOf.set(joined, number);
    return number;
  }

  /** Which of some markets of its match a selection is in: asked of the markets, which are few. */
  #marketOf(byMarket: ReadonlyMap<string, unknown>, selection: number): string | undefined {
    const { listings, selections } = this.#board;
    const listing = selections.listing(selection);
    const match = this.#fixtures.matchOf(listings.at(listing)!.game);
    // one that has just left stands in no market any more
    if (match === -1 || this.#board.selectionOf(listing, selections.keyId(selection)) !== selection)
      return this.#bets.betOf(selection)?.market.key;
    const markets = this.#bets.marketsOf(match);
    for (const key of byMarket.keys())
      for (const offers of markets.get(key)?.sides.values() ?? []) if (offers.has(selection)) return key;
    return undefined;
  }

  /** All that has a scope which the game as such does not rule out, players' apart. */
  #placedOn(number: number): PlacedOnGame<Watcher> {
    const known = this.#ofGame[number];
    if (known !== undefined) return known;
    const game = this.#board.games.at(number);
    const match = this.#fixtures.matchOf(number);
    const labels = new Set([game.label]);
    for (const twin of match === -1 ? [] : this.#bets.gamesOf(match))
      labels.add(this.#board.games.at(twin).label);
    if (game.universalId !== null) labels.add(game.universalId);
    const placed = [...labels].flatMap((label) => this.#byGame.get(label) ?? []);
    placed.push(...(this.#bySport.get(game.sport) ?? []), ...this.#rest);
    for (const [team, of] of this.#byTeam)
      if (isTeamOf(team, game)) placed.push(...of.filter(({ scope }) => this.#isSport(scope, number)));
    const byOutcome = new Map<string, Placed<Watcher>[]>();
    const byMarket = new Map<string, Placed<Watcher>[]>();
    const open: Placed<Watcher>[] = [];
    for (const each of placed) {
      const { outcome, markets } = each.scope;
      if (outcome !== undefined) addTo(byOutcome, outcome, each);
      else if (markets?.every((market) => market.includes('|')))
        for (const market of markets) addTo(byMarket, market, each);
      else open.push(each);
    }
    const found = { open, byOutcome, byMarket };
    this.#ofGame[number] = found;
    return found;
  }

  #isSport({ sports }: Scope, game: number): boolean {
    return sports === undefined || sports.includes(this.#board.games.at(game).sport);
  }

  /** Whether the parts of a scope that the game does not decide let a selection through. */
  #isIn(scope: Scope, selection: number): boolean {
    const { selections, sportsbooks, listings } = this.#board;
    const listing = listings.at(selections.listing(selection))!;
    if (scope.outcome !== undefined && selections.key(selection) !== scope.outcome) return false;
    if (scope.sportsbook !== undefined && sportsbooks.at(listing.sportsbook) !== scope.sportsbook)
      return false;
    if (scope.games !== undefined || scope.teams !== undefined) {
      if (!this.#isSport(scope, listing.game)) return false;
      const game = this.#board.games.at(listing.game);
      if (scope.teams !== undefined && !scope.teams.some((team) => isTeamOf(team, game))) return false;
    }
    const target = scope.players === undefined ? null : selections.target(selection);
    if (scope.players !== undefined) {
      if (target === null) return false;
      const key = participant(target);
      if (!scope.players.some((player) => participant(player) === key)) return false;
    }
    const { markets, sides } = scope;
    // a name is read once for all that bear it, a bet for each selection: so the name goes first
    if (markets !== undefined && !isNamed(markets, selections.name(selection))) {
      if (!markets.some((market) => market.includes('|'))) return false;
      if (!markets.includes(this.#bets.betOf(selection)?.market.key ?? '')) return false;
    }
    return sides === undefined || sides.includes(this.#bets.betOf(selection)?.side ?? '');
  }

  #place(placed: Placed<Watcher>): void {
    const { games, teams, players, sports } = placed.scope;
    if (games !== undefined) for (const game of games) addTo(this.#byGame, game, placed);
    else if (teams !== undefined) for (const team of teams) addTo(this.#byTeam, team, placed);
    else if (players !== undefined)
      for (const player of players) addTo(this.#byPlayer, participant(player), placed);
    else if (sports !== undefined) for (const sport of sports) addTo(this.#bySport, sport, placed);
    else this.#rest.push(placed);
  }

  #forgetAll(): void {
    this.#watch.fill(UNKNOWN);
    this.#ofGame = [];
    this.#lists = [];
    this.#listOf.clear();
  }
}

const NOBODY: readonly never[] = [];
const canonical = remembered(canonicalMarket, 8192);

/** Whether one of some markets is meant by a market's name as a sportsbook writes it. */
function isNamed(markets: readonly string[], name: string | null): boolean {
  if (name === null) return false;
  const { kind, period } = readMarketName(name);
  const known = canonical(name);
  return markets.some((market) => (market === kind && period === 'game') || canonical(market) === known);
}
