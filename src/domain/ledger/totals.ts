import { toDecimal } from '../odds/convert.ts';
import { closingValue } from './closing-value.ts';
import type { NotedBet } from './noted-bet.ts';

/** What bets of one currency came to. Money in hundredths of its unit. */
export interface LedgerTotals {
  readonly bets: number;
  /** Those not settled yet. */
  readonly open: number;
  /** All stakes but void ones. */
  readonly stakeHundredths: number;
  readonly profitHundredths: number;
  /** Profit per stake of the settled bets, pushes included, void ones left out; `null` before the first. Fraction. */
  readonly roi: number | null;
  /** Mean closing-line value against the price without margin; `null` where no bet has one. Fraction. */
  readonly meanClosingValue: number | null;
}

/** What a bet won or lost, the stake not included; 0 for a push or a void one, `null` while it is open. Hundredths. */
export function profitHundredths(
  bet: Pick<NotedBet, 'american' | 'result' | 'stakeHundredths'>,
): number | null {
  switch (bet.result) {
    case 'open':
      return null;
    case 'won':
      return Math.round(bet.stakeHundredths * (toDecimal(bet.american) - 1));
    case 'lost':
      return -bet.stakeHundredths;
    case 'push':
    case 'void':
      return 0;
  }
}

/** Adds bets up. They have to be of one currency. */
export function totalsOf(bets: readonly NotedBet[]): LedgerTotals {
  let [open, stake, settledStake, profit, valued, value] = [0, 0, 0, 0, 0, 0];
  for (const bet of bets) {
    const won = profitHundredths(bet);
    if (won === null) open += 1;
    if (bet.result !== 'void') stake += bet.stakeHundredths;
    if (won !== null && bet.result !== 'void') settledStake += bet.stakeHundredths;
    profit += won ?? 0;
    const noVig = bet.closing?.isFinal ? (closingValue(bet)?.noVig ?? null) : null;
    if (noVig === null) continue;
    valued += 1;
    value += noVig;
  }
  return {
    bets: bets.length,
    open,
    stakeHundredths: stake,
    profitHundredths: profit,
    roi: settledStake === 0 ? null : profit / settledStake,
    meanClosingValue: valued === 0 ? null : value / valued,
  };
}

/** One line of a table of totals: bets that agree in a text and in their currency. */
export interface TotalsLine {
  readonly name: string;
  readonly currency: string;
  readonly totals: LedgerTotals;
}

/** Totals by a text of the bets (sportsbook, sport) and currency, the largest stake first. */
export function totalsBy(bets: readonly NotedBet[], nameOf: (bet: NotedBet) => string): TotalsLine[] {
  const groups = new Map<string, { name: string; currency: string; bets: NotedBet[] }>();
  for (const bet of bets) {
    const name = nameOf(bet);
    const key = JSON.stringify([name, bet.currency]);
    const group = groups.get(key) ?? { name, currency: bet.currency, bets: [] };
    groups.set(key, group);
    group.bets.push(bet);
  }
  return [...groups.values()]
    .map(({ name, currency, bets: ofGroup }) => ({ name, currency, totals: totalsOf(ofGroup) }))
    .sort(
      (left, right) =>
        right.totals.stakeHundredths - left.totals.stakeHundredths || (left.name < right.name ? -1 : 1),
    );
}
