import type { LeagueEntry } from '#contract/odds-screen.ts';
import type { Board } from '#domain/board/board.ts';
import type { Fixtures } from '#domain/board/fixtures.ts';
import { MAIN_MARKETS } from '#domain/catalogue/markets.ts';

/** The leagues that have games on the board, the largest first, with the markets of the odds screen. */
export function listLeagues(board: Board, fixtures: Fixtures): LeagueEntry[] {
  const matchesOf = new Map<string, Set<number>>();
  for (const number of board.games.numbers()) {
    const { sport } = board.games.at(number);
    if (sport === '') continue;
    const matches = matchesOf.get(sport) ?? new Set();
    matchesOf.set(sport, matches.add(fixtures.matchOf(number)));
  }
  return [...matchesOf]
    .map(([sport, matches]) => ({ sport, games: matches.size, markets: MAIN_MARKETS }))
    .sort((left, right) => right.games - left.games || left.sport.localeCompare(right.sport));
}
