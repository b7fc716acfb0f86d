import type { GameRow } from '#contract/game.ts';

/** The line of a market as one of its sides has it: a spread's is the home team's, and the away team has the opposite. */
export function sideLine({ kind, line }: Pick<GameRow, 'kind' | 'line'>, side: string): number | null {
  return kind === 'spread' && side === 'away' && line !== null ? -line : line;
}
