import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { argbFromPng } from './argb.ts';

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/** A PNG whose rows are filtered with the given filters, one a row, in turn. */
function png(width: number, height: number, rgba: Uint8Array, filters: number[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rowBytes = width * 4;
  const at = (row: number, column: number): number =>
    row < 0 || column < 0 ? 0 : (rgba[row * rowBytes + column] ?? 0);
  const rows = Array.from({ length: height }, (_, row) => {
    const filter = filters[row % filters.length] ?? 0;
    const bytes = Array.from({ length: rowBytes }, (_, column) => {
      const [a, b, c] = [at(row, column - 4), at(row - 1, column), at(row - 1, column - 4)];
      const distance = (near: number): number => Math.abs(a + b - c - near);
      const paeth =
        distance(a) <= distance(b) && distance(a) <= distance(c) ? a : distance(b) <= distance(c) ? b : c;
      return at(row, column) - ([0, a, b, (a + b) >> 1, paeth][filter] ?? 0);
    });
    return Buffer.from([filter, ...bytes.map((byte) => byte & 0xff)]);
  });
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('every filter of a PNG is taken back', () => {
  const size = fc.integer({ min: 1, max: 6 });
  fc.assert(
    fc.property(
      size.chain((width) =>
        size.chain((height) =>
          fc.tuple(
            fc.constant([width, height] as const),
            fc.uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 }),
          ),
        ),
      ),
      fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 }),
      ([[width, height], rgba], filters) => {
        const decoded = argbFromPng(png(width, height, rgba, filters));
        const want = Array.from({ length: width * height }, (_, p) => [
          rgba[p * 4 + 3],
          ...rgba.subarray(p * 4, p * 4 + 3),
        ]).flat();
        expect(decoded?.slice(0, 2)).toEqual([width, height]);
        expect([...(decoded?.[2] ?? [])]).toEqual(want);
      },
    ),
  );
});

test('a PNG of another kind gives nothing', () => {
  const other = png(1, 1, new Uint8Array(4), [0]);
  other[25] = 3;
  expect(argbFromPng(other)).toBeUndefined();
});
