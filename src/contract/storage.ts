/**
 * How the history on disk is. `ok`: every price is kept. `paused`: it can't be written now; the feed goes on, and it is
 * tried again. `locked`: another program writes it. `read-only`: a newer Linewatch made it. `recovered`: it was damaged,
 * a new one has begun, and the old file is kept. `off`: nothing is kept.
 */
export type StorageCondition = 'ok' | 'paused' | 'locked' | 'read-only' | 'recovered' | 'off';

/** State of the history. `detail`: a sentence for people, empty while all is well. */
export interface StorageState {
  readonly condition: StorageCondition;
  readonly detail: string;
  readonly sinceMs: number;
  /** Changes written since the start. */
  readonly written: number;
  /** Changes that wait to be written. */
  readonly waiting: number;
  /** Changes that were not kept, because the disk was full or too slow for too long. */
  readonly leftOut: number;
  /** Size of the history on disk. Unit: bytes. */
  readonly bytes: number;
}
