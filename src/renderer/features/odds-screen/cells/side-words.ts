import type { GameRow } from '#contract/game.ts';
import type { ScreenRow } from '#contract/odds-screen.ts';
import { capital } from '#domain/identity/names/capital.ts';
import { texts } from '../../../texts.ts';
import { lineText } from '../../../ui/odds-text.ts';

/** A side of a market for people. */
export function sideWords(side: string, { home, away }: Pick<ScreenRow, 'home' | 'away'>): string {
  if (side === 'home') return home;
  if (side === 'away') return away;
  return Object.hasOwn(texts.game.sides, side)
    ? texts.game.sides[side as keyof typeof texts.game.sides]
    : capital(side);
}

/** A bet on a side of a main market for people; `line`: as the side has it, `NaN` = none. */
export function mainBetWords(kind: string, side: string, line: number): string {
  return kind === 'moneyline'
    ? texts.bets.wording.moneyline(side)
    : texts.bets.wording.lined(side, lineText(line, kind === 'spread'));
}

/** A line for people: of a spread the away team's, since it stands above; of a market without lines its outcomes. */
export function lineWords({ kind, line, sides }: GameRow): string {
  if (line === null) return texts.openedRow.outcomes(sides.length);
  return kind === 'spread' ? lineText(-line, true) : lineText(line, false);
}
