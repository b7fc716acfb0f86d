import { ordinal } from '#domain/identity/names/ordinal.ts';
import type { GamePhase, StatedState } from '#domain/play/game-state.ts';
import { formatGameClock, formatScore, type Score } from '#domain/play/play.ts';
import type { ScoresMessage } from '../../ports/feed.ts';
import { isObject, type WireObject } from '../wire-values.ts';
import { decodeFrame } from './decode-frame.ts';
import { envelopeState, gameOf } from './decode-plays.ts';
import { countOf, lineOf, numberOf, scoreOf, sideOf, type Teams } from './play-values.ts';
import type { Decoded } from './socket/provider-socket.ts';

type ScoresDecoded = Decoded<ScoresMessage>;

/**
 * Decodes one frame of the live-score socket, as text: `match_update`, and for esports the envelope of the
 * play-by-play frames, which come here too. Whatever can't be understood is refused by reason; nothing is thrown.
 */
export function decodeScoresFrame(text: string, out: ScoresDecoded): void {
  decodeFrame(text, out, decodeData);
}

function decodeData(frame: WireObject, out: ScoresDecoded): void {
  const { action } = frame;
  const isUpdate = action === 'match_update';
  if (action === undefined) return out.refused('no-action');
  if (!isUpdate && action !== 'connected' && action !== 'new_play' && action !== 'match_state')
    return out.refused('unknown-action');
  const game = gameOf(frame);
  if (game === null) return out.refused('no-game');
  if (action === 'connected') return out.message({ kind: 'accepted', game });
  const state = envelopeState(frame, game);
  if (!isUpdate) return out.message({ kind: 'state', state });
  if (!isObject(frame['state'])) return out.refused('no-data');
  out.message({
    kind: 'state',
    state: { ...state, ...readState(frame['state'], isSwapped(frame['designation'], state)) },
  });
}

/** Whether A is the away team. Without a word about it A is at home. */
function isSwapped(designation: unknown, teams: Teams): boolean {
  if (!isObject(designation)) return false;
  return sideOf(designation['A'], teams) === 'away' || sideOf(designation['B'], teams) === 'home';
}

type Standing = Pick<StatedState, 'score' | 'period' | 'clock' | 'phase' | 'detail'>;

function readState(state: WireObject, swapped: boolean): Standing {
  const pair = (a: unknown, b: unknown): Score | null => (swapped ? scoreOf(b, a) : scoreOf(a, b));
  const runs = isObject(state['runs']) ? state['runs'] : {};
  const inning = countOf(state['inning']);
  const elapsedSeconds = numberOf(state['elapsedTimeSeconds']);
  return {
    score:
      pair(state['goalsA'], state['goalsB']) ??
      pair(runs['A'], runs['B']) ??
      pair(state['totalRunsForTeamA'], state['totalRunsForTeamB']) ??
      pair(state['scoreA'], state['scoreB']) ??
      pair(state['setsA'], state['setsB']),
    period:
      inning === null ? (periodOf(state) ?? setOf(state['sets'])) : inningOf(inning, state['topOfInning']),
    clock: elapsedSeconds === null ? null : formatGameClock(elapsedSeconds),
    phase: phaseIn(state),
    detail: inning === null ? cardsOf(pair(state['redCardsA'], state['redCardsB'])) : diamondOf(state),
  };
}

function phaseIn(state: WireObject): GamePhase | null {
  if (state['matchCompleted'] === true) return 'ended';
  if (state['preMatch'] === true) return 'scheduled';
  return state['matchCompleted'] === false || state['preMatch'] === false ? 'live' : null;
}

const PERIODS: ReadonlyMap<string, string> = new Map([
  ['1H', '1st half'],
  ['2H', '2nd half'],
  ['HT', 'Half-time'],
  ['FT', 'Full time'],
  ['ET', 'Extra time'],
  ['ET1', 'Extra time, 1st half'],
  ['ET2', 'Extra time, 2nd half'],
  ['PEN', 'Penalties'],
]);

/** `matchPeriod` is `[sport, period]`; elsewhere `period` is a number or a word. */
function periodOf(state: WireObject): string | null {
  const { matchPeriod, period } = state;
  const stated = Array.isArray(matchPeriod) ? matchPeriod.at(-1) : (matchPeriod ?? period);
  if (typeof stated === 'number') return `Period ${stated}`;
  const word = lineOf(stated);
  return word === null ? null : (PERIODS.get(word.toUpperCase()) ?? word);
}

/** A match of sets or maps is in the last of those that are stated. */
function setOf(sets: unknown): string | null {
  return Array.isArray(sets) && sets.length > 0 ? `Period ${sets.length}` : null;
}

function inningOf(inning: number, isTop: unknown): string {
  const number = ordinal(inning);
  return typeof isTop === 'boolean' ? `${isTop ? 'Top' : 'Bottom'} ${number}` : `${number} inning`;
}

/** Outs, count (balls first) and who is on base, e.g. `2 out, 1–2, on 1st and 3rd`. */
function diamondOf(state: WireObject): string | null {
  const out = countOf(state['out']);
  const [ball, strike] = [countOf(state['ball']), countOf(state['strike'])];
  const bases = [1, 2, 3].filter((base) => state[`base${base}`] === true).map(ordinal);
  const parts = [
    out === null ? null : `${out} out`,
    ball === null || strike === null ? null : formatScore({ home: ball, away: strike }),
    bases.length === 0 ? basesEmpty(state) : `on ${listed(bases)}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

function basesEmpty(state: WireObject): string | null {
  return [1, 2, 3].every((base) => state[`base${base}`] === false) ? 'bases empty' : null;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function cardsOf(redCards: Score | null): string | null {
  if (redCards === null) return null;
  const { home, away } = redCards;
  // scores stand away first on the screens: sides by name can't be taken for the wrong ones
  return home + away === 0 ? '' : `red cards: away ${away}, home ${home}`;
}
