import type { BoardMessage, GameAtBook, Outcome } from '#domain/board/messages.ts';
import { parseStartTime } from '#domain/catalogue/start-time.ts';
import { NOT_OFFERED, parseAmerican } from '#domain/odds/american.ts';
import type { OddsMessage } from '../../ports/feed.ts';
import { isObject, optionalText, textOf, type WireObject } from '../wire-values.ts';
import { decodeFrame } from './decode-frame.ts';
import type { Decoded } from './socket/provider-socket.ts';

type OddsDecoded = Decoded<OddsMessage>;

/** Names of sportsbooks and leagues are kept for good, so a longer one is taken for a fault. */
const LONGEST_NAME_CHARS = 200;

/**
 * Decodes one frame of the odds socket: a JSON object or an array of them, as text. Whatever can't be understood
 * is refused by reason and the rest goes on; nothing is thrown. Source: the provider's guide and, where it is
 * silent, what is known of the feed (both readings are accepted).
 */
export function decodeOddsFrame(text: string, out: OddsDecoded): void {
  decodeFrame(text, out, decodeData);
}

/** What a message of prices does to a game at a sportsbook, and where it comes from. */
export type Meaning = Pick<BoardMessage & { kind: 'prices' }, 'mode' | 'origin'>;

const MEANINGS: ReadonlyMap<unknown, Meaning> = new Map<unknown, Meaning>([
  ['line_update', { mode: 'merge', origin: 'update' }],
  ['game_update', { mode: 'replace', origin: 'update' }],
  ['game_added', { mode: 'replace', origin: 'update' }],
  ['initial_state', { mode: 'replace', origin: 'snapshot' }],
]);

/** What an action means that is one of prices. */
export function meaningOf(action: unknown): Meaning | undefined {
  return MEANINGS.get(action);
}

function decodeData(frame: WireObject, out: OddsDecoded): void {
  const means = meaningOf(frame['action']);
  if (means !== undefined) return decodePrices(frame['data'], means, out);
  switch (frame['action']) {
    case 'game_removed':
    case 'book_clear':
    case 'sport_clear':
      return decodeRemoval(frame['action'], frame['data'], out);
    case undefined:
      return out.refused('no-action');
    default:
      return out.refused('unknown-action');
  }
}

function decodePrices(data: unknown, { mode, origin }: Meaning, out: OddsDecoded): void {
  if (!isObject(data)) return out.refused('no-data');
  const at = readGameAtBook(data);
  if (typeof at === 'string') return out.refused(at);
  const stated = isEmptyList(data['outcomes']) && mode === 'replace' ? {} : data['outcomes'];
  if (!isObject(stated)) return out.refused('no-outcomes');
  if (stated !== data['outcomes']) out.refused('outcomes-a-list');
  if (isStartUnreadable(data, at)) out.refused('start-unreadable');
  const outcomes: Outcome[] = [];
  for (const [key, value] of Object.entries(stated)) {
    if (isObject(value)) outcomes.push(decodeOutcome(key, value, out));
    else out.refused('outcome-not-an-object');
  }
  out.message({ kind: 'board', message: { kind: 'prices', mode, origin, at, outcomes } });
}

/** The game at a sportsbook that some data is of, or why it can't be told. */
export function readGameAtBook(data: WireObject): GameAtBook | 'no-sportsbook' | 'no-sport' | 'no-game' {
  const sportsbook = nameOf(data['sportsbook']);
  if (sportsbook === null) return 'no-sportsbook';
  const sport = textOf(data['sport']) === null ? '' : nameOf(data['sport']);
  if (sport === null) return 'no-sport';
  const info = infoOf(data);
  const game = textOf(data['game']) ?? textOf(info['game']);
  if (game === null) return 'no-game';
  return {
    sportsbook,
    sport,
    game,
    home: textOf(data['home_team']) ?? '',
    away: textOf(data['away_team']) ?? '',
    startsAtMs: parseStartTime(info['when']),
    universalId: textOf(info['universal_id']) ?? textOf(data['universal_game_id']),
  };
}

/** Whether the data says when the game starts in a way that is not understood. */
export function isStartUnreadable(data: WireObject, { startsAtMs }: GameAtBook): boolean {
  return startsAtMs === null && Boolean(infoOf(data)['when']);
}

function infoOf(data: WireObject): WireObject {
  return isObject(data['info']) ? data['info'] : {};
}

const TEXT_FIELDS = ['outcome_name', 'outcome_line', 'outcome_over_under', 'outcome_target', 'link'] as const;

/** Whether a field that is a text holds a list or an object, which says something that is not understood. */
function isOtherType(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** An unreadable price counts as not offered: better no price than one that may have moved. */
function decodeOutcome(key: string, outcome: WireObject, out: OddsDecoded): Outcome {
  const price = parseAmerican(outcome['odds']);
  if (!price.ok) out.refused('odds-unreadable');
  if (TEXT_FIELDS.some((field) => isOtherType(outcome[field]))) out.refused('outcome-field-unreadable');
  return {
    key,
    american: price.ok ? (price.american ?? NOT_OFFERED) : NOT_OFFERED,
    name: optionalText(outcome['outcome_name']),
    line:
      typeof outcome['outcome_line'] === 'number'
        ? outcome['outcome_line']
        : optionalText(outcome['outcome_line']),
    overUnder: optionalText(outcome['outcome_over_under']),
    target: optionalText(outcome['outcome_target']),
    link: optionalText(outcome['link']),
  };
}

/** Some writers of JSON know no empty object: a list with nothing in it offers nothing. */
function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function nameOf(value: unknown): string | null {
  const name = textOf(value);
  return name === null || name.length > LONGEST_NAME_CHARS ? null : name;
}

function decodeRemoval(
  action: 'game_removed' | 'book_clear' | 'sport_clear',
  data: unknown,
  out: OddsDecoded,
): void {
  if (!isObject(data)) return out.refused('no-data');
  const sportsbook = textOf(data['sportsbook']);
  if (sportsbook === null) return out.refused('no-sportsbook');
  if (action === 'book_clear')
    return out.message({ kind: 'board', message: { kind: 'book-cleared', sportsbook } });
  if (action === 'sport_clear') {
    const sport = textOf(data['sport']);
    if (sport === null) return out.refused('no-sport');
    return out.message({ kind: 'board', message: { kind: 'sport-cleared', sportsbook, sport } });
  }
  const game = textOf(data['game']) ?? (isObject(data['info']) ? textOf(data['info']['game']) : null);
  if (game === null) return out.refused('no-game');
  out.message({ kind: 'board', message: { kind: 'game-removed', sportsbook, game } });
}
