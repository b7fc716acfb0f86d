import type { Board } from '../../board/board.ts';
import { CHANGE_REMOVED, CHANGES_OF_BETS, type Changes } from '../../board/changes.ts';
import type { Fixtures } from '../../board/fixtures.ts';
import type { Listing } from '../../board/listings.ts';
import { NONE } from '../../board/selections.ts';
import type { Comparison } from '../../comparison/comparison.ts';
import type { MatchId } from '../../identity/match/match-numbers.ts';
import { sideOfTeam } from '../../identity/selection/bet-side.ts';
import { participant } from '../../identity/selection/selection-identity.ts';
import { addTo } from './lists.ts';
import { type Scope, turnedScope } from './scope.ts';
import { ScopeReading } from './scope-reading.ts';

/** What an index can hold. */
export interface Scoped {
  /** What it looks at. */
  readonly scopes: readonly Scope[];
  /** What sets it off besides. */
  readonly alsoSetOffBy: readonly Scope[];
  /** Whether what happens at a sportsbook concerns it. */
  heeds(sportsbook: string): boolean;
}

/** Who watches a selection. */
export interface Watching<Watcher> {
  readonly all: readonly Watcher[];
  /** Those that look at this very selection, and are not only set off by it. */
  readonly lookingAt: ReadonlySet<Watcher>;
}

interface Placed<Watcher> {
  readonly watcher: Watcher;
  readonly scope: Scope;
  readonly isLookedAt: boolean;
}

/** What watches something of a game: by the one outcome or the keys of the markets that it looks at, or more. */
interface PlacedOnGame<Watcher> {
  readonly all: readonly Watcher[];
  readonly open: readonly Placed<Watcher>[];
  readonly byOutcome: ReadonlyMap<string, readonly Placed<Watcher>[]>;
  readonly byMarket: ReadonlyMap<string, readonly Placed<Watcher>[]>;
  /** Outcomes whose whole market is watched. */
  readonly anchors: ReadonlySet<string>;
}

/** Of what watches something of a game what may watch something of it at one sportsbook. */
interface PlacedInListing<Watcher> {
  readonly listing: Listing;
  readonly game: PlacedOnGame<Watcher>;
  readonly open: readonly Placed<Watcher>[];
  readonly byOutcome: ReadonlyMap<string, readonly Placed<Watcher>[]>;
  readonly byMarket: ReadonlyMap<string, readonly Placed<Watcher>[]>;
}

/** Nobody has looked yet; nobody watches it; above that, the number of a list of watchers and 2. */
const UNKNOWN = 0;
const UNWATCHED = 1;

/**
 * Who watches a selection, found by one look at its row, where this index alone keeps its mark: so a rule costs nothing while
 * what it watches is still. The first change at a sportsbook finds the watchers of all that it offers in the game. Give it
 * every fold's `Changes`, after the comparison; one index a board. `List`: what is made of the watchers of a selection, once
 * for all that are watched by the same.
 */
export class RuleIndex<Watcher extends Scoped, List> {
  readonly #board: Board;
  readonly #fixtures: Fixtures;
  readonly #comparison: Comparison;
  readonly #reading: ScopeReading;
  readonly #listOf: (watching: Watching<Watcher>) => List;
  #lists: List[] = [];
  readonly #listNumbers = new Map<string, number>();
  #numberOf = new Map<Watcher, number>();
  readonly #byGame = new Map<string, Placed<Watcher>[]>();
  readonly #byTeam = new Map<string, Placed<Watcher>[]>();
  readonly #byPlayer = new Map<string, Placed<Watcher>[]>();
  readonly #bySport = new Map<string, Placed<Watcher>[]>();
  #rest: Placed<Watcher>[] = [];
  #ofGame: (PlacedOnGame<Watcher> | undefined)[] = [];
  #inListing: (PlacedInListing<Watcher> | undefined)[] = [];
  #hasAnchors = false;
  #regroupings = 0;
  #relisted: MatchId[] = [];

  constructor(
    board: Board,
    fixtures: Fixtures,
    comparison: Comparison,
    listOf: (watching: Watching<Watcher>) => List,
  ) {
    this.#board = board;
    this.#fixtures = fixtures;
    this.#comparison = comparison;
    this.#reading = new ScopeReading(board, fixtures, comparison);
    this.#listOf = listOf;
  }

  /** From now on these watch, and no others. */
  use(watchers: readonly Watcher[]): void {
    for (const index of [this.#byGame, this.#byTeam, this.#byPlayer, this.#bySport]) index.clear();
    this.#rest = [];
    this.#hasAnchors = watchers.some((each) => each.alsoSetOffBy.some(({ anchor }) => anchor !== undefined));
    this.#numberOf = new Map(watchers.map((watcher, at) => [watcher, at]));
    for (const watcher of watchers) {
      for (const scope of watcher.scopes) this.#place({ watcher, scope, isLookedAt: true });
      for (const scope of watcher.alsoSetOffBy) this.#place({ watcher, scope, isLookedAt: false });
    }
    this.#forgetAll();
    this.#regroupings = this.#fixtures.regroupings;
  }

  /** Takes note of a fold. Answers the matches of which others may watch now what the fold left as it was. */
  note(changes: Changes): readonly MatchId[] {
    if (this.#relisted.length > 0) this.#relisted = [];
    if (this.#regroupings !== this.#fixtures.regroupings) {
      this.#regroupings = this.#fixtures.regroupings;
      for (const match of this.#fixtures.regrouped) this.#forgetMatch(match);
    }
    // whoever names a label means the whole match: its other labels have other watchers now
    for (const game of changes.gamesAdded) this.#forgetMatchOf(game);
    for (const game of changes.gamesRestated) this.#forgetMatchOf(game);
    if (changes.has(CHANGES_OF_BETS)) this.#noteBets(changes);
    return this.#relisted;
  }

  /** What was made of those who watch a selection; `null` where nobody does. */
  watching(selection: number): List | null {
    let known = this.#board.selections.marked(selection);
    if (known === UNKNOWN) known = this.#find(selection);
    return known === UNWATCHED ? null : this.#lists[known - 2]!;
  }

  /** Who watches something of a game. */
  watchersOfGame(game: number): readonly Watcher[] {
    return this.#placedOn(game).all;
  }

  #noteBets(changes: Changes): void {
    for (let at = 0; at < changes.count; at += 1) {
      if ((changes.what(at) & CHANGES_OF_BETS) === 0) continue;
      const selection = changes.selection(at);
      if ((changes.what(at) & CHANGE_REMOVED) === 0) this.#board.selections.mark(selection, UNKNOWN);
      if (this.#hasAnchors) this.#forgetAnchored(selection);
    }
  }

  #find(selection: number): number {
    const { selections, listings } = this.#board;
    const number = selections.listing(selection);
    const listing = listings.at(number)!;
    const game = this.#placedOn(listing.game);
    let placed = this.#inListing[number];
    const isNew = placed?.listing !== listing || placed.game !== game;
    if (placed === undefined || isNew) {
      placed = this.#placedIn(listing, game);
      this.#inListing[number] = placed;
    }
    // what lies together is looked at together
    for (let at = isNew ? listing.head : NONE; at !== NONE; at = selections.next(at))
      if (selections.marked(at) === UNKNOWN) selections.mark(at, this.#findOne(at, placed));
    if (selections.marked(selection) === UNKNOWN)
      selections.mark(selection, this.#findOne(selection, placed));
    return selections.marked(selection);
  }

  #findOne(selection: number, { listing, open, byOutcome, byMarket }: PlacedInListing<Watcher>): number {
    const found = new Map<Watcher, boolean>();
    const look = (placed: readonly Placed<Watcher>[] = []) => {
      for (const { watcher, scope, isLookedAt } of placed) {
        const isKnown = isLookedAt ? found.get(watcher) === true : found.has(watcher);
        if (!isKnown && this.#reading.isIn(scope, selection)) found.set(watcher, isLookedAt);
      }
    };
    if (byOutcome.size > 0) look(byOutcome.get(this.#board.selections.key(selection)));
    if (byMarket.size > 0) look(byMarket.get(this.#comparison.betOf(selection)?.market ?? ''));
    look(open);
    if (this.#byPlayer.size > 0) {
      const target = this.#board.selections.target(selection);
      const ofPlayer = target === null ? [] : (this.#byPlayer.get(participant(target)) ?? []);
      look(
        ofPlayer.filter(
          (each) => this.#isHere(each, listing) && this.#reading.isSport(each.scope, listing.game),
        ),
      );
    }
    return found.size === 0 ? UNWATCHED : this.#numberOfList(found);
  }

  #placedIn(listing: Listing, game: PlacedOnGame<Watcher>): PlacedInListing<Watcher> {
    const isHere = (placed: Placed<Watcher>) => this.#isHere(placed, listing);
    const here = (lists: ReadonlyMap<string, readonly Placed<Watcher>[]>) => {
      const found = new Map<string, readonly Placed<Watcher>[]>();
      for (const [key, placed] of lists) if (placed.some(isHere)) found.set(key, placed.filter(isHere));
      return found;
    };
    const { open, byOutcome, byMarket } = game;
    return { listing, game, open: open.filter(isHere), byOutcome: here(byOutcome), byMarket: here(byMarket) };
  }

  /** Whether something may watch what a sportsbook offers. */
  #isHere({ watcher, scope }: Placed<Watcher>, { sportsbook }: Listing): boolean {
    const name = this.#board.sportsbooks.at(sportsbook);
    return (scope.sportsbook === undefined || scope.sportsbook === name) && watcher.heeds(name);
  }

  #numberOfList(found: ReadonlyMap<Watcher, boolean>): number {
    const numbers = [...found].map(
      ([watcher, isLookedAt]) => 2 * this.#numberOf.get(watcher)! + (isLookedAt ? 1 : 0),
    );
    const joined = numbers.sort((a, b) => a - b).join();
    const known = this.#listNumbers.get(joined);
    if (known !== undefined) return known;
    const lookingAt = new Set([...found].flatMap(([watcher, isLookedAt]) => (isLookedAt ? [watcher] : [])));
    const number = this.#lists.push(this.#listOf({ all: [...found.keys()], lookingAt })) + 1;
    this.#listNumbers.set(joined, number);
    return number;
  }

  /** All that has a scope which the game as such does not rule out, players' apart. */
  #placedOn(number: number): PlacedOnGame<Watcher> {
    const known = this.#ofGame[number];
    if (known !== undefined) return known;
    const game = this.#board.games.at(number);
    const match = this.#fixtures.matchOf(number);
    const names = new Set([game.label]);
    for (const twin of this.#fixtures.gamesOf(match)) names.add(this.#board.games.at(twin).label);
    if (game.universalId !== null) names.add(game.universalId);
    // what is noted by a label is called as that label names the teams
    const placed = [...names].flatMap((name) =>
      (this.#byGame.get(name) ?? []).map((each) => {
        const label = name === game.universalId ? each.scope.games![0]! : name;
        return this.#fixtures.isTurned(label, match) ? { ...each, scope: turnedScope(each.scope) } : each;
      }),
    );
    placed.push(...(this.#bySport.get(game.sport) ?? []), ...this.#rest);
    for (const [team, of] of this.#byTeam)
      if (sideOfTeam(team, game) !== null)
        placed.push(...of.filter(({ scope }) => this.#reading.isSport(scope, number)));
    const byOutcome = new Map<string, Placed<Watcher>[]>();
    const byMarket = new Map<string, Placed<Watcher>[]>();
    const open: Placed<Watcher>[] = [];
    const anchors = new Set<string>();
    for (const each of placed) {
      const { outcome, markets, anchor } = each.scope;
      if (anchor !== undefined) anchors.add(anchor.outcome);
      if (outcome !== undefined) addTo(byOutcome, outcome, each);
      else if (markets?.every((market) => market.includes('|')))
        for (const market of markets) addTo(byMarket, market, each);
      else open.push(each);
    }
    const all = [...new Set(placed.map(({ watcher }) => watcher))];
    const found = { all, open, byOutcome, byMarket, anchors };
    this.#ofGame[number] = found;
    return found;
  }

  /** An outcome came, went or was reworded: where its whole market is watched, that is another one now. */
  #forgetAnchored(selection: number): void {
    const { selections, listings } = this.#board;
    const { game } = listings.at(selections.listing(selection))!;
    const placed = this.#ofGame[game];
    if (placed === undefined || placed.anchors.size === 0) return;
    if (placed.anchors.has(selections.key(selection))) this.#forgetMatchOf(game);
  }

  #forgetMatchOf(game: number): void {
    this.#forgetMatch(this.#fixtures.matchOf(game));
  }

  #forgetMatch(match: MatchId): void {
    this.#relisted.push(match);
    const { selections, listings } = this.#board;
    for (const each of this.#fixtures.gamesOf(match)) {
      this.#ofGame[each] = undefined;
      for (const listing of listings.ofGame(each))
        for (let at = listing.head; at !== NONE; at = selections.next(at)) selections.mark(at, UNKNOWN);
    }
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
    this.#board.selections.unmarkAll();
    this.#ofGame = [];
    this.#inListing = [];
    this.#lists = [];
    this.#listNumbers.clear();
  }
}
