import { formatSpread } from '../../odds/format.ts';
import { parseGameLabel } from '../match/game-label.ts';
import { capital } from '../names/capital.ts';
import { readBet, type SelectionGame, type SelectionParts } from './bet.ts';
import { marketPeriodWords } from './market-period.ts';

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
  const period = market.period === 'game' ? '' : ` (${marketPeriodWords(market.period)})`;
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

/**
 * The side of a market in words, from its key as `BetIdentity` makes it, e.g. `Los Angeles Lakers −3.5`. `game`: its label,
 * by which the teams are named.
 */
export function marketSideWords(market: string, side: string, game: string): string {
  const [period = '', kind = '', ...rest] = market.split('|');
  const teams = parseGameLabel(game);
  const team = (which: string) =>
    (which === 'home' ? teams?.home : which === 'away' ? teams?.away : undefined) ?? which;
  const line = Number(rest.at(-1));
  const words = () => {
    if (kind.endsWith('moneyline')) return side === 'draw' ? 'Draw' : `${team(side)} to win`;
    if (kind.endsWith('spread'))
      return side === 'draw'
        ? `Draw ${formatSpread(line)}`
        : `${team(side)} ${formatSpread(side === 'away' ? -line : line)}`;
    if (kind === 'total') return `${capital(side)} ${line}`;
    if (kind === 'team total') return `${team(rest[0] ?? '')} ${side} ${line}`;
    if (kind === 'double chance') return side.split(' or ').map(team).join(' or ');
    const [about, whom = ''] = rest;
    const who = about === 'player' ? capitals(whom) : about === 'of' && whom !== 'game' ? team(whom) : '';
    return [who, side, rest.at(-1), kind].filter((part) => part !== undefined && part !== '').join(' ');
  };
  return period === 'game' ? words() : `${words()} (${marketPeriodWords(period)})`;
}

function ownWords({ name, target, overUnder, line }: SelectionParts): string {
  return [target, overUnder, line, name].filter((part) => part !== null && part !== '').join(' ');
}

function capitals(text: string): string {
  return text.split(' ').map(capital).join(' ');
}
