import { lineText } from './bet-line.ts';
import { flipped } from './bet-side.ts';

/** A bet within its match by its keys: found there again. */
export interface BetKeys {
  /** See `BetIdentity.market`. */
  readonly market: string;
  /** See `BetIdentity.side`. */
  readonly side: string;
}

/** Market and side in one text, unlike that of any other bet of the match. */
export function betKey({ market, side }: BetKeys): string {
  return `${market}|${side}`;
}

export function isSameBet(left: BetKeys | null, right: BetKeys | null): boolean {
  return left?.market === right?.market && left?.side === right?.side;
}

/** The same bet as it is called where home and away are the other way round. Turned twice it is as before. */
export function turnedBet({ market, side }: BetKeys): BetKeys {
  return { market: turnedMarket(market), side: turnedSide(side) };
}

/** A market's key where home and away are the other way round; a market without any (`spread`) stays. */
export function turnedMarket(market: string): string {
  const [period, kind, ...rest] = market.split('|');
  if (kind === undefined) return market;
  if (kind.endsWith('spread')) {
    const [line] = rest;
    return [period, kind, line === undefined ? line : lineText(-Number(line))].join('|');
  }
  const whose = kind === 'team total' ? 0 : rest[0] === 'of' ? 1 : -1;
  return [period, kind, ...rest.map((part, at) => (at === whose ? flipped(part, true) : part))].join('|');
}

/** A side where home and away are the other way round: of two that a double chance covers both, in their fixed order. */
export function turnedSide(side: string): string {
  return side
    .split(' or ')
    .map((each) => flipped(each, true))
    .sort()
    .join(' or ');
}
