import type { Board } from '../../../board/board.ts';
import type { Listing } from '../../../board/listings.ts';
import { NONE } from '../../../board/selections.ts';
import type { MarketFamily } from '../../../comparison/match-markets.ts';
import { type AmericanOdds, NOT_OFFERED } from '../../../odds/american.ts';
import { impliedProbability } from '../../../odds/convert.ts';
import type { ArmedRule } from '../../armed-rule.ts';
import type { Surroundings } from '../surroundings.ts';

/** The main line of a spread or total at one sportsbook. */
export interface MainLine {
  /** The home team's line, or the total. */
  readonly line: number;
  readonly selection: number;
}

/** A main line as rules were shown it last. */
interface ShownLine {
  readonly listing: Listing;
  readonly epoch: number;
  readonly line: number;
  readonly rules: readonly ArmedRule[];
}

/**
 * The main lines of the markets that rules look at, worked out once for all of them: as long as one stands, and the same rules
 * look, none of them is shown anything.
 */
export class MainLines {
  /** By the listing's number. */
  readonly #shown = new WeakMap<MarketFamily, Map<number, ShownLine>>();

  /**
   * Shows the rules of one or several lists the main line of a market in a listing, by its number, where it is not what they
   * were shown last. `isNews`: whether it may be told.
   */
  show(
    lists: readonly (readonly ArmedRule[])[],
    number: number,
    family: MarketFamily,
    isNews: boolean,
    around: Surroundings,
  ): void {
    const { board } = around;
    const listing = board.listings.at(number)!;
    const ofFamily = this.#shown.get(family) ?? new Map<number, ShownLine>();
    const before = ofFamily.get(number);
    const shown = before?.listing === listing ? before : undefined;
    const main = mainLine(around, number, family, shown?.line ?? null);
    if (main === null) return;
    const rules = lists[0]!;
    const isSame = shown?.line === main.line && shown.epoch === board.epoch && shown.rules === rules;
    const isAlone = lists.length === 1 && !rules.some(({ line }) => line!.isForgetful);
    if (isSame && isNews && isAlone) return;
    for (const rule of new Set(lists.flat())) rule.line!.lineStands(main, listing, family, isNews, around);
    const { epoch } = board;
    ofFamily.set(number, { listing, epoch, line: main.line, rules: isAlone ? rules : [] });
    this.#shown.set(family, ofFamily);
  }
}

/** A line as one sportsbook offers it: its selections, `NONE` where it offers no such side. */
interface OfferedLine {
  /** The home team's line, or the total. */
  readonly line: number;
  /** The home team's, or the over. */
  first: number;
  second: number;
}

/**
 * The main line in a listing: of those with two sides offered the one closest to even, else of the single sides; on a
 * tie the smaller one, or the one that is `held`. Its selection is the home team's, or that of the over, if offered.
 */
function mainLine(
  { board, comparison }: Surroundings,
  listing: number,
  family: MarketFamily,
  held: number | null,
): MainLine | null {
  const lines: OfferedLine[] = [];
  for (const selection of family.offers.get(listing) ?? []) {
    if (board.selections.american(selection) === NOT_OFFERED || !board.isConfirmed(selection)) continue;
    const { side, line: stated } = comparison.betOf(selection)!;
    const line = side === 'away' ? 0 - stated! : stated!;
    const known = lines.find((each) => each.line === line);
    const offered = known ?? { line, first: NONE, second: NONE };
    if (known === undefined) lines.push(offered);
    if (side === 'home' || side === 'over') offered.first = selection;
    else offered.second = selection;
  }
  const isWhole = ({ first, second }: OfferedLine) => first !== NONE && second !== NONE;
  const isAnyWhole = lines.some(isWhole);
  let [found, least]: [MainLine | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const each of lines) {
    const { line, first, second } = each;
    if (isAnyWhole && !isWhole(each)) continue;
    const order = imbalance(board, first, second) + (line === held ? 0 : 1e-6 + Math.abs(line) * 1e-9);
    if (order < least) [found, least] = [{ line, selection: first === NONE ? second : first }, order];
  }
  return found;
}

function imbalance(board: Board, first: number, second: number): number {
  const chanceOf = (selection: number) =>
    impliedProbability(board.selections.american(selection) as AmericanOdds);
  if (first === NONE || second === NONE) return Math.abs(chanceOf(first === NONE ? second : first) - 0.5);
  return Math.abs(chanceOf(first) - chanceOf(second));
}
