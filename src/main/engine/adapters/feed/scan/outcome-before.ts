const MOST_FIELDS = 8;

/**
 * The outcome of a frame that was read last: which fields it has, in which order, and how long they and what stands between
 * them are. Most outcomes of a frame are laid out alike, so that all that is not another value is compared, not read.
 */
export class OutcomeBefore {
  /** Its fields; 0 = there is none that another could be like. */
  count = 0;
  /** Of its spacing. */
  style = 0;
  isLineNumber = false;
  /** Where it goes on behind the quote of its key, how much stands behind its last value, and where it ends. Unit: bytes. */
  keyEnd = 0;
  tailBytes = 0;
  end = 0;
  /** By place, the field, the text that it has, and the lengths of what stands before its value and of its value. */
  readonly field = new Int32Array(MOST_FIELDS);
  readonly text = new Int32Array(MOST_FIELDS);
  readonly glueBytes = new Int32Array(MOST_FIELDS);
  readonly valueBytes = new Int32Array(MOST_FIELDS);
}

/** How many of `most` bytes are the same in both places, which lie inside the view; see `isSame` for the comparing. */
export function sameBytes(view: DataView, left: number, right: number, most: number): number {
  let same = 0;
  for (; same + 8 <= most; same += 8)
    if (view.getFloat64(left + same, true) !== view.getFloat64(right + same, true)) break;
  for (; same + 4 <= most; same += 4) {
    const other = view.getInt32(left + same, true) ^ view.getInt32(right + same, true);
    if (other !== 0) return same + ((31 - Math.clz32(other & -other)) >>> 3);
  }
  while (same < most && view.getUint8(left + same) === view.getUint8(right + same)) same += 1;
  return same;
}
