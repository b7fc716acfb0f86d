import type { ParlayLeg, ParlayOffer, ProviderGame } from '#domain/catalogue/catalogue.ts';
import { parseStartTime } from '#domain/catalogue/start-time.ts';
import { parseAmerican } from '#domain/odds/american.ts';
import type { ProviderInfo, ProviderMarkets } from '../../ports/rest.ts';
import { isObject, optionalText, textOf, type WireObject } from '../wire-values.ts';

/** Reads `get_info`; `undefined` when it is nothing like it. */
export function decodeInfo(body: unknown): ProviderInfo | undefined {
  if (!isObject(body)) return undefined;
  const sports = namesOf(body['sports']);
  const sportsbooks = namesOf(body['sportsbooks']);
  return sports.length + sportsbooks.length === 0 ? undefined : { sports, sportsbooks };
}

/** Reads `get_games`: an object keyed by label, or a list. */
export function decodeGames(body: unknown): ProviderGame[] | undefined {
  if (Array.isArray(body)) {
    return body.flatMap((entry) => {
      const label = typeof entry === 'string' ? entry : isObject(entry) ? textOf(entry['game']) : null;
      return label === null ? [] : [gameOf(label, isObject(entry) ? entry : {})];
    });
  }
  if (!isObject(body)) return undefined;
  return Object.entries(body).map(([label, entry]) => gameOf(label, isObject(entry) ? entry : {}));
}

/** Reads `get_markets`: by sportsbook and sport; a list of markets for all sports is taken as such. */
export function decodeMarkets(body: unknown): ProviderMarkets | undefined {
  if (!isObject(body)) return undefined;
  const books = Object.entries(body).flatMap(
    ([sportsbook, bySport]): [string, Record<string, string[]>][] => {
      if (Array.isArray(bySport)) return [[sportsbook, fromEntries([['', namesOf(bySport)]])]];
      if (!isObject(bySport)) return [];
      return [
        [
          sportsbook,
          fromEntries(Object.entries(bySport).map(([sport, markets]) => [sport, namesOf(markets)])),
        ],
      ];
    },
  );
  return fromEntries(books);
}

/** Reads `get_parlays`: a list, or an object of parlays. */
export function decodeParlays(body: unknown): ParlayOffer[] | undefined {
  const offers = Array.isArray(body) ? body : isObject(body) ? Object.values(body) : undefined;
  return offers?.filter(isObject).map((offer) => {
    const price = parseAmerican(offer['odds']);
    return {
      american: price.ok ? price.american : null,
      totalBets: typeof offer['total_bets'] === 'number' ? offer['total_bets'] : null,
      type: textOf(offer['type']) ?? '',
      legs: legsOf(offer['legs']),
    };
  });
}

/** Reads a list of labels, bare, as objects with `game`, or as keys of an object. */
export function decodeLabels(body: unknown): string[] | undefined {
  return decodeGames(isObject(body) && Array.isArray(body['games']) ? body['games'] : body)?.map(
    ({ label }) => label,
  );
}

/** The provider's words in an error body: JSON with `message` or `error`, or text. Empty when there are none. */
export function errorWords(body: unknown): string {
  if (typeof body === 'string') return body.trim().slice(0, 300);
  return isObject(body) ? (textOf(body['message']) ?? textOf(body['error']) ?? '') : '';
}

/** Whether a body that came with HTTP 200 is an error all the same. */
export function isErrorBody(body: unknown): boolean {
  return (
    isObject(body) && Object.keys(body).length <= 3 && typeof (body['error'] ?? body['message']) === 'string'
  );
}

function gameOf(label: string, entry: WireObject): ProviderGame {
  return {
    label: textOf(entry['game']) ?? label,
    sport: textOf(entry['sport']),
    startsAtMs: parseStartTime(entry['when']),
    universalId:
      textOf(entry['universal_id']) ??
      (typeof entry['id'] === 'string' && /^[0-9a-f]{12}$/.test(entry['id']) ? entry['id'] : null),
  };
}

function legsOf(legs: unknown): ParlayLeg[] {
  const entries = Array.isArray(legs)
    ? legs.map((leg): [string, unknown] => ['', leg])
    : isObject(legs)
      ? Object.entries(legs)
      : [];
  return entries.flatMap(([key, leg]) => {
    if (!isObject(leg)) return [];
    const line = leg['outcome_line'];
    return [
      {
        outcome: key || (textOf(leg['outcome']) ?? textOf(leg['outcome_name']) ?? ''),
        game: textOf(leg['game']),
        sport: textOf(leg['sport']),
        universalId: textOf(leg['universal_id']),
        name: textOf(leg['outcome_name']),
        line: typeof line === 'number' ? line : (optionalText(line) ?? null),
        overUnder: textOf(leg['outcome_over_under']),
        target: textOf(leg['outcome_target']),
      },
    ];
  });
}

/** Names in a list, or the keys of an object; each once, in their order. */
function namesOf(value: unknown): string[] {
  const names = Array.isArray(value) ? value : isObject(value) ? Object.keys(value) : [];
  return [...new Set(names.filter((name): name is string => typeof name === 'string' && name !== ''))];
}

/** Like Object.fromEntries, but `__proto__` is a key like any other. */
function fromEntries<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  const record: Record<string, T> = Object.create(null);
  for (const [key, value] of entries) record[key] = value;
  return record;
}
