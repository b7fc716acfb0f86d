import { BARE_PLAY, formatScore, type Score, type StatedPlay } from '#domain/play/play.ts';
import { isObject, type WireObject } from '../wire-values.ts';
import { countOf, lineOf, nameOf, numberOf, phaseOf, scoreOf, sideOf, type Teams } from './play-values.ts';

/** A fight or a match of maps, which the feed states as a whole standing. */
export interface Standing {
  readonly play: StatedPlay;
  readonly score: Score | null;
  readonly period: string | null;
  readonly clock: string | null;
  readonly phase: ReturnType<typeof phaseOf>;
}

/** Where a play may have its id; the first that is stated counts. */
const ID_FIELDS = ['id', '_id', 'play_id', 'event_id'] as const;
/** Whose play it is; the first that is stated counts. */
const PLAYER_FIELDS = ['scorer', 'player', 'fouling'] as const;

/** One entry of a ball sport's `play_info`; `null` when it says nothing at all. */
export function playOf(info: WireObject, teams: Teams): StatedPlay | null {
  const name = lineOf(info['name']);
  const description = lineOf(info['description']);
  const type = lineOf(info['type']) ?? name;
  if (type === null && description === null) return null;
  const side = sideOf(info['team'], teams);
  return {
    type: type ?? 'play',
    id: firstOf(info, ID_FIELDS, lineOf),
    side,
    team: side === null ? nameOf(info['team']) : (teams[side] ?? null),
    player: firstOf(info, PLAYER_FIELDS, nameOf),
    points: numberOf(info['points']),
    seconds: numberOf(info['seconds']),
    period: lineOf(info['period']) ?? lineOf(info['quarter']),
    clock: lineOf(info['clock']),
    name,
    description,
  };
}

/** Whether a `play_info` object is one play and not a standing. */
export function isPlay(info: WireObject): boolean {
  return lineOf(info['type']) !== null;
}

/** A `play_info` object as a standing: a match of maps, else a fight; `null` when it is neither. */
export function standingOf(info: WireObject, teams: Teams): Standing | null {
  if (info['currentMap'] !== undefined || info['maps'] !== undefined || info['teams'] !== undefined)
    return mapsStanding(info, teams);
  return fightStanding(info);
}

/** Of a fight the status, round and result make a play; its clock runs on between them. */
function fightStanding(info: WireObject): Standing | null {
  const status = lineOf(info['status']);
  const round = countOf(info['round']);
  const result = resultOf(info['result']);
  if (status === null && round === null && result === null) return null;
  const period = round === null ? null : `Round ${round}`;
  const clock = lineOf(info['clock']);
  const parts = [period, result === null ? readable(status) : `Result: ${result}`];
  const play: StatedPlay = {
    ...NOTHING,
    type: status ?? 'fight',
    id: JSON.stringify(['fight', status, round, result]),
    period,
    clock,
    description: parts.filter((part) => part !== null).join(', '),
  };
  return { play, score: null, period, clock, phase: result === null ? phaseOf(status) : 'ended' };
}

/** A match of maps: every change of a score, on a map or of maps won, is a play. */
function mapsStanding(info: WireObject, teams: Teams): Standing | null {
  const maps = (Array.isArray(info['maps']) ? info['maps'] : []).filter(isObject).slice(0, 15);
  const sides = isObject(info['teams']) ? info['teams'] : {};
  const won = scoreOf(scoreIn(sides['home']), scoreIn(sides['away']));
  const number = countOf(info['currentMap']);
  const map = maps.find((each) => countOf(each['number']) === number) ?? maps.at(-1);
  const score = map === undefined ? null : scoreOf(scoreIn(map['home']), scoreIn(map['away']));
  if (number === null && won === null && score === null) return null;
  const period = number === null ? null : `Map ${number}`;
  const mapName = map === undefined ? null : (lineOf(map['map']) ?? nameOf(map['name']));
  const where = [period, mapName === null ? null : `(${mapName})`].filter((part) => part !== null).join(' ');
  const scores = maps.map((each) => [scoreIn(each['home']), scoreIn(each['away']), lineOf(each['winner'])]);
  const standing = score === null ? '' : `: ${teams.home ?? ''} ${formatScore(score)} ${teams.away ?? ''}`;
  const wonText = won === null ? '' : ` \u00b7 maps ${formatScore(won)}`;
  const play: StatedPlay = {
    ...NOTHING,
    type: 'map',
    id: JSON.stringify(['maps', number, won, scores, countOf(info['currentRound'])]),
    period,
    description: `${where === '' ? 'Maps' : where}${standing.trimEnd()}${wonText}`,
  };
  return { play, score: won, period, clock: null, phase: null };
}

const NOTHING: StatedPlay = { ...BARE_PLAY, type: '' };

function scoreIn(side: unknown): number | null {
  return countOf(isObject(side) ? side['score'] : side);
}

function resultOf(result: unknown): string | null {
  if (!isObject(result)) return lineOf(result);
  const parts = [nameOf(result['winner']), lineOf(result['method'])].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

function readable(word: string | null): string | null {
  return word?.replaceAll('_', ' ') ?? null;
}

function firstOf(
  info: WireObject,
  fields: readonly string[],
  read: (value: unknown) => string | null,
): string | null {
  for (const field of fields) {
    const value = read(info[field]);
    if (value !== null) return value;
  }
  return null;
}
