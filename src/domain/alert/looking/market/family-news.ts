import type { Board } from '../../../board/board.ts';
import type { Market, MarketFamily } from '../../../comparison/match-markets.ts';
import type { BetIdentity } from '../../../identity/selection/selection-identity.ts';
import type { ArmedRule } from '../../armed-rule.ts';

/** A selection of a family of markets that a fold changed. */
export interface MovedLeg {
  readonly selection: number;
  /** Its sportsbook's number. */
  readonly sportsbook: number;
  readonly bet: BetIdentity;
  /** What it paid as this very bet before the fold, `NOT_OFFERED` where it did not. */
  readonly before: number;
  /** It is this bet no longer: it has left the board, or has other words. */
  readonly isGone: boolean;
  /** Whether it may set a rule off: what a new connection confirms may not. */
  readonly isNews: boolean;
}

/** Says whether a leg matters to who asks. */
export type IsLeg = (leg: MovedLeg) => boolean;

/** What a fold changed in one market: `null` where it is offered nowhere any more. */
export interface TouchedMarket {
  readonly key: string;
  readonly market: Market | null;
  /** The first change that is news. */
  readonly trigger: MovedLeg;
}

/** A family of markets of which a fold changed something, for the rules that look at it over all sportsbooks. */
export class FamilyNews {
  readonly family: MarketFamily;
  readonly moved: MovedLeg[] = [];
  /** The rules that something in it sets off. */
  readonly rules: ArmedRule[] = [];
  /** The game of the first change. */
  readonly game: number;
  /** Of its match, see `Continuity`. */
  readonly continuity: number;
  readonly #board: Board;
  #last: readonly ArmedRule[] | undefined;

  constructor(board: Board, family: MarketFamily, game: number, continuity: number) {
    this.#board = board;
    this.family = family;
    this.game = game;
    this.continuity = continuity;
  }

  /** A change sets these rules off. */
  setOff(rules: readonly ArmedRule[]): void {
    // selections of one market are watched by one list, as a rule
    if (rules === this.#last) return;
    this.#last = rules;
    for (const rule of rules) if (!this.rules.includes(rule)) this.rules.push(rule);
  }

  /** The price of a selection that stands in the family now, as this bet, before the fold. */
  before(selection: number): number {
    for (const leg of this.moved) if (leg.selection === selection && !leg.isGone) return leg.before;
    return this.#board.selections.american(selection);
  }

  /** The markets in which something that matters is news. */
  touched(isLeg: IsLeg): readonly TouchedMarket[] {
    const found: TouchedMarket[] = [];
    for (const leg of this.moved) {
      const { market: key } = leg.bet;
      if (!leg.isNews || !isLeg(leg) || found.some((each) => each.key === key)) continue;
      found.push({ key, market: this.family.markets.find((each) => each.key === key) ?? null, trigger: leg });
    }
    return found;
  }

  /** The markets that something moved in, as far as they are offered. */
  markets(): readonly Market[] {
    return this.family.markets.filter(({ key }) => this.moved.some(({ bet }) => bet.market === key));
  }

  /** The sides on which something that matters is news, in one market or, with `null`, in any. */
  sidesMoved(key: string | null, isLeg: IsLeg): ReadonlySet<string> {
    const sides = new Set<string>();
    for (const leg of this.moved)
      if (leg.isNews && (key === null || leg.bet.market === key) && isLeg(leg)) sides.add(leg.bet.side);
    return sides;
  }
}
