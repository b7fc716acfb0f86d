import type { GameHead, GameRow } from '#contract/game.ts';
import type { RuleView } from '#contract/rules.ts';
import { isLineGood } from '#domain/alert/looking/price-target.ts';
import type { PriceRule, Rule } from '#domain/alert/rule/rule.ts';
import { type Scope, scopesOf } from '#domain/alert/watching/scope.ts';
import { type BetKeys, isSameBet, turnedBet } from '#domain/identity/selection/bet-keys.ts';
import type { NotedBet } from '#domain/ledger/noted-bet.ts';
import type { Watchlist } from '#domain/watchlist/watchlist.ts';
import { sideLine } from '../odds/side-line.ts';

/** A bet on a game, as `domain/identity` makes it where the teams are named as the head's first label names them. */
export interface MarkedBet {
  readonly head: Pick<GameHead, 'labels'>;
  readonly row: Pick<GameRow, 'market' | 'kind' | 'period' | 'line'>;
  readonly side: string;
}

/** A price that the user has on a bet: where one was placed, or where an alert waits. */
export type BetMark =
  | { readonly kind: 'bet'; readonly id: string; readonly american: number; readonly bet: NotedBet }
  | {
      readonly kind: 'alert';
      readonly id: string;
      readonly american: number;
      readonly rule: Rule & PriceRule;
    };

/**
 * The prices that the user has on a bet: open noted bets on it, and the thresholds of rules that are on and name its game,
 * themselves or by a watchlist. What watches whole leagues, teams or players is left out: it would stand on every chart.
 */
export function betMarks(
  bet: MarkedBet,
  noted: readonly NotedBet[],
  rules: readonly RuleView[],
  watchlists: readonly Watchlist[],
): readonly BetMark[] {
  /** What the bet is called under a label of the game; `null` under any other. */
  const under = (game: string): BetKeys | null => {
    const label = bet.head.labels.find((each) => each.label === game);
    if (label === undefined) return null;
    const called = { market: bet.row.market, side: bet.side };
    return label.isFlipped ? turnedBet(called) : called;
  };
  const lists = new Map(watchlists.map((list) => [list.name, list]));
  const bets = noted
    .filter(
      ({ game, subject, result }) => result === 'open' && subject !== null && isSameBet(under(game), subject),
    )
    .map((each): BetMark => ({ kind: 'bet', id: `bet ${each.betId}`, american: each.american, bet: each }));
  const alerts = rules.flatMap(({ rule, isDone }): readonly BetMark[] => {
    if (rule.kind !== 'price' || rule.isOff || isDone || !hasLine(rule, bet)) return [];
    const names = (scope: Scope) =>
      scope.games?.some((game) => {
        const called = under(game);
        return called !== null && isBetIn(scope, bet, called);
      }) ?? false;
    if (!scopesOf(rule.on, lists).some(names)) return [];
    return [{ kind: 'alert', id: `alert ${rule.name}`, american: rule.price, rule }];
  });
  return [...bets, ...alerts];
}

function isBetIn(
  { markets, sides, outcome, teams, players, sports }: Scope,
  { row }: MarkedBet,
  called: BetKeys,
): boolean {
  if (outcome !== undefined || teams !== undefined || players !== undefined || sports !== undefined)
    return false;
  const isMarket = (market: string) =>
    market === called.market || (market === row.kind && row.period === 'game');
  return (markets?.some(isMarket) ?? true) && (sides?.includes(called.side) ?? true);
}

function hasLine({ line }: PriceRule, { row, side }: MarkedBet): boolean {
  if (line === undefined) return true;
  return isLineGood(line, { line: sideLine(row, side), side });
}
