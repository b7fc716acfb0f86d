import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codec } from '../ipc/node-codec.ts';

/** The way between two processes: encode, JSON text, decode. */
const across = (value: unknown): unknown => codec.decode(JSON.parse(JSON.stringify(codec.encode(value))));

const key = fc.oneof(fc.string(), fc.constantFrom('$', '__proto__', 'constructor', 'toString', 'v', 'ref'));
const leaf = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    true,
    false,
    -0,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ),
  fc.double(),
  fc.integer(),
  fc.string({ unit: 'binary' }),
  fc.bigInt(),
  fc.date({ noInvalidDate: false }),
  fc.float64Array(),
  fc.int32Array(),
  fc.uint8Array(),
  fc.bigInt64Array(),
  fc.uint8Array().map(({ buffer }) => buffer),
  fc.uint8Array().map(({ buffer }) => new DataView(buffer)),
  fc.constantFrom(/a+/giu, /[/]\n/),
  fc.string().map((message) => new RangeError(message)),
);
const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value')),
    fc
      .uniqueArray(fc.tuple(key, tie('value')), { selector: ([name]) => name })
      .map((fields) => Object.fromEntries(fields)),
    fc.array(fc.tuple(tie('value'), tie('value'))).map((entries) => new Map(entries)),
    fc.array(tie('value')).map((items) => new Set(items)),
  ),
}));

describe('the codec', () => {
  test('gives what structuredClone gives', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const got = across(value);
        const want = structuredClone(value);
        if (!isDeepStrictEqual(got, want)) expect(got).toStrictEqual(want);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps what is the same object the same, and circles closed', () => {
    fc.assert(
      fc.property(anything, (shared) => {
        const outer: Record<string, unknown> = {
          first: shared,
          list: [shared],
          map: new Map([[shared, shared]]),
        };
        outer['self'] = outer;
        const got = across(outer) as {
          first: unknown;
          list: unknown[];
          map: Map<unknown, unknown>;
          self: unknown;
        };
        expect(Object.is(got.list[0], got.first)).toBe(true);
        expect(got.map.has(got.first)).toBe(true);
        expect(got.self).toBe(got);
      }),
    );
  });

  test('carries the bytes that a view shows, not the buffer behind it', () => {
    const behind = new Uint8Array(1000);
    behind.set([1, 2, 3], 500);
    const got = across(behind.subarray(500, 503)) as Uint8Array;
    expect([...got]).toEqual([1, 2, 3]);
    expect(got.buffer.byteLength).toBe(3);
  });

  test('keeps name, message and cause of an error', () => {
    const got = across(new TypeError('outer', { cause: new Map([['why', 1n]]) })) as Error;
    expect([got instanceof Error, got.name, got.message, got.cause]).toEqual([
      true,
      'TypeError',
      'outer',
      new Map([['why', 1n]]),
    ]);
  });

  test.each([
    ['a function', () => undefined],
    ['a symbol', Symbol('s')],
    ['a promise', Promise.resolve()],
    ['a function deep inside', { list: [new Map([['f', () => undefined]])] }],
  ])('refuses %s in the words of Electron', (_name, value) => {
    expect(() => codec.encode(value)).toThrow(new Error('An object could not be cloned.'));
  });

  test('a class instance arrives as a plain object, without what its prototype has', () => {
    class Price {
      american = -110;
      get decimal(): number {
        return 1.91;
      }
    }
    expect(across(new Price())).toStrictEqual({ american: -110 });
  });
});
