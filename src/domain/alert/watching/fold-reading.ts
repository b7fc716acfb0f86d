import type { Board } from '../../board/board.ts';
import {
  CHANGE_ADDED,
  CHANGE_CONFIRMED,
  CHANGE_LINK,
  CHANGE_PRICE,
  CHANGE_REMOVED,
  CHANGE_TEXT,
  type Changes,
} from '../../board/changes.ts';
import { NONE } from '../../board/selections.ts';
import type { Comparison } from '../../comparison/comparison.ts';
import type { ReadBet } from '../../comparison/listing-bets.ts';
import { hasMainLine, type Market, type MarketFamily } from '../../comparison/match-markets.ts';
import { isSameBet } from '../../identity/selection/bet-keys.ts';
import { NOT_OFFERED } from '../../odds/american.ts';
import type { ArmedRule } from '../armed-rule.ts';
import { FamilyNews } from '../looking/market/family-news.ts';
import { MainLines } from '../looking/market/main-lines.ts';
import type { Surroundings, WatchedChange } from '../looking/surroundings.ts';
import { AwaitedLegs } from './awaited-legs.ts';
import { Continuity } from './continuity.ts';
import { addTo } from './lists.ts';
import { ANY_PRICE, PriceCeilings } from './price-ceilings.ts';
import type { PriceRings } from './price-rings.ts';
import type { RuleList } from './rule-list.ts';

const TELLING = CHANGE_ADDED | CHANGE_PRICE | CHANGE_TEXT | CHANGE_REMOVED;
const PRICE_ALONE = CHANGE_PRICE | CHANGE_LINK;

interface ReadingNeeds {
  readonly board: Board;
  readonly comparison: Comparison;
  readonly rings: PriceRings;
  readonly watching: (selection: number) => RuleList | null;
  /** The games that are one match with a game. */
  readonly gamesOfMatch: (game: number) => readonly number[];
}

/** The family that was looked up last, by `ReadBet.family`: in a listing the sides of a market come one after the other. */
interface LookedUp {
  readonly key: string;
  readonly family: MarketFamily;
  news: FamilyNews | undefined;
}

/**
 * Shows the rules what a fold changed: each change that is watched to the rules that look at single selections, and what
 * belongs together once to those that look at more. A change that nobody watches costs a look at an array.
 */
export class FoldReading {
  readonly #needs: ReadingNeeds;
  readonly #families = new Map<MarketFamily, FamilyNews>();
  /** The lists of rules that have to look at a market's main line. */
  readonly #lines = new Map<MarketFamily, (readonly ArmedRule[])[]>();
  readonly #mainLines = new MainLines();
  readonly #events = new Map<ArmedRule, WatchedChange[]>();
  readonly awaited: AwaitedLegs;
  readonly #ceilings = new PriceCeilings();
  readonly continuity = new Continuity();
  #epoch = 0;
  #last: LookedUp | null = null;

  constructor(needs: ReadingNeeds) {
    this.#needs = needs;
    this.awaited = new AwaitedLegs(needs.board);
  }

  /** Of a fold not all is shown to rules as it moved. */
  interrupt(changes: Changes): void {
    const { board, gamesOfMatch } = this.#needs;
    const isOfOneListing = changes.cause === 'prices' || changes.cause === 'game-removed';
    if (!isOfOneListing) this.continuity.interrupt();
    else if (changes.count > 0) this.continuity.interruptMatch(gamesOfMatch(gameOf(board, changes)));
  }

  /** Reads a fold of news. `hasEvents`: a listing that is new as a whole is told of otherwise. */
  read(changes: Changes, hasEvents: boolean, around: Surroundings): void {
    const { board } = this.#needs;
    this.#last = null;
    if (this.#epoch !== board.epoch) this.continuity.interrupt();
    this.#epoch = board.epoch;
    if (changes.has(CHANGE_CONFIRMED)) this.interrupt(changes);
    let [isMarketToRead, continuity] = [false, 0];
    for (let at = 0; at < changes.count; at += 1) {
      if ((changes.what(at) & TELLING) === 0) continue;
      const list = this.#needs.watching(changes.selection(at));
      if (list === null) continue;
      this.#readOne(changes, at, list, around);
      if (list.market === null || isMarketToRead) continue;
      // all of a fold of news is of one listing
      if (continuity === 0) continuity = this.continuity.of(gameOf(board, changes));
      isMarketToRead = !this.#isBelowCeiling(changes, at, continuity);
    }
    if (isMarketToRead) this.#readMarkets(changes, around);
    // a fold of prices is of one listing
    if (changes.count > 0) this.#readLines(board.selections.listing(changes.selection(0)), true, around);
    if (this.#events.size === 0) return;
    if (hasEvents) for (const [{ event }, those] of this.#events) event!.listingChanged(those, around);
    this.#events.clear();
  }

  /** Shows rules the legs of a listing, by its number, that were too old for them and are stated anew at the same price. */
  readAwaited(listing: number, around: Surroundings): void {
    const { board, watching, comparison } = this.#needs;
    this.#last = null;
    for (const { selection, watchers } of this.awaited.takeStated(listing)) {
      const rules = watching(selection)?.market?.filter(({ watcher }) => watchers.has(watcher)) ?? [];
      const bet = comparison.betOf(selection);
      const news = rules.length === 0 ? null : this.#newsOf(selection, bet);
      if (bet === null || news === null) continue;
      const sportsbook = board.sportsbookNumberOf(selection);
      const before = board.selections.american(selection);
      news.moved.push({ selection, sportsbook, bet, before, isGone: false, isNews: true });
      news.setOff(rules);
    }
    if (this.#families.size > 0) this.#readFamilies(around);
  }

  /** Notes how the main lines of a listing, by its number, stand: here news begin. */
  primeLines(number: number, around: Surroundings): void {
    const { board, watching } = this.#needs;
    this.#last = null;
    for (let at = board.listings.at(number)!.head; at !== NONE; at = board.selections.next(at)) {
      const list = watching(at);
      if (list !== null && list.line !== null) this.#touchLine(list.line, at);
    }
    this.#readLines(number, false, around);
  }

  #readOne(changes: Changes, at: number, list: RuleList, around: Surroundings): void {
    const { board, rings } = this.#needs;
    const selection = changes.selection(at);
    const what = changes.what(at);
    if ((what & CHANGE_ADDED) !== 0) rings.forget(selection);
    const isNews = (what & CHANGE_CONFIRMED) === 0;
    if (list.line !== null) this.#touchLine(list.line, selection);
    if (isNews && (list.single !== null || list.event !== null)) {
      const listing = board.listings.at(board.selections.listing(selection))!;
      const change: WatchedChange = {
        selection,
        listing,
        sportsbook: board.sportsbooks.at(listing.sportsbook),
        previous: changes.previous(at),
        american: changes.american(at),
        what,
      };
      if (list.single !== null)
        for (const { single } of list.single) single!.selectionChanged(change, around);
      if (list.event !== null) for (const rule of list.event) addTo(this.#events, rule, change);
    }
    if ((what & CHANGE_REMOVED) !== 0) rings.forget(selection);
  }

  /** Whether a change is of a price alone, and no rule over its market has to look. */
  #isBelowCeiling(changes: Changes, at: number, continuity: number): boolean {
    return (
      (changes.what(at) & ~PRICE_ALONE) === 0 &&
      this.#ceilings.isBelow(changes.selection(at), changes.previous(at), changes.american(at), continuity)
    );
  }

  #readMarkets(changes: Changes, around: Surroundings): void {
    for (let at = 0; at < changes.count; at += 1) {
      if ((changes.what(at) & TELLING) === 0) continue;
      const rules = this.#needs.watching(changes.selection(at))?.market ?? null;
      if (rules !== null) this.#touchFamily(changes, at, rules, (changes.what(at) & CHANGE_CONFIRMED) === 0);
    }
    this.#readFamilies(around);
  }

  #readFamilies(around: Surroundings): void {
    for (const news of this.#families.values()) {
      for (const { market } of news.rules) market!.familyChanged(news, around);
      for (const market of news.markets()) this.#setCeilings(market, news, around);
    }
    this.#families.clear();
  }

  /** What rules have looked at they say how far it may go without them. */
  #setCeilings(market: Market, news: FamilyNews, around: Surroundings): void {
    for (const [side, { selections, sportsbooks }] of market.sides)
      for (let at = 0; at < selections.length; at += 1) {
        const selection = selections[at]!;
        const rules = this.#needs.watching(selection)?.market ?? null;
        if (rules === null) continue;
        const leg = { selection, sportsbook: sportsbooks[at]!, side };
        let cents = ANY_PRICE;
        for (const rule of rules) cents = Math.min(cents, rule.market!.ceilingOf(leg, market, news, around));
        this.#ceilings.set(selection, cents, news.continuity);
      }
  }

  #touchFamily(changes: Changes, at: number, rules: readonly ArmedRule[], isNews: boolean): void {
    const { comparison, board } = this.#needs;
    const selection = changes.selection(at);
    const bet = comparison.betOf(selection);
    const news = this.#newsOf(selection, bet);
    if (bet === null || news === null) return;
    const isGone = (changes.what(at) & CHANGE_REMOVED) !== 0;
    const sportsbook = board.sportsbookNumberOf(selection);
    const isReworded = (changes.what(at) & CHANGE_TEXT) !== 0;
    const was = isReworded ? comparison.betBefore(selection) : undefined;
    // of what nobody had asked before, words that change are a line that moves
    const isOther = isReworded && (was === undefined ? bet.line !== null : !isSameBet(was, bet));
    const before = isOther ? NOT_OFFERED : changes.previous(at);
    news.moved.push({ selection, sportsbook, bet, before, isGone, isNews });
    // only within its family: another line is what words change
    if (isOther && was && news === this.#newsOf(selection, was))
      news.moved.push({
        selection,
        sportsbook,
        bet: was,
        before: changes.previous(at),
        isGone: true,
        isNews,
      });
    if (isNews) news.setOff(rules);
  }

  #newsOf(selection: number, bet: ReadBet | null): FamilyNews | null {
    const { board } = this.#needs;
    const found = bet === null ? null : this.#familyOf(selection, bet);
    if (found === null) return null;
    if (found.news === undefined) {
      const { game } = board.listings.at(board.selections.listing(selection))!;
      found.news =
        this.#families.get(found.family) ??
        new FamilyNews(board, found.family, game, this.continuity.of(game));
      this.#families.set(found.family, found.news);
    }
    return found.news;
  }

  #familyOf(selection: number, bet: ReadBet): LookedUp | null {
    if (this.#last?.key === bet.family) return this.#last;
    const family = this.#needs.comparison.familyOf(selection, bet);
    this.#last = family === undefined ? null : { key: bet.family, family, news: undefined };
    return this.#last;
  }

  #touchLine(rules: readonly ArmedRule[], selection: number): void {
    const { comparison } = this.#needs;
    const bet = comparison.betOf(selection);
    const found = bet !== null && hasMainLine(bet) ? this.#familyOf(selection, bet) : null;
    if (found === null) return;
    const lists = this.#lines.get(found.family);
    if (lists === undefined) this.#lines.set(found.family, [rules]);
    else if (!lists.includes(rules)) lists.push(rules);
  }

  #readLines(listing: number, isNews: boolean, around: Surroundings): void {
    if (this.#lines.size === 0) return;
    for (const [family, lists] of this.#lines) this.#mainLines.show(lists, listing, family, isNews, around);
    this.#lines.clear();
  }
}

/** The game of a fold that is of one listing. */
function gameOf({ listings, selections }: Board, changes: Changes): number {
  return listings.at(selections.listing(changes.selection(0)))!.game;
}
