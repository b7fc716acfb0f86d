import type { WorldMessage } from '../../world/messages.ts';

/** A feed's side of one socket. */
export interface Session {
  /** The client sent something. */
  receive(text: string): void;
  /** The world moved. All messages of one step, in order. */
  deliver(messages: readonly WorldMessage[]): void;
  /** The socket is gone. */
  end(): void;
}

/** What a session needs beside its outlet. Milliseconds are monotonic. */
export interface SessionClock {
  nowMs(): number;
  /** Calls back once, later; returns the undo. */
  later(delayMs: number, call: () => void): () => void;
}
