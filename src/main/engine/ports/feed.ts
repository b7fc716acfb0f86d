import type { FeedFilters } from '#contract/filters.ts';
import type { BoardMessage } from '#domain/board/messages.ts';
import type { StatedState } from '#domain/play/game-state.ts';
import type { StatedPlays } from '#domain/play/play.ts';

/** What every socket of the provider says besides its data. */
export type ControlMessage =
  | { readonly kind: 'acknowledged'; readonly plan: string | null }
  | { readonly kind: 'subscribed' }
  | { readonly kind: 'ping' }
  /** `game`: the label of the game that it is about, where the frame has it in a field of its own. */
  | { readonly kind: 'error'; readonly text: string; readonly game?: string };

/** What a frame of the odds socket says, decoded. */
export type OddsMessage = { readonly kind: 'board'; readonly message: BoardMessage };

/** What a frame of the play-by-play socket says, decoded. */
export type PlaysMessage =
  /** The provider follows this game for us. */
  | { readonly kind: 'accepted'; readonly game: string }
  /** Plays, and how the game stands after them. */
  | { readonly kind: 'plays'; readonly stated: StatedPlays; readonly state: StatedState }
  | { readonly kind: 'state'; readonly state: StatedState };

/** What a frame of the live-score socket says, decoded. */
export type ScoresMessage =
  | { readonly kind: 'accepted'; readonly game: string }
  | { readonly kind: 'state'; readonly state: StatedState };

/** Why a whole message was not understood. Counted by reason, never thrown. */
export const FRAME_REFUSALS = [
  'not-json',
  'not-an-object',
  'no-action',
  'unknown-action',
  'no-data',
  'no-sportsbook',
  'no-sport',
  'no-game',
  'no-outcomes',
  'too-many-sportsbooks',
  'too-many-sports',
  'too-many-games',
] as const;

/** Why a part of a message was not understood while the rest of it was. */
export const PART_REFUSALS = [
  'outcome-not-an-object',
  'odds-unreadable',
  'outcome-field-unreadable',
  'outcomes-a-list',
  'start-unreadable',
  'number-is-nan',
  'no-play-info',
  'play-not-an-object',
  'play-says-nothing',
  'unknown-play-type',
  'too-many-selections',
] as const;

export type FrameRefusal = (typeof FRAME_REFUSALS)[number] | (typeof PART_REFUSALS)[number];

/** Why a connection ended. `detail` is a sentence for people and never holds the key. */
export interface FeedEnd {
  readonly reason: 'closed' | 'unreachable' | 'key-refused' | 'too-many' | 'no-acknowledgement';
  readonly detail: string;
  /** The HTTP status that came instead of an open socket. */
  readonly status?: number;
}

/** Hears one connection. `ended` is the last call, and comes exactly once. */
export interface FeedListener<Data> {
  /** A frame arrived, whatever is in it. Unit: bytes. */
  frame(bytes: number): void;
  /** A large frame is still being worked off; what follows it is not heard meanwhile, so that silence means nothing. */
  working?(): void;
  message(message: Data | ControlMessage): void;
  /** `sample` makes a redacted, shortened copy of the frame; calling it costs. */
  refused(reason: FrameRefusal, sample?: () => string): void;
  ended(end: FeedEnd): void;
}

/** An open (or opening) connection. */
export interface FeedConnection {
  subscribe(filters: FeedFilters): void;
  /** Ends it now; `ended` follows. */
  close(): void;
}

/** Opens connections to one of the provider's sockets. */
export interface Feed<Data> {
  connect(listener: FeedListener<Data>): FeedConnection;
}
