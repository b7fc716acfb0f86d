import type { LeagueEntry } from '#contract/odds-screen.ts';
import type { Board } from '#domain/board/board.ts';
import { MAIN_MARKETS } from '#domain/catalogue/markets.ts';

/** The leagues that have games on the board, the largest first, with the markets of the odds screen. */
export function listLeagues(board: Board): LeagueEntry[] {
  const gamesOf = new Map<string, number>();
  for (const number of board.games.numbers()) {
    const { sport } = board.games.at(number);
    if (sport !== '') gamesOf.set(sport, (gamesOf.get(sport) ?? 0) + 1);
  }
  return [...gamesOf]
    .map(([sport, games]) => ({ sport, games, markets: MAIN_MARKETS }))
    .sort((left, right) => right.games - left.games || left.sport.localeCompare(right.sport));
}
