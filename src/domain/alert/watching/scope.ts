import { turnedMarket, turnedSide } from '../../identity/selection/bet-keys.ts';
import type { WatchedGame, Watchlist, WatchSubject } from '../../watchlist/watchlist.ts';
import type { RuleTarget } from '../rule/rule.ts';

/** What has to be so of a selection for a rule to look at it. A part that is left out lets everything through. */
export interface Scope {
  readonly sports?: readonly string[];
  /** By label or universal id. Markets and sides are called as these labels name the teams. */
  readonly games?: readonly string[];
  readonly teams?: readonly string[];
  readonly players?: readonly string[];
  readonly markets?: readonly string[];
  readonly sides?: readonly string[];
  readonly sportsbook?: string;
  readonly outcome?: string;
  /** Of the market that this outcome is in, at whatever sportsbook. */
  readonly anchor?: Anchor;
}

/** One outcome at one sportsbook. */
export interface Anchor {
  readonly sportsbook: string;
  readonly outcome: string;
}

/** The whole markets of what a scope lets through in part; `null` where it takes markets as a whole. */
export function wholeMarkets(scope: Scope): Scope | null {
  const { sides, sportsbook, outcome, ...rest } = scope;
  if (sportsbook !== undefined && outcome !== undefined) return { ...rest, anchor: { sportsbook, outcome } };
  return sides === undefined ? null : rest;
}

/** The same where home and away are the other way round. */
export function turnedScope(scope: Scope): Scope {
  const { markets, sides } = scope;
  return {
    ...scope,
    ...(markets !== undefined && { markets: markets.map(turnedMarket) }),
    ...(sides !== undefined && { sides: sides.map(turnedSide) }),
  };
}

/** What a rule looks at: all that any of these lets through. A watchlist that is not there lets nothing through. */
export function scopesOf(target: RuleTarget, watchlists: ReadonlyMap<string, Watchlist>): readonly Scope[] {
  switch (target.type) {
    case 'league':
      return [{ sports: [target.sport] }];
    case 'entry':
      return [scopeOf(target.entry)];
    case 'watchlist':
      return (watchlists.get(target.watchlist)?.entries ?? []).map(scopeOf);
    case 'filter': {
      const { type: _, ...scope } = target;
      return [scope];
    }
  }
}

/** What an entry of a watchlist looks at. */
export function scopeOf(entry: WatchSubject): Scope {
  switch (entry.kind) {
    case 'selection':
      return { games: gamesOf(entry), sportsbook: entry.sportsbook, outcome: entry.outcome };
    case 'bet':
      return { games: gamesOf(entry), markets: [entry.market], sides: [entry.side] };
    case 'market':
      return { games: gamesOf(entry), markets: [entry.market] };
    case 'game':
      return { games: gamesOf(entry) };
    case 'team':
      return { teams: [entry.team], ...(entry.sport !== '' && { sports: [entry.sport] }) };
    case 'player':
      return { players: [entry.player] };
  }
}

/** A game by its label, and by its universal id where it is known: it may come back under another label. */
function gamesOf({ game, universalId }: WatchedGame): readonly string[] {
  return universalId === null ? [game] : [game, universalId];
}
