import { expect, it } from 'vitest';
import { ByteStore } from './byte-store.ts';

const textOf = (n: number) => `${n}:`.repeat(1 + ((n * 7919) % 900));
const isThere = (store: ByteStore, id: number, text: string) => {
  const frame = Buffer.from(` ${text}`);
  return store.match(id, new DataView(frame.buffer, frame.byteOffset, frame.length), 1) === frame.length;
};

it('finds each piece again after others of all lengths came and went, and takes no more than a few times their room', () => {
  const store = new ByteStore();
  const held = new Map<number, string>();
  for (let n = 0; n < 20_000; n += 1) {
    const id = (n * 31) % 97;
    if (held.delete(id)) store.free(id);
    const bytes = Buffer.from(textOf(n));
    store.put(id, bytes, 0, bytes.length);
    held.set(id, textOf(n));
  }
  for (const [id, text] of held) expect(isThere(store, id, text)).toBe(true);
  const wanted = [...held.values()].reduce((sum, text) => sum + text.length, 0);
  expect(store.heldBytes).toBeLessThan(4 * wanted + 16 * 1024);
});

it('moves nothing where little is free', () => {
  const store = new ByteStore();
  const bytes = Buffer.from('DraftKings');
  for (let id = 0; id < 50_000; id += 1) store.put(id, bytes, 0, bytes.length);
  for (let id = 0; id < 100; id += 1) store.free(id);
  for (let id = 50_000; id < 50_200; id += 1) store.put(id, bytes, 0, bytes.length);
  expect(isThere(store, 40_000, 'DraftKings')).toBe(true);
  expect(isThere(store, 50_199, 'DraftKings')).toBe(true);
  expect(isThere(store, 50_199, 'FanDuel')).toBe(false);
});
