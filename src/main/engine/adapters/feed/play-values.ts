import type { GamePhase } from '#domain/play/game-state.ts';
import type { Score, Side } from '#domain/play/play.ts';
import { isObject, type WireObject } from '../wire-values.ts';

/** Longer texts are cut: a play is one line. */
const MAX_TEXT_CHARS = 300;

/** A number, also where the feed writes it as text; `null` for anything else. */
export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** A number that counts something: whole and not negative, else `null`. */
export function countOf(value: unknown): number | null {
  const number = numberOf(value);
  return number !== null && Number.isInteger(number) && number >= 0 ? number : null;
}

/** A line of text for people: trimmed, cut at 300 characters; a number counts as text. `null` when it says nothing. */
export function lineOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return null;
  const line = value.trim();
  if (line === '') return null;
  return line.length > MAX_TEXT_CHARS ? `${line.slice(0, MAX_TEXT_CHARS - 1)}\u2026` : line;
}

/** A name, plain or as `{name}`. */
export function nameOf(value: unknown): string | null {
  return lineOf(isObject(value) ? value['name'] : value);
}

/** A score from two values; `null` unless both are counts. */
export function scoreOf(home: unknown, away: unknown): Score | null {
  const [homeCount, awayCount] = [countOf(home), countOf(away)];
  return homeCount === null || awayCount === null ? null : { home: homeCount, away: awayCount };
}

/** Names of both teams, as far as they are known. */
export interface Teams {
  readonly home: string | null;
  readonly away: string | null;
}

/** Both teams as a frame names them at its top. */
export function teamsOf(frame: WireObject): Teams {
  return { home: nameOf(frame['home']), away: nameOf(frame['away']) };
}

/** Which side is meant: by word (`home`, `AWAY`) or by the team's own name. */
export function sideOf(value: unknown, teams: Teams): Side | null {
  const name = nameOf(value)?.toLowerCase() ?? null;
  if (name === 'home' || name === 'away') return name;
  if (name === null) return null;
  if (name === teams.home?.toLowerCase()) return 'home';
  return name === teams.away?.toLowerCase() ? 'away' : null;
}

/** What the provider's word for a game's state means; `null` for words that say nothing about it. */
export function phaseOf(value: unknown): GamePhase | null {
  const word = lineOf(value)?.toLowerCase() ?? '';
  if (/not.?started|scheduled|upcoming|pre.?(match|game)|walk.?outs?/.test(word)) return 'scheduled';
  if (/(^|[^a-z])ended|finish|final\b|complete|closed|cancel|abandon/.test(word)) return 'ended';
  return /progress|live|start|running|half|quarter|period|inning|overtime|round|set\b|map\b/.test(word)
    ? 'live'
    : null;
}

/** Words for a state that name a period, e.g. `4th quarter`, `Q4`, `2H`, `OT`; `half-time` is one, `in_progress` is none. */
const PERIOD_WORD =
  /half|quarter|period|inning|overtime|round|set\b|map\b|^(q[1-4]|[1-4]q|[12]h|h[12]|[1-3]p|p[1-3]|ht|\d?ot)$/i;

/** The period that the provider's word for a game's state names; `null` where it names none. */
export function periodOf(state: unknown): string | null {
  const word = lineOf(state)?.replaceAll('_', ' ') ?? null;
  return word !== null && PERIOD_WORD.test(word) ? word : null;
}
