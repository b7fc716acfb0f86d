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
  /** Changes that were not kept: the disk was full or too slow for too long, or they could not be written as they are. */
  readonly leftOut: number;
  /** Size of the history on disk. Unit: bytes. */
  readonly bytes: number;
}

/** What would go of the history by other limits, now. Bytes are about; games count when they lose any of their prices. */
export interface RetentionPreview {
  /** What the history holds, what has just come left out. */
  readonly bytes: number;
  readonly changes: number;
  readonly goingBytes: number;
  readonly goingChanges: number;
  readonly goingGames: number;
  /** The newest price that would go, Unix ms; `null` = none would. */
  readonly goingBeforeMs: number | null;
  /** Games that are kept whatever the limits: watched ones, and those with a noted bet. */
  readonly keptGames: number;
}
