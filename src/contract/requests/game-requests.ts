import type { Opener } from '#domain/history/opener.ts';
import type { GameBatch, GameHead, GameQuery, LinesQuery, NamedSelection, SelectionQuery } from '../game.ts';
import type { OpenersQuery, PriceSeries, SeriesQuery } from '../history.ts';

/** What a window may ask of the main process about one game. */
export interface GameRequests {
  /** What is known of a game; `null` when it is not on the board. */
  'game.read': { input: GameQuery; output: GameHead | null; error: 'engine-stopped' };
  /** Starts a new generation of a game's page for this window and answers with its full batch (number 0). */
  'game.open': { input: GameQuery; output: GameBatch; error: 'engine-stopped' };
  /** Says that batch `number` of `generation` is on screen: releases the next one. */
  'game.painted': { input: { generation: number; number: number }; output: null; error: never };
  'game.close': { input: null; output: null; error: never };
  /** All lines of a market of a game, of one game at a time; the protocol of a game's page. */
  'lines.open': { input: LinesQuery; output: GameBatch; error: 'engine-stopped' };
  'lines.painted': { input: { generation: number; number: number }; output: null; error: never };
  'lines.close': { input: null; output: null; error: never };
  /** What a sportsbook calls a bet; `null` when it does not have it now. */
  'game.selection': { input: SelectionQuery; output: NamedSelection | null; error: 'engine-stopped' };
  /** What a market opened at, for each game in the order in which it was asked for; `null` = nothing is kept of it. */
  'history.openers': {
    input: OpenersQuery;
    output: readonly (Opener | null)[];
    error: 'engine-stopped' | 'unreadable';
  };
  /** The history of prices; empty where none is kept. */
  'history.series': {
    input: SeriesQuery;
    output: readonly PriceSeries[];
    error: 'engine-stopped' | 'unreadable';
  };
}

/** What the main process sends unasked about one game. */
export interface GameStreams {
  'game.batch': GameBatch;
  'lines.batch': GameBatch;
}

/** Every name, for the allow-list; a missing or extra one does not compile. */
export const GAME_REQUESTS = {
  'game.read': true,
  'game.open': true,
  'game.painted': true,
  'game.close': true,
  'lines.open': true,
  'lines.painted': true,
  'lines.close': true,
  'game.selection': true,
  'history.openers': true,
  'history.series': true,
} satisfies Record<keyof GameRequests, true>;
export const GAME_STREAMS = {
  'game.batch': true,
  'lines.batch': true,
} satisfies Record<keyof GameStreams, true>;
