import type { Board } from '../../../board/board.ts';
import type { Names } from '../../../board/names.ts';
import { CONSENSUS } from '../../../catalogue/consensus.ts';
import type { CompiledRule } from '../../watching/compiled-rule.ts';
import { SportsbookSet } from '../sportsbook-set.ts';
import type { Surroundings } from '../surroundings.ts';
import type { FamilyNews, MovedLeg } from './family-news.ts';

/** Where a rule may bet: at each of its sportsbooks, but never at a pseudo-book, and at what it looks at. */
export class Bettable {
  readonly #sportsbooks: SportsbookSet;
  readonly #watcher: CompiledRule;

  constructor(watcher: CompiledRule, sportsbooks: Names) {
    this.#watcher = watcher;
    this.#sportsbooks = watcher.isChoosy
      ? new SportsbookSet(sportsbooks, (name) => watcher.mayBetAt(name))
      : everywhere(sportsbooks);
  }

  /** Whether a leg that has moved is at one of its sportsbooks. */
  isLeg = ({ sportsbook }: MovedLeg): boolean => this.#sportsbooks.has(sportsbook);

  /** Whether a sportsbook, by its number, is one of its own. */
  isAt = (sportsbook: number): boolean => this.#sportsbooks.has(sportsbook);

  /** Whether the rule looks at this very selection, and not only at others of its market. */
  isLookedAt(selection: number, { isLookedAt }: Surroundings): boolean {
    return this.#watcher.wholeMarkets.length === 0 || isLookedAt(selection, this.#watcher);
  }
}

const EVERYWHERE = new WeakMap<Names, SportsbookSet>();

/** All but the pseudo-book: one for all rules that name no sportsbooks, so that it is at hand. */
function everywhere(sportsbooks: Names): SportsbookSet {
  const known = EVERYWHERE.get(sportsbooks);
  if (known !== undefined) return known;
  const all = new SportsbookSet(sportsbooks, (name) => name !== CONSENSUS);
  EVERYWHERE.set(sportsbooks, all);
  return all;
}

/** A selection that stands in a market. */
export interface OfferedLeg {
  readonly selection: number;
  /** Its sportsbook's number. */
  readonly sportsbook: number;
  readonly side: string;
}

/** A selection of a market that a rule has to tell of. Prices are `NOT_OFFERED` where they are none. */
export interface MarketLeg {
  readonly selection: number;
  readonly sportsbook: string;
  readonly before: number;
  readonly after: number;
  /** Since its sportsbook stated it last; `null` = too long ago to tell. Unit: ms. */
  readonly ageMs: number | null;
}

/** Reads a leg to tell of it. */
export function legOf(selection: number, news: FamilyNews, { board, nowMs }: Surroundings): MarketLeg {
  return {
    selection,
    sportsbook: board.sportsbookOf(selection),
    before: news.before(selection),
    after: board.selections.american(selection),
    ageMs: ageMsOf(board, selection, nowMs),
  };
}

function ageMsOf(board: Board, selection: number, nowMs: number): number | null {
  const statedAtMs = board.statedAtMs(selection);
  return statedAtMs === null ? null : Math.max(0, nowMs - statedAtMs);
}
