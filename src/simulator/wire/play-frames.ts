import type { ContestState } from '../world/games/contest.ts';
import type { Game } from '../world/games/game.ts';
import { labelOf } from '../world/games/naming.ts';
import type { PlayMessage } from '../world/messages.ts';
import { jsonValue } from './json-text.ts';
import { playInfo } from './play-info.ts';

const UNSUPPORTED = new Set(['tennis']);

/** Whether the provider has play-by-play for this game at all. */
export function hasPlayByPlay(game: Game): boolean {
  return !UNSUPPORTED.has(game.league.model.kind);
}

/**
 * The label by which the play-by-play and live-score sockets know a game. Esports have labels of their own
 * there, with the teams' names written in one word.
 */
export function playLabel(game: Game): string {
  if (game.league.model.kind !== 'esports') return labelOf(game);
  const joined = (name: string): string => name.replaceAll(' ', '');
  return labelOf({ ...game, home: joined(game.home), away: joined(game.away) });
}

/** The frame that accepts a game into a play-by-play subscription. */
export function writeConnected(game: Game): string {
  return jsonValue({
    stream: 'playbyplay',
    action: 'connected',
    event: playLabel(game),
    universal_id: game.universalId,
  });
}

/** Something on the field as the frames of the play-by-play socket. */
export function writePlayMessage(message: PlayMessage): readonly string[] {
  const { kind, event, game, state } = message;
  if (kind === 'started') return [writeMatchState(game, state, 'in_progress')];
  if (kind === 'ended') return [writeMatchState(game, state, 'ended')];
  const frames = [jsonValue({ ...envelope(game, state, 'new_play'), play_info: playInfo(message) })];
  if (event?.periodEnded) frames.push(writeStats(game, state));
  return frames;
}

/** How a game stands, for who has just subscribed and when it starts or ends. */
export function writeMatchState(game: Game, state: ContestState, word: 'in_progress' | 'ended'): string {
  return jsonValue({ ...envelope(game, state, 'match_state'), state: word });
}

function writeStats(game: Game, state: ContestState): string {
  const { home, away, elapsedSeconds } = state;
  return jsonValue({
    ...envelope(game, state, 'stats'),
    stats: { home: { score: home }, away: { score: away }, seconds: elapsedSeconds },
  });
}

function envelope(game: Game, state: ContestState, action: string): Record<string, unknown> {
  const { home, away, setsWon } = state;
  const bySets = game.league.model.sets !== null;
  return {
    stream: 'playbyplay',
    action,
    event: playLabel(game),
    universal_id: game.universalId,
    home: game.home,
    away: game.away,
    league: game.league.sport,
    state: 'in_progress',
    score: bySets ? { home: setsWon[0], away: setsWon[1] } : { home, away },
  };
}

/** A `match_update` of the live-score socket. */
export function writeMatchUpdate(game: Game, state: ContestState, isOver: boolean): string {
  return jsonValue({
    action: 'match_update',
    game: playLabel(game),
    universal_id: game.universalId,
    home: game.home,
    away: game.away,
    designation: { A: 'home', B: 'away' },
    state: scoreState(game, state, isOver),
  });
}

function scoreState(game: Game, state: ContestState, isOver: boolean): Record<string, unknown> {
  const { home, away, period, elapsedSeconds, sets, setsWon } = state;
  const base = { preMatch: false, matchCompleted: isOver };
  switch (game.league.model.kind) {
    case 'soccer':
      return {
        ...base,
        matchPeriod: ['soccer', period === 1 ? '1H' : '2H'],
        elapsedTimeSeconds: Math.min(elapsedSeconds, 5700),
        goalsA: home,
        goalsB: away,
      };
    case 'baseball':
      return {
        ...base,
        out: elapsedSeconds % 3,
        strike: elapsedSeconds % 3,
        ball: elapsedSeconds % 4,
        inning: period,
        topOfInning: elapsedSeconds % 1100 < 550,
        base1: elapsedSeconds % 5 === 0,
        base2: elapsedSeconds % 7 === 0,
        base3: elapsedSeconds % 11 === 0,
        runs: { A: home, B: away },
      };
    case 'tennis':
    case 'esports':
      return { ...base, setsA: setsWon[0], setsB: setsWon[1], sets: sets.map(([a, b]) => ({ A: a, B: b })) };
    default:
      return { ...base, period, elapsedTimeSeconds: elapsedSeconds, scoreA: home, scoreB: away };
  }
}
