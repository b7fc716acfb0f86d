import { type Sheet, SUSPENDED } from '../world/prices/sheet.ts';
import { wireOutcome } from './outcome.ts';

/**
 * A selection as it stands on the board: texts, line and link exactly as the frames carry them. `american` is
 * the price as a whole number, `null` where the selection is listed but not offered now.
 */
export interface BoardRecord {
  readonly sportsbook: string;
  readonly sport: string;
  readonly game: string;
  readonly outcome: string;
  readonly name: string;
  readonly line: string | number | null;
  readonly overUnder: string | null;
  readonly target: string | null;
  readonly american: number | null;
  readonly link: string | null;
}

/** The selections that a listed sheet puts on the board, in slot order; none when it is not listed. */
export function boardOf(sheet: Sheet): readonly BoardRecord[] {
  if (!sheet.isListed) return [];
  const { slots, prices } = sheet.listed();
  return Array.from(slots, (slot, at) => {
    const price = prices[at]!;
    const { key, name, line, overUnder, target, link } = wireOutcome(sheet, slot, price);
    return {
      sportsbook: sheet.book.id,
      sport: sheet.game.league.sport,
      game: sheet.names.label,
      outcome: key,
      name,
      line,
      overUnder,
      target,
      american: price === SUSPENDED ? null : price,
      link,
    };
  });
}
