import { foldTeam } from '../names/team-name.ts';
import { type Bet, readBet, type SelectionGame, type SelectionParts } from './bet.ts';
import { lineText } from './bet-line.ts';
import { doubleChance, flipped, isDraw } from './bet-side.ts';
import { isScoreUnit } from './market-name.ts';

export type { SelectionGame, SelectionParts } from './bet.ts';

/** The market names under which a sportsbook offers a draw, from its outcomes for one game. */
export function namesWithDraw(outcomes: Iterable<Pick<SelectionParts, 'name' | 'target'>>): Set<string> {
  const names = new Set<string>();
  for (const { name, target } of outcomes) if (name !== null && isDraw(target)) names.add(name);
  return names;
}

/**
 * What a selection is a bet on, within its match: two selections are the same bet exactly if their keys are equal.
 * `null` where that can't be told for sure: an unread line, a side that names nobody, parts that contradict.
 */
export function selectionKey(parts: SelectionParts, game: SelectionGame): string | null {
  const bet = readBet(parts, game);
  if (bet === null) return null;
  const fields = fieldsOf(bet, game);
  return fields?.map((field) => field.replaceAll('|', ' ')).join('|') ?? null;
}

function fieldsOf(bet: Bet, game: SelectionGame): string[] | null {
  switch (bet.market.kind) {
    case 'moneyline':
      return moneyline(bet, game);
    case 'spread':
      // "Goal Line" is a spread to some sportsbooks and a total to others.
      return bet.over !== null && bet.side === null ? total(bet) : spread(bet, game);
    case 'total':
      return total(bet);
    case 'team-total': {
      const named = bet.market.team && flipped(bet.market.team, game.isFlipped);
      if (named && bet.side && named !== bet.side) return null;
      return teamTotal(bet, named ?? bet.side);
    }
    case 'double-chance': {
      const pair = doubleChance(bet.target ?? '', game.home, game.away);
      if (pair === null) return null;
      return [
        bet.market.period,
        'double chance',
        ...pair.map((side) => flipped(side, game.isFlipped)).sort(),
      ];
    }
    case 'other':
      return other(bet, game);
  }
}

function moneyline(
  { name, market, answer, side, over, line }: Bet,
  { withDraw }: SelectionGame,
): string[] | null {
  if (side === null || over !== null || answer === 'no' || (line !== null && line !== 0)) return null;
  const isRegulation = market.period === 'regulation';
  const offersDraw = side === 'draw' || (withDraw?.has(name) ?? isRegulation);
  if (market.ways !== 3 && !offersDraw) return [market.period, 'moneyline', side];
  return [isRegulation ? 'game' : market.period, 'three-way moneyline', side];
}

function spread({ name, market, side, line, over }: Bet, { withDraw }: SelectionGame): string[] | null {
  if (side === null || line === null || over !== null) return null;
  const isThreeWay = market.ways === 3 || side === 'draw' || withDraw?.has(name);
  return [market.period, isThreeWay ? 'three-way spread' : 'spread', side, lineText(line)];
}

function total(bet: Bet): string[] | null {
  const { market, over, line, target, side } = bet;
  if (side === 'home' || side === 'away') return teamTotal(bet, side);
  if (over === null || line === null || line < 0 || side === 'draw') return null;
  if (target === null) return [market.period, 'total', over, lineText(line)];
  if (market.stat === '') return null;
  return [market.period, market.stat, 'player', participant(target), over, lineText(line)];
}

function teamTotal({ market, over, line }: Bet, side: string | null): string[] | null {
  if ((side !== 'home' && side !== 'away') || over === null || line === null || line < 0) return null;
  return [market.period, 'team total', side, over, lineText(line)];
}

/** Names and targets that mean something else once home and away are swapped: a side in words, a score, `1/X`. */
const POSITIONAL = /\b(?:home(?! runs?\b)|away|draw)\b|(?:^| )\d+ \d+$|^[12x](?: [12x])*$/;

function other(bet: Bet, game: SelectionGame): string[] | null {
  const { market, answer, target, side } = bet;
  const who = target === null || side !== null ? null : participant(target);
  const atLeast = market.atLeast === null ? null : market.atLeast - 0.5;
  const over = bet.over ?? (atLeast === null ? null : 'over');
  const line = bet.line ?? atLeast;
  if (market.stat === '' || (over !== null && line === null)) return null;
  if (atLeast !== null && (line !== atLeast || over !== 'over')) return null;
  if (side !== null && over !== null && isScoreUnit(market.stat))
    return teamTotal({ ...bet, over, line }, side);
  if (market.isPlayers && who === null && side === null) return null;
  if (game.isFlipped && (POSITIONAL.test(market.stat) || POSITIONAL.test(who ?? ''))) return null;
  if (who === null && side === null && answer === null && over === null) return null;
  const bettor = who === null ? ['of', side ?? 'game'] : ['player', who];
  return [
    market.period,
    market.stat,
    ...bettor,
    answer ?? over ?? 'yes',
    line === null ? '' : lineText(line),
  ];
}

/** A player's name as it is compared: as a competitor's, without a team in brackets or a `Jr.` behind. */
function participant(target: string): string {
  const bare = target.replace(/ *\([^()]*\) *$/, '').replace(/[ ,]+(?:jr|sr|ii|iii|iv)\.? *$/i, '');
  return foldTeam(bare === '' ? target : bare).text;
}
