import { ByteSink, ByteSource, signedAgain, unsigned } from './byte-columns.ts';
import type { RecordedChange, RecordedChanges } from './recorded-changes.ts';

const VERSION = 1;
/** So many changes fit one body, for the order is found by one number of selection and place. */
const MOST_CHANGES = 1 << 20;

/**
 * Packs changes, which may come in any order of selections, into a few bytes each: sorted by selection, and within one
 * in the order in which they came; times and prices as differences. About 5 bytes a change.
 */
export function encodeChanges(changes: RecordedChanges): Uint8Array {
  const { count, selection, atMs, american, what } = changes;
  if (count > MOST_CHANGES) throw new RangeError(`${count} changes do not fit one body`);
  const order = new Float64Array(count);
  let baseMs = Number.POSITIVE_INFINITY;
  for (let at = 0; at < count; at += 1) {
    order[at] = selection[at]! * MOST_CHANGES + at;
    if (atMs[at]! < baseMs) baseMs = atMs[at]!;
  }
  order.sort();
  if (count === 0) baseMs = 0;
  const sink = new ByteSink(64 + count * 6);
  sink.byte(VERSION);
  sink.count(count);
  sink.count(baseMs);
  let before = 0;
  for (let from = 0; from < count; ) {
    const id = Math.floor(order[from]! / MOST_CHANGES);
    let to = from + 1;
    while (to < count && Math.floor(order[to]! / MOST_CHANGES) === id) to += 1;
    sink.count(id - before);
    sink.count(to - from);
    before = id;
    let [lastMs, lastAmerican] = [baseMs, 0];
    for (; from < to; from += 1) {
      const at = order[from]! % MOST_CHANGES;
      sink.signed(atMs[at]! - lastMs);
      const flags = what[at]!;
      const price = american[at]! - lastAmerican;
      // the lowest bit says whether a byte of flags follows
      sink.count(unsigned(price) * 2 + (flags === 0 ? 0 : 1));
      if (flags !== 0) sink.byte(flags);
      lastMs = atMs[at]!;
      lastAmerican = american[at]!;
    }
  }
  return sink.take();
}

/** Bytes of a body that are enough for `headOfChanges`. */
export const HEAD_BYTES = 24;

/** How many changes a body holds and when the first of them came (Unix ms), by its first bytes. */
export function headOfChanges(body: Uint8Array): { readonly count: number; readonly firstMs: number } {
  const source = new ByteSource(body);
  if (source.byte() !== VERSION) throw new RangeError('These bytes hold no changes.');
  return { count: source.count(), firstMs: source.count() };
}

/**
 * Hands over the changes of a body, selection by selection in rising order, each in the order in which it came. The
 * object is reused. Throws a RangeError for bytes that are no body.
 */
export function decodeChanges(body: Uint8Array, visit: (change: RecordedChange) => void): void {
  const source = new ByteSource(body);
  if (source.byte() !== VERSION) throw new RangeError('These bytes hold no changes.');
  const count = source.count();
  const baseMs = source.count();
  const change = { selection: 0, atMs: 0, american: 0, what: 0 };
  for (let done = 0; done < count; ) {
    change.selection += source.count();
    const run = source.count();
    if (run === 0 || run > count - done) throw new RangeError('These bytes hold no changes.');
    change.atMs = baseMs;
    change.american = 0;
    for (let n = 0; n < run; n += 1) {
      change.atMs += source.signed();
      const packed = source.count();
      change.american += signedAgain(Math.floor(packed / 2));
      change.what = packed % 2 === 0 ? 0 : source.byte();
      visit(change);
    }
    done += run;
  }
}
