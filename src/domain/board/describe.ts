import { betWords } from '../identity/selection/bet-words.ts';
import { NOT_OFFERED } from '../odds/american.ts';
import type { Board } from './board.ts';
import { NONE } from './selections.ts';

/** A selection in words, every text as the provider wrote it. `american` is `null` while it is not offered. */
export interface SelectionRecord {
  readonly sportsbook: string;
  readonly sport: string;
  readonly game: string;
  readonly outcome: string;
  readonly name: string | null;
  readonly line: string | number | null;
  readonly overUnder: string | null;
  readonly target: string | null;
  readonly american: number | null;
  readonly link: string | null;
}

/** A price as people and JSON know it: `null` where the board holds `NOT_OFFERED`. */
export function priceOrNull(american: number): number | null {
  return american === NOT_OFFERED ? null : american;
}

/** A selection in words for people, e.g. `Los Angeles Lakers −3.5`. */
export function wordSelection(board: Board, selection: number): string {
  const { selections } = board;
  return betWords(selections.words(selection), board.gameOf(selection));
}

/** Every selection on the board, suspended ones too, sorted by sportsbook, game and outcome (by code unit). */
export function describeSelections(board: Board): SelectionRecord[] {
  const { listings, selections } = board;
  const records: SelectionRecord[] = [];
  for (const [, listing] of listings.onBoard()) {
    const sportsbook = board.sportsbooks.at(listing.sportsbook);
    const sport = board.sports.at(listing.sport);
    const game = board.games.at(listing.game).label;
    for (let selection = listing.head; selection !== NONE; selection = selections.next(selection)) {
      records.push({
        sportsbook,
        sport,
        game,
        outcome: selections.key(selection),
        name: selections.name(selection),
        line: selections.line(selection),
        overUnder: selections.overUnder(selection),
        target: selections.target(selection),
        american: priceOrNull(selections.american(selection)),
        link: selections.link(selection),
      });
    }
  }
  return records.sort(
    (left, right) =>
      byCodeUnit(left.sportsbook, right.sportsbook) ||
      byCodeUnit(left.game, right.game) ||
      byCodeUnit(left.outcome, right.outcome),
  );
}

function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
