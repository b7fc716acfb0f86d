import type { StatedState } from '#domain/play/game-state.ts';
import type { Score, StatedPlay } from '#domain/play/play.ts';
import { isKnownPlay } from '#domain/play/words/play-words.ts';
import type { PlaysMessage } from '../../ports/feed.ts';
import { isObject, textOf, type WireObject } from '../wire-values.ts';
import { decodeFrame } from './decode-frame.ts';
import { isPlay, playOf, type Standing, standingOf } from './play-info.ts';
import { lineOf, periodOf, phaseOf, scoreOf, type Teams, teamsOf } from './play-values.ts';
import type { Decoded } from './socket/provider-socket.ts';

type PlaysDecoded = Decoded<PlaysMessage>;

/** Plays in one frame beyond this are left out, the first ones first: no game has as many. */
const MAX_PLAYS_PER_FRAME = 2_000;

/**
 * Decodes one frame of the play-by-play socket, as text. Whatever can't be understood is refused by reason and the
 * rest goes on; nothing is thrown. Complaints, with an action or without, come out as `error`. Source: what is known of
 * the feed; every field may be missing.
 */
export function decodePlaysFrame(text: string, out: PlaysDecoded): void {
  decodeFrame(text, out, decodeData);
}

function decodeData(frame: WireObject, out: PlaysDecoded): void {
  const { action } = frame;
  if (action === undefined) return out.refused('no-action');
  if (action !== 'connected' && action !== 'new_play' && action !== 'match_state' && action !== 'stats')
    return out.refused('unknown-action');
  const game = gameOf(frame);
  if (game === null) return out.refused('no-game');
  if (action === 'connected') out.message({ kind: 'accepted', game });
  const state = envelopeState(frame, game);
  if (action !== 'new_play') return out.message({ kind: 'state', state });
  decodePlay(frame['play_info'], state, out);
}

/** The label of the game that a frame is about. */
export function gameOf(frame: WireObject): string | null {
  return textOf(frame['event']) ?? textOf(frame['game']);
}

/** How the game stands by the top of a frame. */
export function envelopeState(frame: WireObject, game: string): StatedState {
  const { score, state } = frame;
  const stated = isObject(state) ? state : {};
  const word = isObject(state) ? (state['status'] ?? state['name']) : state;
  return {
    game,
    universalId: textOf(frame['universal_id']) ?? textOf(frame['universal_game_id']),
    league: lineOf(frame['league']) ?? lineOf(frame['sport']),
    ...teamsOf(frame),
    score: isObject(score) ? scoreOf(score['home'], score['away']) : null,
    period: lineOf(frame['period']) ?? lineOf(stated['period']) ?? periodOf(word),
    clock: lineOf(frame['clock']) ?? lineOf(stated['clock']),
    phase: phaseOf(word),
    detail: null,
  };
}

function decodePlay(info: unknown, state: StatedState, out: PlaysDecoded): void {
  if (Array.isArray(info)) return sendPlays(playsOf(info, state, out), state.score, state, out);
  if (!isObject(info)) {
    out.refused('no-play-info');
    return out.message({ kind: 'state', state });
  }
  if (isPlay(info)) return sendPlays(playsOf([info], state, out), state.score, state, out);
  const standing = standingOf(info, state);
  if (standing === null) {
    out.refused('play-says-nothing');
    return out.message({ kind: 'state', state });
  }
  // the clock of a fight runs on between plays, so its standing counts even where it is no new play
  out.message({ kind: 'state', state: withStanding(state, standing) });
  sendPlays([standing.play], state.score ?? standing.score, withStanding(state, standing), out);
}

function playsOf(info: readonly unknown[], teams: Teams, out: PlaysDecoded): StatedPlay[] {
  const plays: StatedPlay[] = [];
  for (const each of info.slice(-MAX_PLAYS_PER_FRAME)) {
    const play = isObject(each) ? playOf(each, teams) : null;
    if (play !== null) {
      plays.push(play);
      if (isObject(each) && isPlay(each) && !isKnownPlay(play.type)) out.refused('unknown-play-type');
    } else out.refused(isObject(each) ? 'play-says-nothing' : 'play-not-an-object');
  }
  return plays;
}

function sendPlays(
  plays: readonly StatedPlay[],
  score: Score | null,
  state: StatedState,
  out: PlaysDecoded,
): void {
  if (plays.length === 0) return out.message({ kind: 'state', state });
  const { game, universalId, league } = state;
  out.message({ kind: 'plays', stated: { game, universalId, league, score, plays }, state });
}

function withStanding(state: StatedState, standing: Standing): StatedState {
  return {
    ...state,
    score: state.score ?? standing.score,
    period: standing.period ?? state.period,
    clock: standing.clock ?? state.clock,
    phase: standing.phase ?? state.phase,
  };
}
