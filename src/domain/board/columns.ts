type TypedColumn = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array;

/** Whoever needs more than a little mostly needs much. */
export const LEAST_ROOM = 32_768;

/**
 * Room for `needed` values in a column that grows: with a feed's first burst it grows once and not ten times, and memory that is
 * not written to costs nothing.
 */
export function roomFor(needed: number): number {
  return Math.max(LEAST_ROOM, Math.ceil(needed * 1.5));
}

/** The same column with room for `capacity` values; what was in it stays. */
export function grown<Column extends TypedColumn>(column: Column, capacity: number): Column {
  const larger = new (column.constructor as new (length: number) => Column)(capacity);
  larger.set(column);
  return larger;
}

/**
 * Hands out dense slot numbers and takes them back. A slot that was given back is not handed out before
 * `recycle` was called: until then, readers may still hold its number.
 */
export class Slots {
  #next = 0;
  #free: number[] = [];
  #resting: number[] = [];

  /** Slots in use. */
  get used(): number {
    return this.#next - this.#free.length - this.#resting.length;
  }

  /** One above the highest slot ever handed out. */
  get end(): number {
    return this.#next;
  }

  take(): number {
    return this.#free.pop() ?? this.#next++;
  }

  /** Takes the first `count` slots of none. */
  takeFirst(count: number): void {
    this.#next = count;
  }

  giveBack(slot: number): void {
    this.#resting.push(slot);
  }

  /** Makes the slots that were given back available again. */
  recycle(): void {
    if (this.#resting.length === 0) return;
    for (const slot of this.#resting) this.#free.push(slot);
    this.#resting = [];
  }
}
