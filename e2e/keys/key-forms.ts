import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A way in which a key may stand in a file. Made without the engine's own redaction, which it judges. */
interface KeyForm {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every form of a key that is looked for. */
export function keyForms(key: string): KeyForm[] {
  const bytes = Buffer.from(key);
  const percent = (upper: boolean) =>
    [...bytes].map((byte) => `%${upper ? byte.toString(16).toUpperCase() : byte.toString(16)}`).join('');
  const texts: [string, string][] = [
    ['raw', key],
    ['capitals', key.toUpperCase()],
    ['URL-encoded', encodeURIComponent(key)],
    ['percent-encoded', percent(true)],
    ['percent-encoded, small', percent(false)],
    ['hexadecimal', bytes.toString('hex')],
    ['hexadecimal, capitals', bytes.toString('hex').toUpperCase()],
    ['no hyphens', key.replaceAll('-', '')],
    ...[0, 1, 2].flatMap((shift): [string, string][] => {
      const core = base64Core(bytes, shift);
      return [
        [`base64, shifted by ${shift}`, core],
        [`base64 for URLs, shifted by ${shift}`, core.replaceAll('+', '-').replaceAll('/', '_')],
      ];
    }),
  ];
  const utf16 = Buffer.from(key, 'utf16le');
  return [
    ...texts.map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
    { name: 'UTF-16LE', bytes: utf16 },
    { name: 'UTF-16BE', bytes: Buffer.from(utf16).swap16() },
  ];
}

/** The part of the encoded key that what stands beside it does not change. */
function base64Core(bytes: Buffer, shift: number): string {
  const whole = Buffer.concat([Buffer.alloc(shift, 'x'), bytes, Buffer.alloc(3, 'x')]).toString('base64');
  const first = Math.ceil((shift * 8) / 6);
  const end = Math.floor(((shift + bytes.length) * 8) / 6);
  return whole.slice(first, end);
}

/** The forms of the key that are in these bytes. */
export function findKey(bytes: Buffer, key: string): string[] {
  return keyForms(key)
    .filter((form) => bytes.includes(form.bytes))
    .map(({ name }) => name);
}

/** Every file below a folder that holds the key, and in which form; compressed ones are looked into as well. */
export function filesWithKey(folder: string, key: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .flatMap((file) => {
      const bytes = readFileSync(file);
      const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
      const found = [...findKey(bytes, key), ...(isGzip ? findKey(gunzipSync(bytes), key) : [])];
      return found.map((form) => `${file}: ${form}`);
    });
}
