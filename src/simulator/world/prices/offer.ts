import type { Sportsbook } from '../../catalogue/sportsbooks.ts';
import { hash } from '../chance.ts';
import type { Game } from '../games/game.ts';
import type { Group, Proposition } from '../games/proposition.ts';
import { fairWays, type Outlook, outlookOf } from './outlook.ts';

/** What a sportsbook offers on a game just now, by group. Main lines stand first in `margin` and `total`. */
export interface Offer {
  readonly groups: Record<Group, readonly Proposition[]>;
  /** How many at the head of `margin` and `total` are main lines. */
  readonly mains: { readonly margin: number; readonly total: number };
  /** The main spread and total of the whole game, to see when they have to move. */
  readonly spread: Proposition | null;
  readonly total: Proposition | null;
}

const scratch = new Float64Array(3);

/** Chooses what this sportsbook offers on this game as it stands. */
export function chooseOffer(book: Sportsbook, game: Game): Offer {
  const { offering } = game;
  const whole = outlookOf(game, 'game');
  const first = outlookOf(game, 'first');
  const margin: Proposition[] = [];
  const total: Proposition[] = [];
  const players: Proposition[] = [];
  for (const proposition of offering.propositions) {
    if (proposition.market !== 'moneyline') break;
    if (proposition.period === 'game' || (book.firstPart && first !== null)) margin.push(proposition);
  }
  const spread = mainLine(offering.ladders['spread-game'], whole, game);
  const mainTotal = mainLine(offering.ladders['total-game'], whole, game);
  if (spread !== null) margin.push(spread);
  if (mainTotal !== null) total.push(mainTotal);
  if (book.firstPart && first !== null) {
    const firstSpread = mainLine(offering.ladders['spread-first'], first, game);
    const firstTotal = mainLine(offering.ladders['total-first'], first, game);
    if (firstSpread !== null) margin.push(firstSpread);
    if (firstTotal !== null) total.push(firstTotal);
  }
  const mains = { margin: margin.length, total: total.length };
  const reach = game.isMarquee && book.alternates >= 4 ? Infinity : book.alternates;
  margin.push(...alternates(offering.ladders['spread-game'], spread, reach));
  total.push(...alternates(offering.ladders['total-game'], mainTotal, reach));
  if (reach === Infinity && first !== null) {
    margin.push(...others(offering.ladders['spread-first'], margin));
    total.push(...others(offering.ladders['total-first'], total));
  }
  if (book.teamTotals) {
    for (const team of ['home', 'away'] as const) {
      const line = mainLine(offering.teamTotals[team], whole, game);
      if (line !== null) total.push(line);
    }
    total.push(...offering.propositions.filter((proposition) => proposition.market === 'both-score'));
  }
  if (game.phase === 'upcoming') players.push(...deedsOffered(book, game, reach === Infinity));
  return { groups: { margin, total, players }, mains, spread, total: mainTotal };
}

/** The line of a ladder that is nearest to a coin flip, `null` for an empty ladder or a finished period. */
export function mainLine(
  ladder: readonly Proposition[],
  outlook: Outlook | null,
  game: Game,
): Proposition | null {
  if (outlook === null) return null;
  let best: Proposition | null = null;
  let bestDistance = Infinity;
  for (const proposition of ladder) {
    fairWays(proposition, outlook, game, scratch);
    const distance = Math.abs(scratch[0]! - 0.5);
    if (distance >= bestDistance) continue;
    best = proposition;
    bestDistance = distance;
  }
  return best;
}

function alternates(ladder: readonly Proposition[], main: Proposition | null, reach: number): Proposition[] {
  if (main === null || reach === 0) return [];
  const at = ladder.indexOf(main);
  return ladder.filter((_, index) => index !== at && Math.abs(index - at) <= reach);
}

function others(ladder: readonly Proposition[], taken: readonly Proposition[]): Proposition[] {
  return ladder.filter((proposition) => !taken.includes(proposition));
}

/** Which players a sportsbook takes bets on is its own affair, but stays the same for a game. */
function deedsOffered(book: Sportsbook, game: Game, all: boolean): Proposition[] {
  return game.offering.deeds.flatMap((lines, at) => {
    const share = (hash(`${book.id}/${game.universalId}/${at}`) % 1000) / 1000;
    if (share >= book.props) return [];
    return all ? lines : lines.slice(lines.length > 2 ? 1 : 0, lines.length > 2 ? 2 : 1);
  });
}
