import { CELL_PRICED, type ScreenRow } from '#contract/odds-screen.ts';
import { subjectOfCell } from '#domain/ledger/cell-subject.ts';
import type { BetPrefill } from '../../stores/bets/bets.ts';
import { texts } from '../../texts.ts';
import { lineText } from '../../ui/odds-text.ts';

/** A price on the odds screen. */
interface PricedCell {
  readonly sport: string;
  readonly market: string;
  readonly row: ScreenRow;
  readonly side: number;
  readonly sportsbook: string;
  readonly state: number;
  readonly american: number;
  readonly line: number;
}

/** The form's first contents for a bet at a price on the screen; `null` where no price stands. */
export function betOfCell(cell: PricedCell): BetPrefill | null {
  const { row, side, market, line, american } = cell;
  const name = row.sides[side];
  const subject = subjectOfCell({ market, sides: row.sides.length, side, line });
  if (name === undefined || subject === null || cell.state !== CELL_PRICED) return null;
  return {
    sport: cell.sport,
    game: row.game,
    sportsbook: cell.sportsbook,
    wording:
      market === 'moneyline'
        ? texts.bets.wording.moneyline(name)
        : texts.bets.wording.lined(name, lineText(line, market === 'spread')),
    subject,
    startsAtMs: row.startsAtMs,
    price: american > 0 ? `+${american}` : String(american),
  };
}
