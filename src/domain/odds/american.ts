/**
 * A price in American notation, e.g. `-110` or `150`. Always a whole number with an absolute value of at least
 * 100. `NOT_OFFERED` (0) stands in typed arrays where there is no price.
 */
export type AmericanOdds = number & { readonly __unit: 'american' };

/** What a typed array of American prices holds where a selection is not offered. */
export const NOT_OFFERED = 0;

/** Why a value is no price. */
export type PriceRefusal = 'not-a-number' | 'between-minus-100-and-100' | 'out-of-range';

/** A price, `null` for "not offered now" (null, empty text, `None`), or the reason why it is neither. */
export type ParsedPrice =
  | { readonly ok: true; readonly american: AmericanOdds | null }
  | { readonly ok: false; readonly reason: PriceRefusal };

const NOT_OFFERED_PRICE: ParsedPrice = { ok: true, american: null };
const EVEN_PRICE: ParsedPrice = { ok: true, american: 100 as AmericanOdds };

/** Largest price kept; anything beyond is a fault of the feed. */
const MAX_AMERICAN = 10_000_000;

/**
 * Reads a price as the provider writes it: text with a sign, perhaps with U+2212 for minus, or a number.
 * `null`, `''`, `'None'` and the like mean that the selection is not offered now. `EVEN` and `EV` are +100.
 * A fraction of a cent is rounded to the nearest whole American price.
 */
export function parseAmerican(raw: unknown): ParsedPrice {
  if (raw === null || raw === undefined || raw === '') return NOT_OFFERED_PRICE;
  if (typeof raw === 'number') return checked(raw);
  if (typeof raw !== 'string') return { ok: false, reason: 'not-a-number' };
  const plain = parsePlainInteger(raw);
  if (plain !== undefined) return checked(plain);
  const text = raw.trim().replace(/[\u2212\u2013\uFE63\uFF0D]/g, '-');
  if (text === '' || /^(none|null|nan|n\/a|off|-)$/i.test(text)) return NOT_OFFERED_PRICE;
  if (/^(even|ev|evens|pk)$/i.test(text)) return EVEN_PRICE;
  if (!/^[+-]?\d{1,9}(\.\d+)?$/.test(text)) return { ok: false, reason: 'not-a-number' };
  return checked(Number(text));
}

/** Sign and digits only, the shape of nearly every price; `undefined` for anything else. */
function parsePlainInteger(text: string): number | undefined {
  const first = text.charCodeAt(0);
  const signed = first === 45 || first === 43;
  const length = text.length;
  if (length > 8 || length < (signed ? 2 : 1)) return undefined;
  let value = 0;
  for (let at = signed ? 1 : 0; at < length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return first === 45 ? -value : value;
}

function checked(value: number): ParsedPrice {
  if (!Number.isFinite(value)) return { ok: false, reason: 'not-a-number' };
  const american = Math.round(value);
  if (Math.abs(american) < 100) return { ok: false, reason: 'between-minus-100-and-100' };
  if (Math.abs(american) > MAX_AMERICAN) return { ok: false, reason: 'out-of-range' };
  return { ok: true, american: american as AmericanOdds };
}

/** Takes a number as a price. Throws a RangeError for what no sportsbook quotes: it is for literals in code. */
export function americanOdds(value: number): AmericanOdds {
  const parsed = checked(value);
  if (!parsed.ok || parsed.american !== value) throw new RangeError(`${value} is no American price`);
  return parsed.american;
}
