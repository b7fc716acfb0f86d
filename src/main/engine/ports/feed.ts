import type { BoardMessage } from '#domain/board/messages.ts';

/** What to subscribe to. A key that is left out means all; an empty list is never sent. */
export interface FeedFilters {
  readonly sports?: readonly string[];
  readonly sportsbooks?: readonly string[];
  readonly games?: readonly string[];
  readonly markets?: readonly string[];
}

/** What every socket of the provider says besides its data. */
export type ControlMessage =
  | { readonly kind: 'acknowledged'; readonly plan: string | null }
  | { readonly kind: 'subscribed' }
  | { readonly kind: 'ping' }
  | { readonly kind: 'error'; readonly text: string };

/** What a frame of the odds socket says, decoded. */
export type OddsMessage = { readonly kind: 'board'; readonly message: BoardMessage };

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
] as const;

/** Why a part of a message was not understood while the rest of it was. */
export const PART_REFUSALS = ['outcome-not-an-object', 'odds-unreadable'] as const;

export type FrameRefusal = (typeof FRAME_REFUSALS)[number] | (typeof PART_REFUSALS)[number];

/** Why a connection ended. `detail` is a sentence for people and never holds the key. */
export interface FeedEnd {
  readonly reason: 'closed' | 'unreachable' | 'key-refused' | 'too-many' | 'no-acknowledgement';
  readonly detail: string;
}

/** Hears one connection. `ended` is the last call, and comes exactly once. */
export interface FeedListener<Data> {
  /** A frame arrived, whatever is in it. Unit: bytes. */
  frame(bytes: number): void;
  message(message: Data | ControlMessage): void;
  refused(reason: FrameRefusal): void;
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
