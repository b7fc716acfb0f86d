import { formatSpread } from '../../odds/format.ts';
import { readBet, type SelectionGame, type SelectionParts } from './bet.ts';

/**
 * A bet in words for people, e.g. `Los Angeles Lakers −3.5`, `Over 210.5 (1st half)`, `LeBron James over 25.5 points`. What
 * can't be read is told in the sportsbook's own words. `game`: as the sportsbook itself names it.
 */
export function betWords(
  parts: SelectionParts,
  { home, away, label }: Omit<SelectionGame, 'isFlipped'>,
): string {
  const bet = readBet(parts, { home, away, label, isFlipped: false });
  if (bet === null) return ownWords(parts);
  const { market, side, over, line, target, answer } = bet;
  const who = side === null ? target : { home, away, draw: 'Draw' }[side];
  const wanted = [over, line === null ? null : String(line)].filter((part) => part !== null).join(' ');
  const period = market.period === 'game' ? '' : ` (${periodWords(market.period)})`;
  const words = () => {
    switch (market.kind) {
      case 'moneyline':
        return side === null ? null : side === 'draw' ? who : `${who} to win`;
      case 'spread':
        return side === null || line === null ? null : `${who} ${formatSpread(line)}`;
      case 'total':
      case 'team-total':
        if (over === null || line === null) return null;
        return who === null
          ? capital(wanted)
          : [who, wanted, side === null ? market.stat : ''].join(' ').trim();
      case 'double-chance':
        return target;
      case 'other': {
        const asked = market.stat === '' ? bet.name : market.stat;
        return who === null && wanted === '' && answer === null
          ? null
          : [who, answer, wanted, asked].filter((part) => part !== null && part !== '').join(' ');
      }
    }
  };
  const said = words();
  return said === null ? ownWords(parts) : said + period;
}

/** `half 1` as people say it: `1st half`. */
function periodWords(period: string): string {
  const [, part, number] = /^([a-z]+) (\d+)$/.exec(period) ?? [];
  if (part === undefined || number === undefined) return period;
  return `${number}${{ '1': 'st', '2': 'nd', '3': 'rd' }[number] ?? 'th'} ${part}`;
}

function ownWords({ name, target, overUnder, line }: SelectionParts): string {
  return [target, overUnder, line, name].filter((part) => part !== null && part !== '').join(' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
