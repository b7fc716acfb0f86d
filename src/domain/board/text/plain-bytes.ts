const QUOTE = 0x22;
const BACKSLASH = 0x5c;

let bytes = new Uint8Array(1024);

/**
 * The bytes that a text has inside a JSON string, where it needs no escape: then equal bytes are equal texts. `null`
 * where it does. The array is used again by the next call; `length` of it counts.
 */
export function plainBytes(text: string): { readonly bytes: Uint8Array; readonly length: number } | null {
  if (bytes.length < text.length * 3) bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    let code = text.charCodeAt(at);
    if (code < 0x20 || code === QUOTE || code === BACKSLASH) return null;
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    if (code < 0x800) {
      bytes[length++] = 0xc0 | (code >> 6);
      bytes[length++] = 0x80 | (code & 63);
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) {
      code = text.codePointAt(at)!;
      // half a character has no bytes of its own
      if (code < 0x10000) return null;
      at += 1;
      bytes[length++] = 0xf0 | (code >> 18);
      bytes[length++] = 0x80 | ((code >> 12) & 63);
    } else {
      bytes[length++] = 0xe0 | (code >> 12);
    }
    bytes[length++] = 0x80 | ((code >> 6) & 63);
    bytes[length++] = 0x80 | (code & 63);
  }
  return { bytes, length };
}

/** The hash that `TextBytes` finds texts by starts here; four bytes at a time are mixed in, the last ones filled up with zeros. */
export const HASH_START = 0x811c9dc5 | 0;

/** Takes four bytes into a hash. */
export function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1);
  return product ^ (product >>> 15);
}

/** The hash of all these bytes. */
export function hashOf(text: Uint8Array, length: number): number {
  let hash = HASH_START;
  for (let at = 0; at < length; at += 4) {
    let word = text[at]!;
    if (at + 1 < length) word |= text[at + 1]! << 8;
    if (at + 2 < length) word |= text[at + 2]! << 16;
    if (at + 3 < length) word |= text[at + 3]! << 24;
    hash = mixed(hash, word);
  }
  return hash;
}
