import type { SeededChance } from '../seeded-chance.ts';

const DEEP = 10_000;

/** Values that a reader may trip over, as JSON text. Most are legal JSON, some are not. */
const HOSTILE_VALUES: readonly string[] = [
  'null',
  'true',
  '0',
  '-0',
  '-110.5',
  '1e400',
  '-1e308',
  '123456789012345678901234567890',
  `${'9'.repeat(1_000)}`,
  '""',
  '"\\u0000"',
  '"\\ud800"',
  '"__proto__"',
  '"NaN"',
  '"None"',
  '"\u2212110"',
  '"\u202e+110"',
  `"${'x'.repeat(5_000)}"`,
  '{}',
  '[]',
  '[[],[{}],null]',
  '{"length":1e9}',
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '{"toString":1,"valueOf":null,"toJSON":2}',
  '[{"__proto__":null}]',
  'NaN',
  'undefined',
  "'text'",
];

const HOSTILE_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  'then',
  '',
  '0',
  '\\u0000',
];
const BAD_BYTES = [
  [0xff],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xf8, 0x88, 0x80, 0x80, 0x80],
  [0xe2, 0x28],
  [0x00],
  [0xef, 0xbb, 0xbf],
];

type Mutation = (text: string, chance: SeededChance) => string;

/** Damages frames in every way that a bad line, a bad server or an enemy might. The same seed, the same damage. For tests. */
export class FrameMutator {
  readonly #chance: SeededChance;

  constructor(chance: SeededChance) {
    this.#chance = chance;
  }

  /** A damaged copy; one in ten is left as it is. */
  mutate(frame: Buffer): Buffer {
    const chance = this.#chance;
    if (chance.is(0.1)) return frame;
    if (chance.is(0.45)) return this.#damageBytes(frame);
    let text = frame.toString('utf8');
    for (let times = chance.pick([1, 1, 1, 2, 5]); times > 0; times -= 1)
      text = chance.pick(MUTATIONS)(text, chance);
    if (chance.is(0.003)) text = chance.pick(GIANTS)(text, chance);
    return Buffer.from(text);
  }

  #damageBytes(frame: Buffer): Buffer {
    const chance = this.#chance;
    const at = chance.whole(0, Math.max(0, frame.length - 1));
    switch (chance.whole(0, 3)) {
      case 0: {
        const bytes = Buffer.from(frame);
        for (let times = chance.whole(1, 8); times > 0; times -= 1)
          bytes[chance.whole(0, bytes.length - 1)]! ^= chance.pick([1, 2, 4, 32, 128, 255]);
        return bytes;
      }
      case 1:
        return frame.subarray(0, at);
      case 2: {
        const bad = Buffer.from(chance.pick(BAD_BYTES));
        return Buffer.concat([frame.subarray(0, at), bad, frame.subarray(at)]);
      }
      default: {
        const to = Math.min(frame.length, at + chance.whole(1, 200));
        const again = chance.is(0.5) ? frame.subarray(at, to) : Buffer.alloc(0);
        return Buffer.concat([frame.subarray(0, at), again, again, frame.subarray(to)]);
      }
    }
  }
}

const MUTATIONS: readonly Mutation[] = [
  (text, chance) => withValue(text, chance, () => chance.pick(HOSTILE_VALUES)),
  (text, chance) => withValue(text, chance, () => chance.pick(HOSTILE_VALUES)),
  (text, chance) => withValue(text, chance, (value) => `[${value}]`),
  (text, chance) => withValue(text, chance, (value) => `{"${chance.pick(HOSTILE_KEYS)}":${value}}`),
  (text, chance) => withValue(text, chance, (value) => (value.startsWith('"') ? '1' : `"${value}"`)),
  (text, chance) => withKey(text, chance, () => chance.pick(HOSTILE_KEYS)),
  (text, chance) => withKey(text, chance, (key) => `${key}":${chance.pick(HOSTILE_VALUES)},"${key}`),
  (text, chance) => withKey(text, chance, (key) => `${chance.pick(HOSTILE_KEYS)}":{"polluted":1},"${key}`),
  (text) => `[${text},${text}]`,
  (text, chance) => `[${text},${chance.pick(HOSTILE_VALUES)}]`,
  (text) => `${text}${text}`,
  (text) => ` \n\t${text}\u2028`,
];

const GIANTS: readonly Mutation[] = [
  (text, chance) => withValue(text, chance, () => '['.repeat(DEEP) + ']'.repeat(DEEP)),
  (text, chance) => withValue(text, chance, () => `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`),
  (text) => '['.repeat(DEEP) + text + ']'.repeat(DEEP),
  () => '{"data":'.repeat(DEEP),
  (text, chance) => withValue(text, chance, () => `"${'\u{1F3C0}'.repeat(100_000)}"`),
  (text, chance) => withKey(text, chance, () => 'k'.repeat(200_000)),
  (text, chance) => withValue(text, chance, () => '1'.repeat(100_000)),
];

/** Puts another value in the place of one that is no object and no list. */
function withValue(text: string, chance: SeededChance, change: (value: string) => string): string {
  return withMatch(text, chance, /": ?("(?:[^"\\]|\\.)*"|-?\d[\d.e+-]*|null|true|false)/g, 1, change);
}

function withKey(text: string, chance: SeededChance, change: (key: string) => string): string {
  return withMatch(text, chance, /"((?:[^"\\]|\\.)*)" ?:/g, 1, change);
}

/** Changes the first match after a random place, or the first of all. */
function withMatch(
  text: string,
  chance: SeededChance,
  pattern: RegExp,
  group: number,
  change: (part: string) => string,
) {
  pattern.lastIndex = chance.whole(0, text.length);
  let match = pattern.exec(text);
  if (match === null) {
    pattern.lastIndex = 0;
    match = pattern.exec(text);
  }
  const part = match?.[group];
  if (match === null || part === undefined) return text;
  const from = match.index + match[0].indexOf(part);
  return text.slice(0, from) + change(part) + text.slice(from + part.length);
}
