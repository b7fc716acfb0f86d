import { capital } from '../../identity/names/capital.ts';
import { ordinal } from '../../identity/names/ordinal.ts';
import { plainWords } from '../../identity/names/plain-words.ts';
import { takePeriod } from '../../identity/selection/market-period.ts';
import { type PlayedSport, playedSport } from './played-sport.ts';

/** How a sport's games are cut: what a part is called, how many there are, and what comes after the last. */
interface Parts {
  readonly unit: string;
  readonly regular: number;
  readonly beyond: readonly string[];
}

const OVERTIME = ['Overtime'];

const PARTS: Readonly<Record<PlayedSport, Parts>> = {
  basketball: { unit: 'quarter', regular: 4, beyond: OVERTIME },
  'college basketball': { unit: 'half', regular: 2, beyond: OVERTIME },
  football: { unit: 'quarter', regular: 4, beyond: OVERTIME },
  hockey: { unit: 'period', regular: 3, beyond: OVERTIME },
  baseball: { unit: 'inning', regular: Number.POSITIVE_INFINITY, beyond: [] },
  soccer: {
    unit: 'half',
    regular: 2,
    beyond: ['Extra time, 1st half', 'Extra time, 2nd half', 'Penalties'],
  },
  tennis: { unit: 'set', regular: Number.POSITIVE_INFINITY, beyond: [] },
  fights: { unit: 'round', regular: Number.POSITIVE_INFINITY, beyond: [] },
  esports: { unit: 'map', regular: Number.POSITIVE_INFINITY, beyond: [] },
};

/** Parts that are counted behind their name: `Set 2`. */
const COUNTED_BEHIND: ReadonlySet<string> = new Set(['set', 'map', 'round']);

/** What a part of a game is called in a league, e.g. `quarter`; `period` where its sport is not known. */
export function partOfGame(league: string | null): string {
  const sport = playedSport(league);
  return sport === null ? 'period' : PARTS[sport].unit;
}

/**
 * A part of a game as the feed states it, in its sport's own words: `Period 3` is `3rd quarter` in the NBA, `3rd inning`
 * in the MLB, `Overtime` in a game of two halves. A part that is named with its unit keeps it (`Q4` is `4th quarter`), and
 * words that name no part by number stay as they are.
 */
export function periodWords(stated: string, league: string | null): string {
  return readPeriod(stated, league) ?? stated;
}

/** The same, `null` for words that name no part by number. */
export function readPeriod(stated: string, league: string | null): string | null {
  const words = plainWords(stated);
  const overtime = /^(\d*)(?:st|nd|rd|th)? ?(?:ot|overtime)$/.exec(words);
  if (overtime) return overtimeWords(Number(overtime[1] || 1));
  if (/^(?:ht|half ?time)$/.test(words)) return 'Half-time';
  const { period, rest } = takePeriod(/^\d+$/.test(words) ? `period ${words}` : words);
  const [, unit, number] = rest === '' ? (/^([a-z]+) (\d+)$/.exec(period) ?? []) : [];
  if (unit === undefined) return null;
  if (unit !== 'period') return partWords(unit, Number(number));
  const sport = playedSport(league);
  return sport === null ? `Period ${number}` : partIn(PARTS[sport], Number(number));
}

function partIn({ unit, regular, beyond }: Parts, number: number): string {
  if (number <= regular) return partWords(unit, number);
  if (beyond === OVERTIME) return overtimeWords(number - regular);
  return beyond[number - regular - 1] ?? partWords('period', number);
}

function partWords(unit: string, number: number): string {
  if (COUNTED_BEHIND.has(unit)) return `${capital(unit)} ${number}`;
  return `${ordinal(number)} ${unit}`;
}

function overtimeWords(number: number): string {
  return number === 1 ? 'Overtime' : `${ordinal(number)} overtime`;
}
