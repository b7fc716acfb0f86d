import { closingValue } from '#domain/ledger/closing-value.ts';
import type { NotedBet } from '#domain/ledger/noted-bet.ts';
import { profitHundredths } from '#domain/ledger/totals.ts';
import { type CsvValue, csvLine } from './csv-text.ts';
import { writeWhole } from './whole-file.ts';

/** The columns of the ledger's file and what stands in them. */
const COLUMNS: Readonly<Record<string, (bet: NotedBet) => CsvValue>> = {
  placed_at: (bet) => timeText(bet.placedAtMs),
  sport: (bet) => bet.sport,
  game: (bet) => bet.game,
  starts_at: (bet) => timeText(bet.startsAtMs),
  sportsbook: (bet) => bet.sportsbook,
  bet: (bet) => bet.wording,
  american: (bet) => bet.american,
  stake: (bet) => bet.stakeHundredths / 100,
  currency: (bet) => bet.currency,
  result: (bet) => bet.result,
  profit: (bet) => inUnits(profitHundredths(bet)),
  closing_american: (bet) => bet.closing?.american ?? null,
  closing_fair_probability: (bet) => bet.closing?.fairProbability ?? null,
  closing_sportsbooks: (bet) => bet.closing?.sportsbooks ?? null,
  closing_seen_at: (bet) => timeText(bet.closing?.seenAtMs ?? null),
  closing_is_final: (bet) => (bet.closing === null ? null : String(bet.closing.isFinal)),
  closing_value_at_book: (bet) => closingValue(bet)?.atBook ?? null,
  closing_value_cents: (bet) => closingValue(bet)?.cents ?? null,
  closing_value_no_vig: (bet) => closingValue(bet)?.noVig ?? null,
  comment: (bet) => bet.comment,
};

/** Writes bets as CSV; an older file of the name is replaced only by a whole new one. Throws the disk's errors. */
export function writeBets(file: string, bets: readonly NotedBet[]): void {
  writeWhole(file, (whole) => {
    whole.write(csvLine(Object.keys(COLUMNS)));
    for (const bet of bets) whole.write(csvLine(Object.values(COLUMNS).map((read) => read(bet))));
  });
}

function timeText(atMs: number | null): string | null {
  return atMs === null ? null : new Date(atMs).toISOString();
}

function inUnits(hundredths: number | null): number | null {
  return hundredths === null ? null : hundredths / 100;
}
