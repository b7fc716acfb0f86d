import type { ScreenBatch, ScreenQuery } from '#contract/odds-screen.ts';

export const LEAGUE = 'NCAAB';
/** By this name the page has a function that says among how many rows prices move. */
export const MOVE_GLOBAL = 'moveAmong';

/** How large the market is, and how lively. */
export interface MarketPlan {
  readonly rows: number;
  readonly books: number;
  readonly ratePerSecond: number;
  /** Prices move among so many rows at first, from the first one on. */
  readonly movingRows: number;
}

/** What the page says to the market's thread. */
export type MarketWants =
  | { readonly kind: 'begin'; readonly plan: MarketPlan }
  /** From now on prices move among so many rows. */
  | { readonly kind: 'move'; readonly rows: number }
  | { readonly kind: 'open'; readonly query: ScreenQuery }
  | { readonly kind: 'painted'; readonly generation: number; readonly number: number };

/** What the market's thread says to the page. */
export type MarketSays =
  | { readonly kind: 'ready' }
  | { readonly kind: 'opened'; readonly batch: ScreenBatch }
  | { readonly kind: 'batch'; readonly batch: ScreenBatch };
