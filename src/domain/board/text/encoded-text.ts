/**
 * The bytes of a text: UTF-8, and half a character as its three bytes, so that every text has bytes of its own. `length`
 * of them count; the next call overwrites them.
 */
export class EncodedText {
  bytes = new Uint8Array(1024);
  view = new DataView(this.bytes.buffer);
  length = 0;

  /** Makes room for bytes that somebody writes. */
  room(bytes: number): DataView {
    if (this.bytes.length < bytes) {
      this.bytes = new Uint8Array(bytes);
      this.view = new DataView(this.bytes.buffer);
    }
    return this.view;
  }

  encode(text: string): this {
    this.room(text.length * 3);
    const { bytes } = this;
    let length = 0;
    for (let at = 0; at < text.length; at += 1) {
      let code = text.charCodeAt(at);
      if (code < 0x80) {
        bytes[length++] = code;
        continue;
      }
      if (code < 0x800) {
        bytes[length++] = 0xc0 | (code >> 6);
        bytes[length++] = 0x80 | (code & 63);
        continue;
      }
      if (code >= 0xd800 && code < 0xdc00) code = text.codePointAt(at)!;
      if (code >= 0x10000) {
        at += 1;
        bytes[length++] = 0xf0 | (code >> 18);
        bytes[length++] = 0x80 | ((code >> 12) & 63);
      } else {
        bytes[length++] = 0xe0 | (code >> 12);
      }
      bytes[length++] = 0x80 | ((code >> 6) & 63);
      bytes[length++] = 0x80 | (code & 63);
    }
    this.length = length;
    return this;
  }
}

/** The text of which `EncodedText` made these bytes. */
export function decodedText(bytes: DataView, from: number, to: number): string {
  const low = (at: number) => bytes.getUint8(at) & 63;
  let text = '';
  for (let at = from; at < to; ) {
    const first = bytes.getUint8(at);
    if (first < 0x80) {
      text += String.fromCharCode(first);
      at += 1;
    } else if (first < 0xe0) {
      text += String.fromCharCode(((first & 31) << 6) | low(at + 1));
      at += 2;
    } else if (first < 0xf0) {
      text += String.fromCharCode(((first & 15) << 12) | (low(at + 1) << 6) | low(at + 2));
      at += 3;
    } else {
      text += String.fromCodePoint(
        ((first & 7) << 18) | (low(at + 1) << 12) | (low(at + 2) << 6) | low(at + 3),
      );
      at += 4;
    }
  }
  return text;
}

/** The hash by which `Texts` finds texts starts here; four bytes at a time are mixed in, the last ones filled up with zeros. */
export const HASH_START = 0x811c9dc5 | 0;

/** Takes four bytes into a hash. */
export function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1);
  return product ^ (product >>> 15);
}

/** The hash of the bytes from `from` to `to`. */
export function hashOf(view: DataView, from: number, to: number): number {
  let hash = HASH_START;
  let at = from;
  for (; at + 4 <= to; at += 4) hash = mixed(hash, view.getInt32(at, true));
  if (at === to) return hash;
  let word = 0;
  for (let byte = to - 1; byte >= at; byte -= 1) word = (word << 8) | view.getUint8(byte);
  return mixed(hash, word);
}
