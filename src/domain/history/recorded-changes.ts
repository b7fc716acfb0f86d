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

const BYTES_A_CHANGE = 17;
const LEAST_CAPACITY = 64;

/** Changes that are gathered, in the order in which they came. Its columns stand in one buffer. */
export class ChangeColumns implements RecordedChanges {
  count = 0;
  selection!: Int32Array;
  atMs!: Float64Array;
  american!: Int32Array;
  what!: Uint8Array;

  constructor() {
    this.#begin(LEAST_CAPACITY);
  }

  add(selection: number, atMs: number, american: number, what: number): void {
    const at = this.count;
    if (at === this.selection.length) this.#double();
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

  /** Hands over what was gathered, buffer and all, and begins anew with room for as much. */
  take(): RecordedChanges {
    const { count, selection, atMs, american, what } = this;
    let capacity = LEAST_CAPACITY;
    while (capacity < count) capacity *= 2;
    this.#begin(capacity);
    return { count, selection, atMs, american, what };
  }

  #begin(capacity: number): void {
    const buffer = new ArrayBuffer(capacity * BYTES_A_CHANGE);
    this.count = 0;
    this.atMs = new Float64Array(buffer, 0, capacity);
    this.selection = new Int32Array(buffer, capacity * 8, capacity);
    this.american = new Int32Array(buffer, capacity * 12, capacity);
    this.what = new Uint8Array(buffer, capacity * 16, capacity);
  }

  #double(): void {
    const { count, selection, atMs, american, what } = this;
    this.#begin(count * 2);
    this.selection.set(selection);
    this.atMs.set(atMs);
    this.american.set(american);
    this.what.set(what);
    this.count = count;
  }
}
