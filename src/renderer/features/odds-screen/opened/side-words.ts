import type { GameRow } from '#contract/game.ts';
import type { ScreenRow } from '#contract/odds-screen.ts';
import { texts } from '../../../texts.ts';
import { lineText } from '../../../ui/odds-text.ts';

/** A side of a line for people. */
export function sideWords(side: string, { home, away }: Pick<ScreenRow, 'home' | 'away'>): string {
  if (side === 'home') return home;
  if (side === 'away') return away;
  return Object.hasOwn(texts.game.sides, side)
    ? texts.game.sides[side as keyof typeof texts.game.sides]
    : side;
}

/** A line for people: of a spread the away team's, since it stands above; of a market without lines its outcomes. */
export function lineWords({ kind, line, sides }: GameRow): string {
  if (line === null) return texts.openedRow.outcomes(sides.length);
  return kind === 'spread' ? lineText(-line, true) : lineText(line, false);
}
