import type { Board } from '../board/board.ts';
import {
  CHANGE_ADDED,
  CHANGE_CONFIRMED,
  CHANGE_PRICE,
  CHANGE_REMOVED,
  CHANGE_TEXT,
  type Changes,
} from '../board/changes.ts';
import type { Fixtures } from '../board/fixtures.ts';
import type { Listing } from '../board/listings.ts';
import { NONE } from '../board/selections.ts';
import type { Comparison } from '../comparison/comparison.ts';
import type { AmericanOdds } from '../odds/american.ts';
import type { PlayEntry } from '../play/play.ts';
import type { Watchlist } from '../watchlist/watchlist.ts';
import { ArmedRule } from './armed-rule.ts';
import type { Finding } from './finding.ts';
import { LineKind } from './kinds/line-kind.ts';
import type { GameStanding } from './kinds/play-kind.ts';
import { TouchedMarket } from './looking/market-legs.ts';
import type { Surroundings, WatchedChange } from './looking/surroundings.ts';
import type { Rule } from './rule/rule.ts';
import { CompiledRule } from './watching/compiled-rule.ts';
import { addTo } from './watching/lists.ts';
import { PriceRings } from './watching/price-rings.ts';
import { RuleIndex } from './watching/rule-index.ts';
import { familyOf, WatchedBets } from './watching/watched-bets.ts';

const TELLING = CHANGE_ADDED | CHANGE_PRICE | CHANGE_TEXT | CHANGE_REMOVED;

/** When a fold or a play is read. */
export interface ReadAt {
  /** By a clock that nobody turns. Unit: ms. */
  readonly uptimeMs: number;
  /** Unix ms, for hours, expiry and starts. */
  readonly wallMs: number;
}

/**
 * All rules over all changes: answers what they found. Nothing is found in a snapshot, in a resync, in what a clear or
 * narrowed filters take off, or while the feed is not live. Pure: whoever calls it says what time it is.
 */
export class RuleWatch {
  readonly #board: Board;
  readonly #fixtures: Fixtures;
  readonly #bets: WatchedBets;
  readonly #rings = new PriceRings();
  readonly #index: RuleIndex<ArmedRule>;
  #armed: readonly ArmedRule[] = [];
  /** Listings that were there before, so that what comes to them is no new game. */
  readonly #seen = new WeakSet<Listing>();
  #hasLines = false;
  #lastNumber = 0;

  constructor(board: Board, fixtures: Fixtures, comparison: Comparison) {
    this.#board = board;
    this.#bets = new WatchedBets(board, fixtures, comparison);
    this.#index = new RuleIndex(board, fixtures, this.#bets);
    this.#fixtures = fixtures;
  }

  /** From now on these rules, and no others. `told`: what each told of in earlier runs, by its name. */
  use(
    rules: readonly Rule[],
    watchlists: readonly Watchlist[],
    at: ReadAt,
    told: (rule: string) => readonly string[] = () => [],
  ): void {
    const lists = new Map(watchlists.map((each) => [each.name, each]));
    const before = new Map(this.#armed.map((armed) => [armed.watcher.rule.name, armed]));
    this.#armed = rules
      .filter(({ isOff }) => isOff !== true)
      .map((rule) => {
        const known = before.get(rule.name);
        // a rule that stays as it was keeps what it knows
        const isSame =
          known !== undefined && rule.on.type !== 'watchlist' && isEqual(known.watcher.rule, rule);
        if (isSame) return known;
        const armed = new ArmedRule(++this.#lastNumber, new CompiledRule(rule, lists));
        for (const subject of told(rule.name)) armed.spend(subject);
        return armed;
      });
    this.#hasLines = this.#armed.some(({ line }) => line !== null);
    this.#rings.keepFor(Math.max(0, ...this.#armed.map(({ looksBackMs }) => looksBackMs)));
    this.#bets.forgetAll();
    this.#index.use(this.#armed);
    const around = this.#around(at, () => undefined, null);
    for (const [, listing] of this.#board.listings.onBoard()) {
      this.#seen.add(listing);
      if (this.#hasLines) this.#primeLines(listing, around);
    }
  }

  /** Takes note of a fold, after `Fixtures`. `isLive`: whether confirmed prices are current. */
  note(changes: Changes, at: ReadAt, isLive: boolean): readonly Finding[] {
    if (this.#armed.length === 0) return [];
    this.#bets.note(changes);
    this.#index.note(changes);
    this.#rings.begin();
    const findings: Finding[] = [];
    const around = this.#around(at, (finding) => findings.push(finding), changes);
    if (changes.origin === 'snapshot' || changes.cause !== 'prices' || !isLive) {
      if (changes.cause === 'game-removed' && isLive) this.#gameRemoved(changes, around);
      this.#noteQuietly(changes, around);
      return this.#wanted(findings, at);
    }
    this.#read(changes, around);
    return this.#wanted(findings, at);
  }

  /** A play of a game by the board's label. */
  notePlay(label: string, play: PlayEntry, at: ReadAt): readonly Finding[] {
    return this.#ofGame(label, at, (armed, game, around) => armed.play?.playHappened(game, play, around));
  }

  /** How a game stands, by the board's label. */
  noteStanding(label: string, standing: GameStanding, at: ReadAt): readonly Finding[] {
    return this.#ofGame(label, at, (armed, game, around) => armed.play?.stood(game, standing, around));
  }

  /** The rules that watch something of a game. */
  rulesOf(game: number): readonly CompiledRule[] {
    return this.#index.watchersOfGame(game).map(({ watcher }) => watcher);
  }

  /** Whether some rule watches a selection. */
  isWatched(selection: number): boolean {
    return this.#index.watchers(selection).length > 0;
  }

  /** Whether any rule is of a kind. */
  hasKind(kind: Rule['kind']): boolean {
    return this.#armed.some(({ watcher }) => watcher.rule.kind === kind);
  }

  #read(changes: Changes, around: Surroundings): void {
    const markets = new Map<string, readonly [ArmedRule, number, string, number]>();
    const lines = new Map<string, readonly [ArmedRule, Listing, string]>();
    const events = new Map<ArmedRule, WatchedChange[]>();
    for (let at = 0; at < changes.count; at += 1) {
      const what = changes.what(at);
      if ((what & TELLING) === 0) continue;
      const selection = changes.selection(at);
      const armed = this.#index.watchers(selection);
      if (armed.length === 0) continue;
      if ((what & CHANGE_ADDED) !== 0) this.#rings.forget(selection);
      const listing = this.#listingOf(selection);
      const sportsbook = this.#board.sportsbooks.at(listing.sportsbook);
      const change: WatchedChange = {
        selection,
        listing,
        sportsbook,
        previous: changes.previous(at),
        american: changes.american(at),
        what,
      };
      const isNews = (what & CHANGE_CONFIRMED) === 0;
      for (const each of armed) {
        if (!each.heeds(sportsbook)) continue;
        if (each.line !== null && (what & CHANGE_REMOVED) === 0)
          this.#touchLine(lines, each, listing, selection);
        // with a line gone, another one is the main one
        if (each.line !== null && (what & CHANGE_REMOVED) !== 0) this.#touchLines(lines, [each], listing);
        if (!isNews) continue;
        if (each.market !== null) this.#touchMarket(markets, each, listing, selection);
        each.single?.selectionChanged(change, around);
        if (each.event !== null) addTo(events, each, change);
      }
      if ((what & CHANGE_REMOVED) !== 0) this.#rings.forget(selection);
    }
    for (const [armed, match, market, trigger] of markets.values())
      armed.market!.marketChanged(new TouchedMarket(around, armed.watcher, match, market, trigger), around);
    for (const [armed, listing, family] of lines.values())
      armed.line!.listingChanged(listing, family, true, around);
    const first = changes.count === 0 ? undefined : this.#listingOf(changes.selection(0));
    const isNewListing = first !== undefined && !this.#seen.has(first);
    if (first !== undefined) this.#seen.add(first);
    if (!isNewListing) for (const [armed, those] of events) armed.event!.listingChanged(those, around);
    this.#gamesAdded(changes, isNewListing ? first : undefined, around);
  }

  #touchMarket(
    markets: Map<string, readonly [ArmedRule, number, string, number]>,
    armed: ArmedRule,
    listing: Listing,
    selection: number,
  ): void {
    const bet = this.#bets.betOf(selection);
    if (bet === null) return;
    const match = this.#fixtures.matchOf(listing.game);
    const key = `${armed.number}|${match}|${bet.market.key}`;
    if (!markets.has(key)) markets.set(key, [armed, match, bet.market.key, selection]);
  }

  #touchLine(
    lines: Map<string, readonly [ArmedRule, Listing, string]>,
    armed: ArmedRule,
    listing: Listing,
    selection: number,
  ): void {
    const bet = this.#bets.betOf(selection);
    if (bet === null || !LineKind.hasLine(bet)) return;
    const family = familyOf(bet.market.key);
    const key = `${armed.number}|${family}`;
    if (!lines.has(key)) lines.set(key, [armed, listing, family]);
  }

  #touchLines(
    lines: Map<string, readonly [ArmedRule, Listing, string]>,
    armed: readonly ArmedRule[],
    listing: Listing,
  ): void {
    const { selections } = this.#board;
    for (let at = listing.head; at !== NONE; at = selections.next(at)) {
      if (!LineKind.hasLine(this.#bets.betOf(at))) continue;
      const watching = this.#index.watchers(at);
      for (const each of armed) if (watching.includes(each)) this.#touchLine(lines, each, listing, at);
    }
  }

  #gamesAdded(changes: Changes, newListing: Listing | undefined, around: Surroundings): void {
    const games = new Set(changes.gamesAdded);
    if (newListing !== undefined) games.add(newListing.game);
    for (const game of games)
      this.#tellGame('game-added', game, changes.gamesAdded.includes(game), newListing, around);
  }

  #gameRemoved(changes: Changes, around: Surroundings): void {
    const listing = changes.count === 0 ? undefined : this.#listingOf(changes.selection(0));
    const games = new Set(changes.gamesRemoved);
    if (listing !== undefined) games.add(listing.game);
    for (const game of games)
      this.#tellGame('game-removed', game, changes.gamesRemoved.includes(game), listing, around);
  }

  /** `isWhole`: at every sportsbook; a rule that names sportsbooks hears of each of them. */
  #tellGame(
    event: 'game-added' | 'game-removed',
    game: number,
    isWhole: boolean,
    listing: Listing | undefined,
    around: Surroundings,
  ): void {
    const sportsbook = listing === undefined ? '' : this.#board.sportsbooks.at(listing.sportsbook);
    for (const { event: kind, watcher } of this.#index.watchersOfGame(game))
      if (watcher.isChoosy ? watcher.heeds(sportsbook) : isWhole)
        kind?.gameChanged(event, game, sportsbook, around);
  }

  /** What is no news still is where news begin. */
  #noteQuietly(changes: Changes, around: Surroundings): void {
    if (this.#rings.size > 0)
      for (let at = 0; at < changes.count; at += 1) this.#rings.forget(changes.selection(at));
    if (changes.cause !== 'prices' || changes.count === 0) return;
    const listing = this.#listingOf(changes.selection(0));
    this.#seen.add(listing);
    if (this.#hasLines) this.#primeLines(listing, around);
  }

  #primeLines(listing: Listing, around: Surroundings): void {
    const sportsbook = this.#board.sportsbooks.at(listing.sportsbook);
    const armed = this.#index
      .watchersOfGame(listing.game)
      .filter((each) => each.line !== null && each.heeds(sportsbook));
    if (armed.length === 0) return;
    const families = new Map<string, readonly [ArmedRule, Listing, string]>();
    this.#touchLines(families, armed, listing);
    for (const [each, of, family] of families.values()) each.line!.listingChanged(of, family, false, around);
  }

  #ofGame(
    label: string,
    at: ReadAt,
    look: (armed: ArmedRule, game: number, around: Surroundings) => void,
  ): readonly Finding[] {
    const game = this.#board.games.find(label);
    if (game === undefined) return [];
    const findings: Finding[] = [];
    const around = this.#around(at, (finding) => findings.push(finding), null);
    for (const armed of this.#index.watchersOfGame(game)) look(armed, game, around);
    return this.#wanted(findings, at);
  }

  /** Without what its rule sleeps through, and prices out of its bounds. */
  #wanted(findings: readonly Finding[], { wallMs }: ReadAt): readonly Finding[] {
    return findings.filter(({ watcher, game, from, to }) => {
      if (!watcher.isAwake(wallMs, this.#board.games.at(game).startsAtMs)) return false;
      const { kind } = watcher.rule;
      const price = kind === 'line' || kind === 'play' || kind === 'arbitrage' ? null : (to ?? from);
      return price === null || watcher.isPriceWanted(price as AmericanOdds);
    });
  }

  #around({ uptimeMs }: ReadAt, found: (finding: Finding) => void, changes: Changes | null): Surroundings {
    const { selections } = this.#board;
    let previous: Map<number, number> | undefined;
    return {
      board: this.#board,
      bets: this.#bets,
      rings: this.#rings,
      nowMs: uptimeMs,
      legs: new Map(),
      found,
      previousOf(selection) {
        if (changes === null) return selections.american(selection);
        if (previous === undefined) {
          previous = new Map();
          for (let at = 0; at < changes.count; at += 1)
            previous.set(changes.selection(at), changes.previous(at));
        }
        return previous.get(selection) ?? selections.american(selection);
      },
      firstGameOf: (game) => Math.min(game, ...this.#bets.gamesOf(this.#fixtures.matchOf(game))),
    };
  }

  #listingOf(selection: number): Listing {
    return this.#board.listings.at(this.#board.selections.listing(selection))!;
  }
}

function isEqual(left: Rule, right: Rule): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
