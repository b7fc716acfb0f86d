import type { Bridge } from '#contract/bridge.ts';
import type { GameQuery, GameRow, LinesQuery } from '#contract/game.ts';
import type { ScreenBatch, ScreenQuery, ScreenRow } from '#contract/odds-screen.ts';
import type { BatchMark } from './screen-session.ts';

/** How a window asks for one kind of screen of prices, and hears of it. */
export interface ScreenLink<Query, Row> {
  open(
    query: Query,
  ): Promise<
    { readonly ok: true; readonly value: ScreenBatch<Row> } | { readonly ok: false; readonly message: string }
  >;
  painted(mark: BatchMark): void;
  close(): void;
  /** Calls `take` with every batch until the returned function is called. */
  listen(take: (batch: ScreenBatch<Row>) => void): () => void;
}

/** The odds screen: a row is a game. */
export function oddsLink(bridge: Bridge): ScreenLink<ScreenQuery, ScreenRow> {
  return {
    open: (query) => bridge.request('screen.open', query),
    painted: (mark) => void bridge.request('screen.painted', mark),
    close: () => void bridge.request('screen.close', null),
    listen: (take) => bridge.listen('screen.batch', take),
  };
}

/** A game's page: a row is a market. */
export function gameLink(bridge: Bridge): ScreenLink<GameQuery, GameRow> {
  return {
    open: (query) => bridge.request('game.open', query),
    painted: (mark) => void bridge.request('game.painted', mark),
    close: () => void bridge.request('game.close', null),
    listen: (take) => bridge.listen('game.batch', take),
  };
}

/** All lines of a market of a game: a row is a line. */
export function linesLink(bridge: Bridge): ScreenLink<LinesQuery, GameRow> {
  return {
    open: (query) => bridge.request('lines.open', query),
    painted: (mark) => void bridge.request('lines.painted', mark),
    close: () => void bridge.request('lines.close', null),
    listen: (take) => bridge.listen('lines.batch', take),
  };
}
