import type { HistoryBatch } from '../ports/history.ts';

/** A batch that defines nothing, to be given changes. */
export const NOTHING_DEFINED: Omit<HistoryBatch, 'changes'> = {
  games: [],
  sportsbooksFrom: 0,
  sportsbooks: [],
  selections: {
    count: 0,
    from: new Int32Array(0),
    selection: new Int32Array(0),
    game: new Int32Array(0),
    sportsbook: new Int32Array(0),
    texts: '',
  },
  gamesGone: [],
};
