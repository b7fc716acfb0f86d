import type { OddsFormat } from '#contract/settings.ts';
import type { AmericanOdds } from '#domain/odds/american.ts';
import { formatOdds, formatSpread } from '#domain/odds/format.ts';

/** As wide as `.5` in tabular figures, so that `−3` and `−3.5` stand with their units in one column. */
const HALF_POINT_GAP = '\u2008\u2007';

/** A price in the user's format. `american` must be a price, not the 0 of a suspended cell. */
export function priceText(american: number, format: OddsFormat): string {
  return formatOdds(american as AmericanOdds, format);
}

/** A line for people: a spread with its sign, a total without. Empty for `NaN`. */
export function lineText(line: number, signed: boolean): string {
  if (Number.isNaN(line)) return '';
  return signed ? formatSpread(line) : String(line);
}

/** A line for a column of lines: `lineText`, whole numbers padded so that the decimals align. */
export function alignedLineText(line: number, signed: boolean): string {
  const text = lineText(line, signed);
  return Number.isInteger(line) ? text + HALF_POINT_GAP : text;
}
