import { inflateSync } from 'node:zlib';

/** An icon as a tray takes it: width, height, and alpha, red, green, blue of each pixel. */
export type Pixmap = [width: number, height: number, argb: Buffer];

const HEADER_BYTES = 8;
const CHANNELS_BY_COLOR_TYPE: Record<number, number> = { 2: 3, 6: 4 };

/** Decodes a PNG of 8 bits a channel, RGB or RGBA, not interlaced; gives undefined for any other. */
export function argbFromPng(png: Buffer): Pixmap | undefined {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const [bitDepth, colorType = -1, , , interlaced] = png.subarray(24, 29);
  const channels = CHANNELS_BY_COLOR_TYPE[colorType];
  if (bitDepth !== 8 || channels === undefined || interlaced !== 0) return undefined;
  const pixels = unfilter(inflateSync(imageData(png)), width * channels, height, channels);
  const argb = Buffer.alloc(width * height * 4, 0xff);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const from = pixel * channels;
    argb.set(pixels.subarray(from, from + 3), pixel * 4 + 1);
    if (channels === 4) argb[pixel * 4] = pixels[from + 3] ?? 0xff;
  }
  return [width, height, argb];
}

function imageData(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = HEADER_BYTES;
  while (at + 12 <= png.length) {
    const bytes = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + bytes));
    at += bytes + 12;
  }
  return Buffer.concat(parts);
}

/** Takes back the filter of each row, as the PNG specification says. */
function unfilter(rows: Buffer, rowBytes: number, height: number, pixelBytes: number): Buffer {
  const out = Buffer.alloc(rowBytes * height);
  for (let row = 0; row < height; row++) {
    const filter = rows[row * (rowBytes + 1)] ?? 0;
    for (let column = 0; column < rowBytes; column++) {
      const at = row * rowBytes + column;
      const left = column < pixelBytes ? 0 : (out[at - pixelBytes] ?? 0);
      const above = row === 0 ? 0 : (out[at - rowBytes] ?? 0);
      const corner = row === 0 || column < pixelBytes ? 0 : (out[at - rowBytes - pixelBytes] ?? 0);
      const raw = rows[row * (rowBytes + 1) + 1 + column] ?? 0;
      out[at] = raw + predict(filter, left, above, corner);
    }
  }
  return out;
}

function predict(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const estimate = left + above - corner;
  const toLeft = Math.abs(estimate - left);
  const toAbove = Math.abs(estimate - above);
  const toCorner = Math.abs(estimate - corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
