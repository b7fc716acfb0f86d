import type { SeriesSummary } from '#domain/history/series-summary.ts';
import type { PricePoint } from '#domain/history/thin.ts';

/** Which prices of a match: one outcome at one sportsbook, or one bet at all of them. */
export type SeriesOf =
  | { readonly kind: 'outcome'; readonly sportsbook: string; readonly outcome: string }
  /** `market` and `side` as `domain/identity` makes them. */
  | { readonly kind: 'bet'; readonly market: string; readonly side: string };

/** A label of a match, and whether it names the teams the other way round. */
export interface RecordedLabel {
  readonly label: string;
  readonly isFlipped: boolean;
}

/** A match that a history knows. */
export interface RecordedGame {
  /** The provider's label of it that was recorded first. */
  readonly label: string;
  /** All its labels, that one first. */
  readonly labels: readonly RecordedLabel[];
  readonly sport: string;
  readonly home: string;
  readonly away: string;
  /** Unix ms; `null` where the provider did not say. */
  readonly startsAtMs: number | null;
}

/** Asks what one of the main markets of some games opened at. */
export interface OpenersQuery {
  /** As in `ScreenQuery`. */
  readonly market: string;
  /** The provider's labels, with how many sides the bet has: with a draw it is another one than without. */
  readonly games: readonly { readonly label: string; readonly sides: number }[];
}

/** Asks for the history of prices of a match. */
export interface SeriesQuery {
  /** The labels of the match, the first of them as the match has its sides. */
  readonly games: readonly RecordedLabel[];
  readonly of: SeriesOf;
  /** Unix ms, both ends included. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Columns of pixels that the chart has: at most 4 points each come back. */
  readonly columns: number;
}

/** The history of prices at one sportsbook. `points`: thinned; `summary`: of all points in the range. */
export interface PriceSeries {
  readonly sportsbook: string;
  readonly points: readonly PricePoint[];
  readonly summary: SeriesSummary;
}
