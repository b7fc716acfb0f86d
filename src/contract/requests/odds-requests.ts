import type { LeagueEntry, ScreenBatch, ScreenQuery } from '../odds-screen.ts';

/** What a window may ask of the main process about the odds screen. */
export interface OddsRequests {
  'leagues.read': { input: null; output: readonly LeagueEntry[]; error: 'engine-stopped' };
  /** Starts a new generation for this window and answers with its full batch (number 0). */
  'screen.open': { input: ScreenQuery; output: ScreenBatch; error: 'engine-stopped' };
  /** Says that batch `number` of `generation` is on screen: releases the next one. */
  'screen.painted': { input: { generation: number; number: number }; output: null; error: never };
  'screen.close': { input: null; output: null; error: never };
}

/** What the main process sends unasked about the odds screen. */
export interface OddsStreams {
  'screen.batch': ScreenBatch;
}

/** Every name, for the allow-list; a missing or extra one does not compile. */
export const ODDS_REQUESTS = {
  'leagues.read': true,
  'screen.open': true,
  'screen.painted': true,
  'screen.close': true,
} satisfies Record<keyof OddsRequests, true>;
export const ODDS_STREAMS = {
  'screen.batch': true,
} satisfies Record<keyof OddsStreams, true>;
