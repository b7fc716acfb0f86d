import type { GameQuery, LinesQuery, SelectionQuery } from '#contract/game.ts';
import type { OpenersQuery, SeriesOf, SeriesQuery } from '#contract/history.ts';
import type { GameRequests } from '#contract/requests/game-requests.ts';
import type { Parsers } from '../door.ts';
import { fieldsOf, isCount, isText, isTruth, nothing, painted } from './fields.ts';

/** Most labels that one match has. */
const MOST_LABELS = 16;
/** Most games whose openers are asked for at once. */
const MOST_OPENERS = 100;
/** Most columns of pixels that a chart has. */
const MOST_COLUMNS = 8192;

/** Takes apart what a window asks about one game. */
export const GAME_PARSERS: Pick<Parsers, keyof GameRequests> = {
  'game.read': gameOf,
  'game.open': gameOf,
  'game.painted': painted,
  'game.close': nothing,
  'lines.open': linesOf,
  'lines.painted': painted,
  'lines.close': nothing,
  'game.selection': selectionOf,
  'history.openers': openersOf,
  'history.series': seriesOf,
};

/** The parser of a question for the openers of games. */
export function openersOf(input: unknown): OpenersQuery | undefined {
  const { market, games } = fieldsOf(input) ?? {};
  if (!isText(market) || !Array.isArray(games) || games.length > MOST_OPENERS) return undefined;
  const asked = games.flatMap((each) => {
    const { label, sides } = fieldsOf(each) ?? {};
    return isText(label) && isCount(sides) ? [{ label, sides }] : [];
  });
  return asked.length === games.length ? { market, games: asked } : undefined;
}

/** The parser of a question for the history of prices. */
export function seriesOf(input: unknown): SeriesQuery | undefined {
  const fields = fieldsOf(input);
  const games = gamesOf(fields?.['games']);
  const of = bettingOf(fields?.['of']);
  if (fields === undefined || games === undefined || of === undefined) return undefined;
  const { fromMs, toMs, columns } = fields;
  if (!isCount(fromMs) || !isCount(toMs) || !isCount(columns) || columns > MOST_COLUMNS) return undefined;
  return { games, of, fromMs, toMs, columns };
}

/** The parser of what names a game. */
function gameOf(input: unknown): GameQuery | undefined {
  const game = fieldsOf(input)?.['game'];
  return isText(game) ? { game } : undefined;
}

function linesOf(input: unknown): LinesQuery | undefined {
  const { game, market } = fieldsOf(input) ?? {};
  return isText(game) && isText(market) ? { game, market } : undefined;
}

function selectionOf(input: unknown): SelectionQuery | undefined {
  const { game, market, side, sportsbook } = fieldsOf(input) ?? {};
  return isText(game) && isText(market) && isText(side) && isText(sportsbook)
    ? { game, market, side, sportsbook }
    : undefined;
}

/** The labels of a match. */
export function gamesOf(value: unknown): SeriesQuery['games'] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_LABELS) return undefined;
  const games = value.flatMap((each) => {
    const { label, isFlipped } = fieldsOf(each) ?? {};
    return isText(label) && isTruth(isFlipped) ? [{ label, isFlipped }] : [];
  });
  return games.length === value.length ? games : undefined;
}

function bettingOf(value: unknown): SeriesOf | undefined {
  const { kind, market, side, sportsbook, outcome } = fieldsOf(value) ?? {};
  if (kind === 'bet' && isText(market) && isText(side)) return { kind, market, side };
  return kind === 'outcome' && isText(sportsbook) && isText(outcome)
    ? { kind, sportsbook, outcome }
    : undefined;
}
