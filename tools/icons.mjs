/** `node tools/icons.mjs`: draws the icons of app and tray into `resources/`, from the shapes below. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { ROOT } from './setup/places.mjs';

/** @typedef {readonly [number, number]} Point in a square of 1 x 1, the origin on top left */
/** @typedef {readonly [number, number, number]} Colour */
/** @typedef {{ readonly colour: Colour; readonly covers: (x: number, y: number) => number }} Shape */

const COLOURS = {
  live: [46, 168, 102],
  stale: [226, 145, 34],
  offline: [128, 138, 152],
  paused: [92, 124, 214],
  unread: [214, 56, 66],
  surface: [14, 19, 27],
  line: [110, 168, 255],
};
/** The rising line of the product. @type {readonly Point[]} */
const LINE = [
  [0.1, 0.72],
  [0.36, 0.44],
  [0.56, 0.6],
  [0.9, 0.2],
];

/** Distance of a point from a line with corners. */
function distance(/** @type {number} */ x, /** @type {number} */ y, /** @type {readonly Point[]} */ line) {
  let nearest = Number.POSITIVE_INFINITY;
  for (let at = 1; at < line.length; at += 1) {
    const [[ax, ay], [bx, by]] = [/** @type {Point} */ (line[at - 1]), /** @type {Point} */ (line[at])];
    const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
    const t = Math.min(1, Math.max(0, along));
    nearest = Math.min(nearest, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
  }
  return nearest;
}

/** A shape by its distance, negative inside. @returns {Shape} */
function shape(/** @type {Colour} */ colour, /** @type {(x: number, y: number) => number} */ outside) {
  return { colour, covers: outside };
}

const stroke = (
  /** @type {Colour} */ colour,
  /** @type {readonly Point[]} */ line,
  /** @type {number} */ width,
) => shape(colour, (x, y) => distance(x, y, line) - width / 2);
const disc = (/** @type {Colour} */ colour, /** @type {Point} */ [cx, cy], /** @type {number} */ radius) =>
  shape(colour, (x, y) => Math.hypot(x - cx, y - cy) - radius);
const tile = (/** @type {Colour} */ colour, /** @type {number} */ radius) =>
  shape(colour, (x, y) => {
    const [dx, dy] = [Math.abs(x - 0.5) - 0.5 + radius, Math.abs(y - 0.5) - 0.5 + radius];
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
  });

/** Draws shapes one over the other, edges softened, as RGBA. */
function draw(/** @type {number} */ size, /** @type {readonly Shape[]} */ shapes) {
  const pixels = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (const { colour, covers } of shapes) {
        const cover = Math.min(
          1,
          Math.max(0, 0.5 - covers((column + 0.5) / size, (row + 0.5) / size) * size),
        );
        const under = alpha * (1 - cover);
        alpha = cover + under;
        if (alpha === 0) continue;
        [red, green, blue] = [
          (colour[0] * cover + red * under) / alpha,
          (colour[1] * cover + green * under) / alpha,
          (colour[2] * cover + blue * under) / alpha,
        ];
      }
      pixels.set([red, green, blue, alpha * 255].map(Math.round), (row * size + column) * 4);
    }
  }
  return png(size, pixels);
}

function png(/** @type {number} */ size, /** @type {Buffer} */ pixels) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row += 1)
    pixels.copy(rows, row * (size * 4 + 1) + 1, row * size * 4, (row + 1) * size * 4);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(/** @type {string} */ name, /** @type {Buffer} */ data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** The tray's states: the line in their colour, and a sign of their own besides. @type {Record<string, Shape[]>} */
const TRAY = {
  live: [stroke(colour('live'), LINE, 0.13)],
  stale: [stroke(colour('stale'), LINE, 0.13), disc(colour('stale'), [0.84, 0.82], 0.11)],
  offline: [
    stroke(colour('offline'), LINE, 0.13),
    stroke(
      colour('offline'),
      [
        [0.68, 0.68],
        [0.94, 0.94],
      ],
      0.1,
    ),
    stroke(
      colour('offline'),
      [
        [0.94, 0.68],
        [0.68, 0.94],
      ],
      0.1,
    ),
  ],
  paused: [
    stroke(colour('paused'), LINE, 0.13),
    stroke(
      colour('paused'),
      [
        [0.72, 0.7],
        [0.72, 0.94],
      ],
      0.1,
    ),
    stroke(
      colour('paused'),
      [
        [0.9, 0.7],
        [0.9, 0.94],
      ],
      0.1,
    ),
  ],
  unread: [stroke(colour('live'), LINE, 0.13), disc(colour('unread'), [0.8, 0.8], 0.19)],
};

function colour(/** @type {keyof typeof COLOURS} */ name) {
  const [red = 0, green = 0, blue = 0] = COLOURS[name];
  return /** @type {Colour} */ ([red, green, blue]);
}

mkdirSync(path.join(ROOT, 'resources/tray'), { recursive: true });
for (const [state, shapes] of Object.entries(TRAY)) {
  // macOS colours these itself: only their form counts.
  const forms = shapes.map(({ covers }) => shape([0, 0, 0], covers));
  for (const [scale, size] of /** @type {const} */ ([
    ['', 22],
    ['@2x', 44],
  ])) {
    writeFileSync(path.join(ROOT, `resources/tray/${state}${scale}.png`), draw(size, shapes));
    writeFileSync(path.join(ROOT, `resources/tray/${state}Template${scale}.png`), draw(size, forms));
  }
}
const inset = LINE.map(([x, y]) => /** @type {Point} */ ([0.16 + x * 0.68, 0.16 + y * 0.68]));
const app = [tile(colour('surface'), 0.22), stroke(colour('line'), inset, 0.075)];
const drawn = new Map([16, 24, 32, 48, 64, 128, 256, 512, 1024].map((size) => [size, draw(size, app)]));
// Windows lays it over the button in the taskbar.
writeFileSync(
  path.join(ROOT, 'resources/tray/overlay.png'),
  draw(32, [disc(colour('unread'), [0.5, 0.5], 0.46)]),
);
const write = (/** @type {string} */ name, /** @type {Buffer | undefined} */ bytes) =>
  bytes && writeFileSync(path.join(ROOT, 'resources', name), bytes);
mkdirSync(path.join(ROOT, 'resources/icons'), { recursive: true });
for (const [size, bytes] of drawn) if (size <= 512) write(`icons/${size}x${size}.png`, bytes);
write('icon.png', drawn.get(512));
write('icon.ico', windowsIcon([16, 24, 32, 48, 64, 128, 256]));
write('icon.icns', macIcon({ icp4: 16, icp5: 32, icp6: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 }));
process.stdout.write('The icons are in resources/.\n');

/** An icon file of Windows: a table, then the pictures. */
function windowsIcon(/** @type {readonly number[]} */ sizes) {
  const pictures = sizes.map((size) => ({ size, bytes: drawn.get(size) ?? Buffer.alloc(0) }));
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [at, { size, bytes }] of pictures.entries()) {
    const entry = 6 + 16 * at;
    // 256 does not fit a byte and is written as 0
    head.set([size % 256, size % 256], entry);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(bytes.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += bytes.length;
  }
  return Buffer.concat([head, ...pictures.map(({ bytes }) => bytes)]);
}

/** An icon file of macOS: pictures, each with its kind and length before it. */
function macIcon(/** @type {Readonly<Record<string, number>>} */ kinds) {
  const parts = Object.entries(kinds).flatMap(([kind, size]) => {
    const bytes = drawn.get(size) ?? Buffer.alloc(0);
    return [sized(kind, bytes.length), bytes];
  });
  const body = Buffer.concat(parts);
  return Buffer.concat([sized('icns', body.length), body]);
}

function sized(/** @type {string} */ kind, /** @type {number} */ bytes) {
  const head = Buffer.alloc(8);
  head.write(kind, 'latin1');
  head.writeUInt32BE(bytes + 8, 4);
  return head;
}
