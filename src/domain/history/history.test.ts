import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decodeChanges, encodeChanges } from './changes-codec.ts';
import { ChangeColumns, FROM_SNAPSHOT, GONE, type RecordedChange } from './recorded-changes.ts';
import { summarize } from './series-summary.ts';
import { type PricePoint, thin } from './thin.ts';

const columnsOf = (changes: readonly RecordedChange[]) => {
  const columns = new ChangeColumns();
  for (const { selection, atMs, american, what } of changes) columns.add(selection, atMs, american, what);
  return columns;
};
const decoded = (body: Uint8Array) => {
  const found: RecordedChange[] = [];
  decodeChanges(body, (change) => found.push({ ...change }));
  return found;
};

const anyChange = fc.record<RecordedChange>({
  selection: fc.oneof(fc.nat(5), fc.nat(2 ** 31 - 1)),
  // clocks are turned, and a game of futures may be quiet for months
  atMs: fc.oneof(fc.integer({ min: 0, max: 4_000_000_000_000 }), fc.constant(1_800_000_000_000)),
  american: fc.oneof(
    fc.constant(0),
    fc.integer({ min: -10_000_000, max: -100 }),
    fc.integer({ min: 100, max: 10_000_000 }),
  ),
  what: fc.constantFrom(0, FROM_SNAPSHOT, GONE, FROM_SNAPSHOT | GONE),
});

describe('changes in a few bytes', () => {
  it('come back as they were, by selection and then in their order', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 200 }), (changes) => {
        const expected = changes
          .map((change, at) => ({ change, at }))
          .sort((left, right) => left.change.selection - right.change.selection || left.at - right.at)
          .map(({ change }) => change);
        expect(decoded(encodeChanges(columnsOf(changes)))).toEqual(expected);
      }),
    );
  });

  it('a usual evening takes at most 6 bytes a change', () => {
    const columns = new ChangeColumns();
    let atMs = 1_800_000_000_000;
    for (let n = 0; n < 4096; n += 1) {
      atMs += 700;
      columns.add(n % 60, atMs, n % 2 === 0 ? -110 - (n % 17) : 105 + (n % 13), 0);
    }
    expect(encodeChanges(columns).length).toBeLessThan(6 * columns.count);
  });

  it('bytes that are no changes are refused, however they are cut or turned', () => {
    const body = encodeChanges(
      columnsOf([{ selection: 7, atMs: 1_800_000_000_000, american: -110, what: 0 }]),
    );
    expect(() => decoded(body.slice(0, -1))).toThrow(RangeError);
    expect(() => decoded(Uint8Array.of(9, ...body.slice(1)))).toThrow(RangeError);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          decoded(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});

const point = (atMs: number, american: number, line: number | null = null): PricePoint => ({
  atMs,
  american,
  line,
});

describe('thinning', () => {
  it('keeps first, lowest, highest and last of each column, in order, and nothing new', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: -300, max: 300 })), {
          maxLength: 400,
        }),
        fc.integer({ min: 1, max: 20 }),
        (steps, columns) => {
          let atMs = 0;
          const points = steps.map(([gapMs, american]) => {
            atMs += gapMs;
            return point(atMs, american);
          });
          const kept = thin(points, columns, ({ american }) => american);
          expect(kept.length).toBeLessThanOrEqual(Math.max(4 * columns, 1) + 4);
          expect(points.filter((each) => kept.includes(each))).toEqual(kept);
          const heights = (some: readonly PricePoint[]) => some.map(({ american }) => american);
          expect(Math.max(...heights(kept))).toBe(Math.max(...heights(points)));
          expect(Math.min(...heights(kept))).toBe(Math.min(...heights(points)));
          expect(kept[0]).toBe(points[0]);
          expect(kept.at(-1)).toBe(points.at(-1));
        },
      ),
    );
  });
});

describe('what became of a price', () => {
  test('opener, highest, lowest, current and moves; a suspension is no move', () => {
    const points = [
      point(1, 0),
      point(2, -110, -3.5),
      point(3, 0, -3.5),
      point(4, -110, -3.5),
      point(5, -110, -4),
      point(6, 105, -4),
      point(7, -120, -4),
      point(8, 0, -4),
    ];
    expect(summarize(points)).toEqual({
      opener: points[1],
      highest: points[5],
      lowest: points[6],
      current: points[7],
      moves: 3,
    });
  });

  test('of nothing', () => {
    expect(summarize([])).toEqual({ opener: null, highest: null, lowest: null, current: null, moves: 0 });
    expect(summarize([point(1, 0)]).opener).toBeNull();
  });
});
