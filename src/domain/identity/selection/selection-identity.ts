import { remembered } from '../names/remembered.ts';
import { foldTeam } from '../names/team-name.ts';
import { type Bet, readBet, type SelectionGame, type SelectionParts } from './bet.ts';
import { betKey } from './bet-keys.ts';
import { lineText } from './bet-line.ts';
import { doubleChance, flipped, isDraw } from './bet-side.ts';
import { isScoreUnit, type MarketName } from './market-name.ts';

export type { SelectionGame, SelectionParts } from './bet.ts';

/** The market names under which a sportsbook offers a draw, from its outcomes for one game. */
export function namesWithDraw(outcomes: Iterable<Pick<SelectionParts, 'name' | 'target'>>): Set<string> {
  const names = new Set<string>();
  for (const { name, target } of outcomes) if (name !== null && isDraw(target)) names.add(name);
  return names;
}

/** What a selection is a bet on, within its match. */
export interface BetIdentity {
  /**
   * The market as a key: selections with the same one are the sides of one question. A spread's key bears the home
   * team's line, whichever side the selection is on.
   */
  readonly market: string;
  /** The side of the market that wins: `home`, `away`, `draw`, `over`, `under`, `yes`, `no`, … */
  readonly side: string;
  /** How many sides make the market complete, exactly one of them winning; `null` where that is not known. */
  readonly ways: 2 | 3 | null;
  /** What kind of market it is; the main ones of a whole game have the period `game`. */
  readonly kind: MarketName['kind'];
  readonly period: string;
  /** The selection's own line, `null` where it has none. */
  readonly line: number | null;
}

/**
 * What a selection is a bet on, within its match: two selections are the same bet exactly if market and side are equal.
 * `null` where that can't be told for sure: an unread line, a side that names nobody, parts that contradict.
 */
export function betIdentity(parts: SelectionParts, game: SelectionGame): BetIdentity | null {
  const bet = readBet(parts, game);
  const fields = bet && fieldsOf(bet, game);
  if (!bet || !fields) return null;
  const { market, side, ways, kind } = fields;
  return {
    market: market.map((field) => field.replaceAll('|', ' ')).join('|'),
    side,
    ways,
    kind: kind ?? bet.market.kind,
    period: market[0]!,
    line: bet.line,
  };
}

/** Market and side in one text: equal exactly for equal bets of one match; `null` as for `betIdentity`. */
export function selectionKey(parts: SelectionParts, game: SelectionGame): string | null {
  const bet = betIdentity(parts, game);
  return bet && betKey(bet);
}

/** An identity whose texts are not yet joined. */
interface BetFields {
  /** The period first. */
  readonly market: readonly string[];
  readonly side: string;
  readonly ways: 2 | 3 | null;
  /** Where it is another than the market's name says. */
  readonly kind?: MarketName['kind'];
}

function fieldsOf(bet: Bet, game: SelectionGame): BetFields | null {
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
      const sides = pair.map((side) => flipped(side, game.isFlipped)).sort();
      return { market: [bet.market.period, 'double chance'], side: sides.join(' or '), ways: null };
    }
    case 'other':
      return other(bet, game);
  }
}

function moneyline(
  { name, market, answer, side, over, line }: Bet,
  { withDraw }: SelectionGame,
): BetFields | null {
  if (side === null || over !== null || answer === 'no' || (line !== null && line !== 0)) return null;
  const isRegulation = market.period === 'regulation';
  const offersDraw = side === 'draw' || (withDraw?.has(name) ?? isRegulation);
  if (market.ways !== 3 && !offersDraw) return { market: [market.period, 'moneyline'], side, ways: 2 };
  return { market: [isRegulation ? 'game' : market.period, 'three-way moneyline'], side, ways: 3 };
}

function spread(
  { name, market, side, line, over }: Bet,
  { withDraw, isFlipped }: SelectionGame,
): BetFields | null {
  if (side === null || line === null || over !== null) return null;
  const isThreeWay = market.ways === 3 || side === 'draw' || withDraw?.has(name);
  // a handicap draw states the line of the label's home team
  const isAwayLine = side === 'away' || (side === 'draw' && isFlipped);
  const homeLine = lineText(isAwayLine ? -line : line);
  return isThreeWay
    ? { market: [market.period, 'three-way spread', homeLine], side, ways: 3 }
    : { market: [market.period, 'spread', homeLine], side, ways: 2 };
}

function total(bet: Bet): BetFields | null {
  const { market, over, line, target, side } = bet;
  if (side === 'home' || side === 'away') return teamTotal(bet, side);
  if (over === null || line === null || line < 0 || side === 'draw') return null;
  if (target === null)
    return { market: [market.period, 'total', lineText(line)], side: over, ways: 2, kind: 'total' };
  if (market.stat === '') return null;
  return {
    market: [market.period, market.stat, 'player', participant(target), lineText(line)],
    side: over,
    ways: 2,
    kind: 'other',
  };
}

function teamTotal({ market, over, line }: Bet, side: string | null): BetFields | null {
  if ((side !== 'home' && side !== 'away') || over === null || line === null || line < 0) return null;
  return {
    market: [market.period, 'team total', side, lineText(line)],
    side: over,
    ways: 2,
    kind: 'team-total',
  };
}

/** Names and targets that mean something else once home and away are swapped: a side in words, a score, `1/X`. */
const POSITIONAL = /\b(?:home(?! runs?\b)|away|draw)\b|(?:^| )\d+ \d+$|^[12x](?: [12x])*$/;

function other(bet: Bet, game: SelectionGame): BetFields | null {
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
  return {
    market: [market.period, market.stat, ...bettor, line === null ? '' : lineText(line)],
    side: answer ?? over ?? 'yes',
    ways: (answer ?? over) === null ? null : 2,
  };
}

/** A player's name as it stands in a market's key: as a competitor's, without a team in brackets or a `Jr.` behind. */
export const participant: (target: string) => string = remembered(participantOf, 8192);

/** Whether a target names a player, in whatever spelling. */
export function isPlayer(target: string | null, player: string): boolean {
  return target !== null && participant(target) === participant(player);
}

function participantOf(target: string): string {
  const bare = target.replace(/ *\([^()]*\) *$/, '').replace(/[ ,]+(?:jr|sr|ii|iii|iv)\.? *$/i, '');
  return foldTeam(bare === '' ? target : bare).text;
}
