import type { SportKind } from '../catalogue/sports.ts';
import { hash } from '../world/chance.ts';
import type { ContestState } from '../world/games/contest.ts';
import type { PlayMessage } from '../world/messages.ts';

/** What may happen between two scores, and what a score is called. */
const TYPES: Record<SportKind, { readonly score: string; readonly others: readonly string[] }> = {
  basketball: {
    score: 'goal',
    others: [
      'possession',
      'attempt_missed',
      'rebound',
      'foul',
      'turnover_basket',
      'steal_basket',
      'block',
      'free_throws_awarded',
      'timeout',
      'videoreview',
    ],
  },
  football: {
    score: 'touchdown',
    others: ['rush', 'pass_completed', 'pass_incomplete', 'punt', 'penalty', 'sack'],
  },
  hockey: { score: 'goal', others: ['shot_on_goal', 'shot_saved', 'faceoff', 'hit', 'penalty', 'icing'] },
  baseball: {
    score: 'run_scored',
    others: ['ball', 'strike', 'foul_ball', 'single', 'strikeout', 'fly_out', 'walk'],
  },
  soccer: {
    score: 'goal',
    others: ['possession', 'shot_off_target', 'shot_on_target', 'corner_kick', 'foul', 'throw_in'],
  },
  tennis: { score: 'game_won', others: [] },
  mma: { score: 'stoppage', others: ['strike'] },
  esports: { score: 'round_won', others: [] },
};

const MAPS = ['DE_ANCIENT', 'DE_DUST2', 'DE_INFERNO', 'DE_MIRAGE', 'DE_NUKE'];

/** A play as the provider's `play_info`: an array for ball sports, an object for fights and esports. */
export function playInfo(message: PlayMessage): unknown {
  const { game, event, state } = message;
  const { kind, periods } = game.league.model;
  if (kind === 'mma') return fightInfo(message, periods);
  if (kind === 'esports') return esportsInfo(message);
  if (event === null) return [{ type: 'periodstart', name: `Period ${state.period}`, seconds: 0 }];
  const plays: unknown[] = [playOf(message)];
  if (event.periodEnded || event.ended) {
    const score = `${state.home}-${state.away}`;
    plays.push({ type: 'periodscore', seconds: state.elapsedSeconds, name: score });
  }
  if (event.periodEnded && !event.ended) {
    plays.push({ type: 'periodstart', seconds: state.elapsedSeconds, name: `Period ${state.period}` });
  }
  return plays;
}

function playOf({ game, event }: PlayMessage): unknown {
  const { team, points, player, state } = event!;
  const types = TYPES[game.league.model.kind];
  const turn = hash(`${game.universalId}/${event!.atMs}`);
  const type =
    points > 0 ? scoreType(game.league.model.kind, points) : types.others[turn % types.others.length];
  const name = team === 'home' ? game.home : game.away;
  return {
    type,
    team,
    points: points > 0 ? points : undefined,
    seconds: state.elapsedSeconds,
    name: type,
    description: player === null ? `${name}: ${type}` : `${player} (${name}): ${type}`,
    scorer: points > 0 && player !== null ? { name: player } : undefined,
    player: points === 0 && player !== null ? { name: player } : undefined,
  };
}

function scoreType(kind: SportKind, points: number): string {
  if (kind === 'football' && points === 3) return 'field_goal';
  if (kind === 'football' && points === 2) return 'safety';
  return TYPES[kind].score;
}

function fightInfo({ kind, state, game }: PlayMessage, rounds: number): unknown {
  const roundSeconds = game.league.model.durationMs / 1000 / rounds;
  const left = Math.max(0, Math.round(roundSeconds - (state.elapsedSeconds % roundSeconds)));
  const status = kind === 'ended' ? 'finished' : kind === 'started' ? 'walkouts' : 'in_progress';
  return {
    status,
    round: state.period,
    clock: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`,
    result: kind === 'ended' ? { winner: hash(game.universalId) % 2 === 0 ? game.home : game.away } : null,
  };
}

function esportsInfo({ state, game }: PlayMessage): unknown {
  const running = state.sets.at(-1)!;
  return {
    currentMap: state.sets.length,
    currentRound: running[0] + running[1] + 1,
    teams: { home: { score: state.setsWon[0] }, away: { score: state.setsWon[1] } },
    maps: state.sets.map(([home, away], at) => ({
      number: at + 1,
      map: MAPS[(hash(game.universalId) + at) % MAPS.length],
      home: { score: home },
      away: { score: away },
      winner: winnerOfMap(state, at),
    })),
  };
}

function winnerOfMap(state: ContestState, at: number): string | undefined {
  const [home, away] = state.sets[at]!;
  const isOver = at < state.sets.length - 1 || state.setsWon[0] + state.setsWon[1] === state.sets.length;
  if (!isOver) return undefined;
  return home > away ? 'HOME' : 'AWAY';
}
