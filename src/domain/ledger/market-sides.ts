import type { BetSubject } from './noted-bet.ts';

const PAIRS: readonly (readonly string[])[] = [
  ['over', 'under'],
  ['yes', 'no'],
  ['odd', 'even'],
];

/** All sides of the market that a bet is in, its own among them; `null` where they can't be told. */
export function sidesOfMarket({ market, side }: BetSubject): readonly string[] | null {
  if (side === 'home' || side === 'away' || side === 'draw')
    return market.includes('|three-way ') ? ['away', 'home', 'draw'] : ['away', 'home'];
  return PAIRS.find((pair) => pair.includes(side)) ?? null;
}
