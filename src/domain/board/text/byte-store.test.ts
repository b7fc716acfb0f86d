import { expect, it } from 'vitest';
import { ByteStore } from './byte-store.ts';

const textOf = (n: number) => `${n}:`.repeat(1 + ((n * 7919) % 900));
const isThere = (store: ByteStore, id: number, text: string) => {
  const frame = Buffer.from(` ${text}`);
  return (
    store.match(id, new DataView(frame.buffer, frame.byteOffset, frame.length), 1, frame.length) ===
    frame.length
  );
};

it('finds each piece again after others of all lengths came and went, and takes no more than a few times their room', () => {
  const store = new ByteStore();
  const held = new Map<number, string>();
  for (let n = 0; n < 20_000; n += 1) {
    const id = (n * 31) % 97;
    if (held.delete(id)) store.free(id);
    const bytes = new TextEncoder().encode(textOf(n));
    store.put(id, new DataView(bytes.buffer), 0, bytes.length);
    held.set(id, textOf(n));
  }
  for (const [id, text] of held) expect(isThere(store, id, text)).toBe(true);
  const wanted = [...held.values()].reduce((sum, text) => sum + text.length, 0);
  expect(store.heldBytes).toBeLessThan(4 * wanted + 16 * 1024);
});

it('moves nothing where little is free', () => {
  const store = new ByteStore();
  const bytes = new DataView(new TextEncoder().encode('DraftKings').buffer);
  for (let id = 0; id < 50_000; id += 1) store.put(id, bytes, 0, bytes.byteLength);
  for (let id = 0; id < 100; id += 1) store.free(id);
  for (let id = 50_000; id < 50_200; id += 1) store.put(id, bytes, 0, bytes.byteLength);
  expect(isThere(store, 40_000, 'DraftKings')).toBe(true);
  expect(isThere(store, 50_199, 'DraftKings')).toBe(true);
  expect(isThere(store, 50_199, 'FanDuel')).toBe(false);
});

it('holds pieces that are longer than a chunk, and empty ones at its end', () => {
  const store = new ByteStore();
  const texts = ['', 'x'.repeat(65_536), '', 'y'.repeat(200_001), 'z', '', 'w'.repeat(65_532), '', 'v'];
  const put = (text: string, id: number) => {
    const bytes = new TextEncoder().encode(text);
    store.put(id, new DataView(bytes.buffer), 0, bytes.length);
  };
  texts.forEach(put);
  for (let id = 100; id < 100_000; id += 1) put('freed', id);
  for (let id = 100; id < 100_000; id += 1) store.free(id);
  // all that is left moves together
  for (let id = 100; id < 5_000; id += 1) put('a longer one than before', id);
  for (const [id, text] of texts.entries()) expect(isThere(store, id, text)).toBe(true);
  expect(isThere(store, 1, 'x'.repeat(65_535))).toBe(false);
  expect(store.heldBytes).toBeLessThan(2_000_000);
});

it.each([0, 1, 3, 4, 5, 7, 8, 9, 15, 16, 17, 61])('tells %i bytes from all that differ in one', (length) => {
  const store = new ByteStore();
  const text = 'The quick brown fox jumps over the lazy dog, and then once more.'.slice(0, length);
  const bytes = new TextEncoder().encode(text);
  store.put(0, new DataView(bytes.buffer), 0, length);
  expect(isThere(store, 0, text)).toBe(true);
  for (let at = 0; at < length; at += 1)
    expect(isThere(store, 0, `${text.slice(0, at)}~${text.slice(at + 1)}`)).toBe(false);
});
