import { describe, expect, it } from 'vitest';
import { hashOf } from './encoded-text.ts';
import { NO_TEXT, Texts } from './texts.ts';

/** The id under which the bytes of a text are known, as they stand in a frame. */
function idByBytes(texts: Texts, text: string): number {
  const bytes = new TextEncoder().encode(text);
  const view = new DataView(bytes.buffer);
  return texts.findBytes(hashOf(view, 0, bytes.length), view, 0, bytes.length);
}

describe('texts', () => {
  it('that nobody holds are forgotten, those that are held are not', () => {
    const texts = new Texts();
    const [kept, gone] = [texts.hold('kept'), texts.hold('gone')];
    texts.release(gone);
    for (let n = 0; n < 40_000; n += 1) texts.release(texts.hold(`line ${n}`));
    expect(texts.at(kept)).toBe('kept');
    expect(texts.at(gone)).toBe(null);
    expect(texts.find('gone')).toBeUndefined();
    expect(idByBytes(texts, 'gone')).toBe(NO_TEXT);
    expect(idByBytes(texts, 'kept')).toBe(kept);
    expect(texts.size).toBe(1);
  });

  it.each(['', 'a', 'abcd', 'abcde', 'München', '🏀 Lakers', 'a"b', 'a\\b', 'a\nb'])(
    '%j is found by its bytes',
    (text) => {
      const texts = new Texts();
      const id = texts.hold(text);
      texts.hold(`${text}.`);
      expect(idByBytes(texts, text)).toBe(id);
    },
  );

  it('half a character is another text than what UTF-8 makes of it', () => {
    const texts = new Texts();
    const halves = ['half \ud83c', 'half \udfc0', 'half \ufffd', '\ud83c\ud83c\udfc0'];
    const ids = halves.map((text) => texts.hold(text));
    expect(new Set(ids).size).toBe(4);
    expect(halves.map((text) => texts.find(text))).toEqual(ids);
  });

  it('are read as they were written when they came as bytes', () => {
    for (const text of [
      '',
      'Utah Jazz -1.5',
      'München',
      '🏀 Lakers',
      '中文',
      'half \ud83c',
      '\udfc0\ud83c x',
    ]) {
      const [texts, other] = [new Texts(), new Texts()];
      const id = texts.hold(text);
      const from = texts.bytes.placeOf(id);
      const to = from + texts.bytes.lengthOf(id);
      expect(other.at(other.holdBytes(texts.hashOf(id), texts.bytes.viewOf(id), from, to))).toBe(text);
    }
  });
});
