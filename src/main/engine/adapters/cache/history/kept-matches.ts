import type { RecordedGame } from '#contract/history.ts';
import { Matches } from '#domain/identity/match/matches.ts';
import type { KeptGame } from '../../../ports/recorded-day.ts';

/** Games as the matches that they are, in the order in which each was recorded first: some are listed under two labels. */
export function asMatches(games: readonly KeptGame[]): RecordedGame[] {
  const matches = new Matches();
  for (const game of games) matches.place(game.label, game);
  return [...Map.groupBy(games, ({ label }) => matches.find(label)).values()].map((same) => {
    const labels = same
      .map(({ label }) => ({ label, isFlipped: matches.isFlipped(label) }))
      .sort((left, right) => Number(left.isFlipped) - Number(right.isFlipped));
    // some label of a match always names the teams as it does
    const { label, sport, home, away, startsAtMs } = same.find((game) => game.label === labels[0]!.label)!;
    return { label, labels, sport, home, away, startsAtMs };
  });
}
