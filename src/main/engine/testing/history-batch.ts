import { type HistoryBatch, TEXT_END } from '../ports/history.ts';

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
    texts: new Uint8Array(0),
  },
  gamesGone: [],
};

/** Texts as `SelectionDefinitions` has them. */
export function definedTexts(texts: readonly string[]): Uint8Array {
  return new TextEncoder().encode(texts.map((text) => `${text}${TEXT_END}`).join(''));
}
