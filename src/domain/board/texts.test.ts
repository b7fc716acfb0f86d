import { describe, expect, it } from 'vitest';
import { hashOf } from './text/plain-bytes.ts';
import { NO_TEXT, Texts } from './texts.ts';

/** The id under which the bytes of a text are known, as they stand in a frame. */
function idByBytes(texts: Texts, text: string): number {
  const bytes = new TextEncoder().encode(text);
  const hash = hashOf(bytes, bytes.length);
  return texts.bytes.find(hash, new DataView(bytes.buffer), 0, bytes.length);
}

describe('texts', () => {
  it('that nobody holds rest, and are the same when they come again', () => {
    const texts = new Texts();
    const id = texts.hold('Utah Jazz -1.5 Spread');
    texts.release(id);
    expect(texts.size).toBe(0);
    expect(texts.hold('Utah Jazz -1.5 Spread')).toBe(id);
    expect(texts.size).toBe(1);
  });

  it('that rested long are forgotten, those that are held are not', () => {
    const texts = new Texts();
    const [kept, gone] = [texts.hold('kept'), texts.hold('gone')];
    texts.release(gone);
    for (let n = 0; n < 40_000; n += 1) texts.release(texts.hold(`line ${n}`));
    expect(texts.at(kept)).toBe('kept');
    expect(texts.find('gone')).toBeUndefined();
    expect(idByBytes(texts, 'gone')).toBe(NO_TEXT);
    expect(idByBytes(texts, 'kept')).toBe(kept);
    expect(texts.size).toBe(1);
  });

  it.each(['', 'a', 'abcd', 'abcde', 'München', '🏀 Lakers'])('%j is found by its bytes', (text) => {
    const texts = new Texts();
    const id = texts.hold(text);
    texts.hold(`${text}.`);
    expect(idByBytes(texts, text)).toBe(id);
  });

  it.each(['a"b', 'a\\b', 'a\nb', 'half \ud83c'])('%j has no bytes of its own', (text) => {
    const texts = new Texts();
    texts.hold(text);
    expect(idByBytes(texts, text)).toBe(NO_TEXT);
  });
});
