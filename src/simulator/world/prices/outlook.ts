import type { Game } from '../games/game.ts';
import type { Period, Proposition } from '../games/proposition.ts';
import { normalBelow } from './pricing.ts';

/** What is expected of the margin (home minus away) and the total at the end of a period, with deviations. */
export interface Outlook {
  readonly margin: number;
  readonly marginDeviation: number;
  readonly total: number;
  readonly totalDeviation: number;
}

/** The outlook of a game as it stands: what was scored, and what is left to play. `null`: that part is over. */
export function outlookOf(game: Game, period: Period): Outlook | null {
  const { model } = game.league;
  const { contest } = game;
  const share = period === 'game' ? 1 : model.firstPart;
  const progress = game.phase === 'upcoming' ? 0 : contest.progress;
  const left = 1 - progress / share;
  if (game.phase === 'ended' || left <= 0.004) return null;
  const scale = Math.sqrt(share * left);
  const lead = contest.setLead * (model.sets === null ? 0 : model.sets.units * 0.45);
  return {
    margin: contest.margin + lead + game.marginMean * share * left,
    marginDeviation: model.marginDeviation * scale,
    total: contest.total + game.totalMean * share * left,
    totalDeviation: model.totalDeviation * scale,
  };
}

/** Writes the fair probabilities of a proposition's ways into `out`. They add up to 1 (a push aside). */
export function fairWays(proposition: Proposition, outlook: Outlook, game: Game, out: Float64Array): void {
  const { market, line } = proposition;
  const { margin, marginDeviation, total, totalDeviation } = outlook;
  switch (market) {
    case 'moneyline':
      if (proposition.ways === 3) {
        out[0] = normalBelow((margin - 0.5) / marginDeviation);
        out[1] = normalBelow((-margin - 0.5) / marginDeviation);
        out[2] = 1 - out[0] - out[1];
      } else two(out, normalBelow(margin / marginDeviation));
      return;
    case 'spread':
      two(out, beats(margin, marginDeviation, -line!));
      return;
    case 'total':
      two(out, beats(total, totalDeviation, line!));
      return;
    case 'team-total': {
      const mean = (total + (proposition.team === 'home' ? margin : -margin)) / 2;
      two(out, beats(mean, Math.hypot(marginDeviation, totalDeviation) / 2, line!));
      return;
    }
    case 'both-score': {
      const score = game.contest.state;
      if (score.home > 0 && score.away > 0) two(out, 1);
      else two(out, normalBelow((total - Math.abs(margin) * 0.8 - 1.9) / Math.max(0.3, totalDeviation)));
      return;
    }
    case 'player':
      two(out, beats(proposition.deed!.mean, proposition.deed!.deviation, line!));
      return;
  }
}

/** Chance that a whole-numbered quantity ends above the line, given that it does not end on it. */
function beats(mean: number, deviation: number, line: number): number {
  if (!Number.isInteger(line)) return normalBelow((mean - line) / deviation);
  const above = normalBelow((mean - line - 0.5) / deviation);
  const below = normalBelow((line - 0.5 - mean) / deviation);
  return above + below === 0 ? 0.5 : above / (above + below);
}

function two(out: Float64Array, first: number): void {
  out[0] = first;
  out[1] = 1 - first;
}
