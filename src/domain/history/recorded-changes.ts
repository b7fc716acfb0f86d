import { grown } from '../board/columns.ts';

/** The price comes from a snapshot: it moved while nobody listened, or is the first that was seen. */
export const FROM_SNAPSHOT = 1;
/** The selection left the board, or goes on with another line; its price is `NOT_OFFERED`. */
export const GONE = 2;

/** One change as the history keeps it. `american`: `NOT_OFFERED` (0) = suspended or gone. `atMs`: Unix ms. */
export interface RecordedChange {
  readonly selection: number;
  readonly atMs: number;
  readonly american: number;
  /** Any of `FROM_SNAPSHOT` and `GONE`. */
  readonly what: number;
}

/** Changes as columns of one length, the first `count` of each in use. */
export interface RecordedChanges {
  readonly count: number;
  readonly selection: Int32Array;
  readonly atMs: Float64Array;
  readonly american: Int32Array;
  readonly what: Uint8Array;
}

/** Changes that are gathered, in the order in which they came. */
export class ChangeColumns implements RecordedChanges {
  count = 0;
  selection = new Int32Array(64);
  atMs = new Float64Array(64);
  american = new Int32Array(64);
  what = new Uint8Array(64);

  add(selection: number, atMs: number, american: number, what: number): void {
    const at = this.count;
    if (at === this.selection.length) {
      const capacity = at * 2;
      this.selection = grown(this.selection, capacity);
      this.atMs = grown(this.atMs, capacity);
      this.american = grown(this.american, capacity);
      this.what = grown(this.what, capacity);
    }
    this.selection[at] = selection;
    this.atMs[at] = atMs;
    this.american[at] = american;
    this.what[at] = what;
    this.count = at + 1;
  }

  append(changes: RecordedChanges): void {
    for (let at = 0; at < changes.count; at += 1)
      this.add(changes.selection[at]!, changes.atMs[at]!, changes.american[at]!, changes.what[at]!);
  }

  /** A view of at most `most` changes from a place on: it is good until the next `add`. */
  part(from: number, most: number): RecordedChanges {
    const to = Math.min(this.count, from + most);
    return {
      count: to - from,
      selection: this.selection.subarray(from, to),
      atMs: this.atMs.subarray(from, to),
      american: this.american.subarray(from, to),
      what: this.what.subarray(from, to),
    };
  }

  clear(): void {
    this.count = 0;
  }

  /** A copy that holds what is in use and nothing more. */
  copy(): RecordedChanges {
    return {
      count: this.count,
      selection: this.selection.slice(0, this.count),
      atMs: this.atMs.slice(0, this.count),
      american: this.american.slice(0, this.count),
      what: this.what.slice(0, this.count),
    };
  }
}
