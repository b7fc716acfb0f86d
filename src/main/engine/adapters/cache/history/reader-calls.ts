import type { HistoryContents } from '#contract/export.ts';
import type { PriceSeries, RecordedGame, SeriesQuery } from '#contract/history.ts';
import type { RetentionPreview } from '#contract/storage.ts';
import type { WatchedCourse } from '#contract/watchlists.ts';
import type { Opener } from '#domain/history/opener.ts';
import type { BetIdentity } from '#domain/identity/selection/selection-identity.ts';
import type { PlayEntry } from '#domain/play/play.ts';
import type { CourseQuery, OpeningsQuery, Retention } from '../../../ports/history.ts';

/** What a history holds, wherever it lies. */
export type StoredContents = Omit<HistoryContents, 'folder' | 'isOwn'>;

/** A market of a game that a history knows. */
export interface KeptMarket {
  readonly bet: BetIdentity;
  /** What the first sportsbook calls it, and whom it names. */
  readonly name: string;
  readonly target: string | null;
  /** Sides that some sportsbook offered. */
  readonly sides: string[];
}

/** What the engine asks of the reader's thread, with the answer's type. */
export interface ReaderCalls {
  contents: { input: null; output: StoredContents };
  courses: { input: CourseQuery; output: WatchedCourse[] };
  games: { input: null; output: RecordedGame[] };
  markets: { input: Pick<SeriesQuery, 'games'>; output: KeptMarket[] };
  openers: { input: OpeningsQuery; output: (Opener | null)[] };
  plays: { input: { game: string }; output: PlayEntry[] };
  retention: { input: Retention; output: RetentionPreview };
  series: { input: SeriesQuery; output: PriceSeries[] };
}

export type ReaderCallName = keyof ReaderCalls;

/** A call on its way to the thread. */
export type ReaderCall = {
  [N in ReaderCallName]: { readonly id: number; readonly name: N; readonly input: ReaderCalls[N]['input'] };
}[ReaderCallName];

/** What comes back. */
export type ReaderNews =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | {
      readonly kind: 'failure';
      readonly id: number;
      readonly message: string;
      readonly isDamage: boolean;
    };
