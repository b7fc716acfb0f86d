/** Takes the key out of a text, in every form in which libraries and servers write it. */
export type Redact = (text: string) => string;

const DOTS = '\u2022\u2022\u2022\u2022';
/** The encoded forms of a shorter key are too short to tell from other text. */
const ENCODED_FROM_CHARS = 8;

/**
 * Makes the redaction for one key: raw in either case, URL-encoded or JSON-escaped in whole or in part, UTF-16 read as
 * bytes, hexadecimal, and base64 (URL-safe too), also as a part of a longer text that was encoded.
 */
export function redactKey(key: string): Redact {
  if (key === '') return (text) => text;
  const [plain, encoded] = formsOf(key, 'utf8');
  return (text) => text.replace(plain, DOTS).replace(encoded, DOTS);
}

/** As `redactKey`, for bytes that need not be text. Answers the same bytes where the key is not in them. */
export function redactKeyBytes(key: string): (bytes: Buffer) => Buffer {
  if (key === '') return (bytes) => bytes;
  const [plain, encoded] = formsOf(byteText(Buffer.from(key)), 'latin1');
  const dots = byteText(Buffer.from(DOTS));
  return (bytes) => {
    const text = byteText(bytes);
    const clean = text.replace(plain, dots).replace(encoded, dots);
    return clean === text ? bytes : Buffer.from(clean, 'latin1');
  };
}

/** Bytes as a text of as many characters. */
function byteText(bytes: Buffer): string {
  return bytes.toString('latin1');
}

/** Forms in which the case of letters says nothing, and forms in which it does. */
function formsOf(key: string, encoding: 'utf8' | 'latin1'): readonly [RegExp, RegExp] {
  const bytes = Buffer.from(key, encoding);
  const isLong = key.length >= ENCODED_FROM_CHARS;
  const plain = [
    [...key].map((each) => anyWriting(each, encoding)).join(''),
    ...(isLong ? [bytes.toString('hex')] : []),
  ];
  const encoded = isLong ? [bytes.toString('base64'), ...base64Cores(bytes)] : [];
  const urlSafe = encoded.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'));
  const exact = [...encoded, ...urlSafe].map(literal);
  return [new RegExp(plain.join('|'), 'gi'), exact.length === 0 ? /$^/g : new RegExp(exact.join('|'), 'g')];
}

/** One character of the key, however it is escaped; a NUL beside it makes it UTF-16. */
function anyWriting(character: string, encoding: 'utf8' | 'latin1'): string {
  const hex = [...Buffer.from(character, encoding)]
    .map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
    .join('');
  const units = character
    .split('')
    .map((unit) => `\\\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
  const mayEscape = /[\\/"]/.test(character) ? '\\\\?' : '';
  return `${mayEscape}(?:${literal(character)}|${hex}|${units})\\0?`;
}

/** What base64 makes of the key wherever it stands in a longer text: the characters that its neighbours do not touch. */
function base64Cores(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .slice(before === 0 ? 0 : before + 1, Math.floor(((before + bytes.length) * 8) / 6)),
  );
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
