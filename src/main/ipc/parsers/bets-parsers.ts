import type { BetsRequests } from '#contract/requests/bets-requests.ts';
import { BET_RESULTS, type BetNote, type BetSubject } from '#domain/ledger/noted-bet.ts';
import { parseAmerican } from '#domain/odds/american.ts';
import type { Parsers } from '../door.ts';
import { type Fields, fieldsOf, isCount, isOneOf, isText, nothing } from './fields.ts';

/** Largest stake, in hundredths: what a number holds exactly with room for sums. */
const MOST_STAKE = 1e12;
/** The end of the times that a date can have. Unix ms. */
const LAST_MS = 8.64e15;

/** Takes apart what a window asks about the user's own bets. */
export const BETS_PARSERS: Pick<Parsers, keyof BetsRequests> = {
  'bets.read': nothing,
  'bets.note': noteOf,
  'bets.change'(input) {
    const fields = fieldsOf(input);
    const note = noteOf(fields?.['note']);
    const betId = fields?.['betId'];
    return note !== undefined && isCount(betId) ? { betId, note } : undefined;
  },
  'bets.remove': betIdOf,
  'bets.restore': betIdOf,
  'bets.export': nothing,
};

function betIdOf(input: unknown): { betId: number } | undefined {
  const betId = fieldsOf(input)?.['betId'];
  return isCount(betId) ? { betId } : undefined;
}

const isResult = isOneOf(BET_RESULTS);
const TEXTS = ['sport', 'game', 'sportsbook', 'wording', 'comment'] as const;

function noteOf(input: unknown): BetNote | undefined {
  const fields = fieldsOf(input);
  if (fields === undefined) return undefined;
  const subject = subjectOf(fields['subject']);
  const isRight =
    TEXTS.every((name) => isText(fields[name])) &&
    fields['wording'] !== '' &&
    subject !== undefined &&
    isPrice(fields['american']) &&
    isCount(fields['stakeHundredths']) &&
    fields['stakeHundredths'] <= MOST_STAKE &&
    isCurrency(fields['currency']) &&
    isTime(fields['placedAtMs']) &&
    (fields['startsAtMs'] === null || isTime(fields['startsAtMs'])) &&
    isResult(fields['result']);
  return isRight ? { ...picked(fields), subject } : undefined;
}

/** The note's fields and nothing else that was sent. */
function picked(fields: Fields): BetNote {
  const names = [...TEXTS, 'american', 'stakeHundredths', 'currency', 'placedAtMs', 'startsAtMs', 'result'];
  return Object.fromEntries(names.map((name) => [name, fields[name]])) as unknown as BetNote;
}

function subjectOf(input: unknown): BetSubject | null | undefined {
  if (input === null) return null;
  const fields = fieldsOf(input);
  const market = fields?.['market'];
  const side = fields?.['side'];
  return isText(market) && isText(side) ? { market, side } : undefined;
}

function isPrice(value: unknown): boolean {
  if (typeof value !== 'number') return false;
  const parsed = parseAmerican(value);
  return parsed.ok && parsed.american === value;
}

function isCurrency(value: unknown): boolean {
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value);
}

function isTime(value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) <= LAST_MS;
}
