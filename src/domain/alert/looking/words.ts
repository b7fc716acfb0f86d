import type { Board } from '../../board/board.ts';
import { priceOrNull } from '../../board/describe.ts';
import { parseLine } from '../../catalogue/outcome-side.ts';
import { betWords } from '../../identity/selection/bet-words.ts';
import { type AmericanOdds, NOT_OFFERED } from '../../odds/american.ts';
import { formatOdds } from '../../odds/format.ts';
import type { MoveUnit } from '../../odds/price-move.ts';
import type { EvidencePrice } from '../finding.ts';

/** A price in words: `+150`, `not offered`. */
export function priceWords(american: number): string {
  return american === NOT_OFFERED ? 'not offered' : formatOdds(american as AmericanOdds, 'american');
}

/** A number as people read it, at most two places. */
export function numberWords(value: number): string {
  return String(Math.round(value * 100) / 100).replace('-', '\u2212');
}

/** How far a price moves: `12 cents`. */
export function amountWords(by: number, unit: MoveUnit): string {
  const of = { cents: 'cents', points: 'points of probability', percent: '%' }[unit];
  return `${numberWords(by)} ${of}`;
}

/** A time span: `30 s`, `5 min`. */
export function spanWords(seconds: number): string {
  return seconds >= 120 && seconds % 60 === 0 ? `${seconds / 60} min` : `${numberWords(seconds)} s`;
}

/** What a selection's price was and is. */
export function evidenceOf(
  board: Board,
  selection: number,
  before: number,
  after: number,
  ageMs: number | null = 0,
): EvidencePrice {
  return laterEvidence(board, selection, before, after, ageMs)();
}

/** What a selection's price was and is, put into words when somebody asks: it may have left by then. */
export function laterEvidence(
  board: Board,
  selection: number,
  before: number,
  after: number,
  ageMs: number | null = 0,
): () => EvidencePrice {
  const words = board.selections.words(selection);
  const game = board.gameOf(selection);
  const sportsbook = board.sportsbookOf(selection);
  const outcome = board.selections.key(selection);
  return () => {
    const line = parseLine(words.line);
    return {
      sportsbook,
      outcome,
      wording: betWords(words, game),
      line: Number.isNaN(line) ? null : line,
      before: priceOrNull(before),
      after: priceOrNull(after),
      ageMs,
    };
  };
}
