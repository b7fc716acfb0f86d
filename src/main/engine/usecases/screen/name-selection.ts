import type { NamedSelection, SelectionQuery } from '#contract/game.ts';
import type { ComparedBoard } from '#domain/comparison/compared-board.ts';
import { turnedBet } from '#domain/identity/selection/bet-keys.ts';

/**
 * What a sportsbook calls a bet, which is named as its label names the teams, by whichever label it lists the match;
 * `null` when it does not have it.
 */
export function nameSelection(
  { game, sportsbook, ...bet }: SelectionQuery,
  { board, fixtures, comparison }: ComparedBoard,
): NamedSelection | null {
  const number = board.games.find(game);
  if (number === undefined) return null;
  const { market, side } = fixtures.isFlipped(number) ? turnedBet(bet) : bet;
  const offers = comparison.marketsOf(fixtures.matchOf(number)).get(market)?.sides.get(side);
  for (const each of offers?.selections ?? []) {
    if (board.sportsbookOf(each) !== sportsbook) continue;
    const { label, universalId } = board.gameOf(each);
    return { game: label, universalId, outcome: board.selections.key(each) };
  }
  return null;
}
