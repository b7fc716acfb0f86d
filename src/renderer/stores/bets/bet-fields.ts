import type { BetNote, BetResult, BetSubject } from '#domain/ledger/noted-bet.ts';
import { type AmericanOdds, parseAmerican } from '#domain/odds/american.ts';
import { type DecimalOdds, fromDecimal } from '#domain/odds/convert.ts';

/** A bet as it is typed in. */
export interface BetFields {
  readonly sport: string;
  readonly game: string;
  readonly sportsbook: string;
  readonly wording: string;
  /** What it is on where it comes from the board: then the four texts above stand. */
  readonly subject: BetSubject | null;
  readonly startsAtMs: number | null;
  readonly price: string;
  readonly stake: string;
  readonly currency: string;
  readonly placedAtMs: number;
  readonly comment: string;
  readonly result: BetResult;
}

/** A field that can't be taken as it is. */
export type BetFault = 'wording' | 'price' | 'stake' | 'currency' | 'placed';

/** Largest stake. Unit: the currency's own. */
const MOST_STAKE = 1e10;

/** Reads what was typed: the note, or the first field at fault. */
export function readBet(fields: BetFields): { readonly note: BetNote } | { readonly fault: BetFault } {
  const american = readPrice(fields.price);
  const stake = readStake(fields.stake);
  const currency = fields.currency.trim().toUpperCase();
  if (fields.wording.trim() === '') return { fault: 'wording' };
  if (american === null) return { fault: 'price' };
  if (stake === null) return { fault: 'stake' };
  if (!/^[A-Z]{3}$/.test(currency)) return { fault: 'currency' };
  if (Number.isNaN(fields.placedAtMs)) return { fault: 'placed' };
  const { subject, startsAtMs, placedAtMs, result } = fields;
  return {
    note: {
      sport: fields.sport.trim(),
      game: fields.game.trim(),
      sportsbook: fields.sportsbook.trim(),
      wording: fields.wording.trim(),
      comment: fields.comment.trim(),
      subject,
      startsAtMs,
      placedAtMs,
      result,
      american,
      stakeHundredths: Math.round(stake * 100),
      currency,
    },
  };
}

/** A price however people write it: `-110`, `+150`, `1.91`, `10/11`; `null` for anything else. */
export function readPrice(text: string): AmericanOdds | null {
  const plain = text
    .trim()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(',', '.');
  const fraction = /^(\d{1,5})\s*\/\s*(\d{1,5})$/.exec(plain);
  if (fraction) return ofDecimal(1 + Number(fraction[1]) / Number(fraction[2]));
  if (/^\d{1,4}\.\d{1,4}$/.test(plain) || /^\d{1,2}$/.test(plain)) return ofDecimal(Number(plain));
  const parsed = parseAmerican(plain);
  return parsed.ok ? parsed.american : null;
}

function ofDecimal(decimal: number): AmericanOdds | null {
  if (!Number.isFinite(decimal) || decimal < 1.0001) return null;
  const parsed = parseAmerican(fromDecimal(decimal as DecimalOdds));
  return parsed.ok ? parsed.american : null;
}

function readStake(text: string): number | null {
  const plain = text
    .trim()
    .replace(/[\s'’]/g, '')
    .replace(/,(?=\d{3}(\D|$))/g, '')
    .replace(',', '.');
  if (!/^\d+(\.\d{1,2})?$/.test(plain)) return null;
  const stake = Number(plain);
  return stake > 0 && stake <= MOST_STAKE ? stake : null;
}
