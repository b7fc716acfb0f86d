import { describe, expect, it } from 'vitest';
import { Wordings } from './wordings.ts';

const total = (line: string | number | null) => ({ name: 'Total', line, overUnder: 'Over', target: null });

describe('wordings', () => {
  it('are one where all five texts and the kind of the line are the same', () => {
    const wordings = new Wordings();
    const first = wordings.takeOf('Over 5.5', total('5.5'));
    expect(wordings.takeOf('Over 5.5', total('5.5'))).toBe(first);
    expect(wordings.takeOf('Over 5.5', total(5.5))).not.toBe(first);
    expect(wordings.takeOf('over 5.5', total('5.5'))).not.toBe(first);
    expect(wordings.takeOf('Over 5.5', { ...total('5.5'), target: 'Total' })).not.toBe(first);
    expect(wordings.size).toBe(4);
  });

  it('keep what an outcome leaves unsaid', () => {
    const wordings = new Wordings();
    const said = { name: undefined, line: 6, overUnder: undefined, target: 'A' };
    const known = wordings.takeOf('k', total('5.5'));
    const next = wordings.takeOf('k', said, known);
    expect([
      wordings.name(next),
      wordings.line(next),
      wordings.overUnder(next),
      wordings.target(next),
    ]).toEqual(['Total', 6, 'Over', 'A']);
    expect(wordings.says(next, said)).toBe(true);
    expect(wordings.says(known, said)).toBe(false);
    expect(wordings.line(wordings.takeOf('new', said))).toBe(6);
    expect(wordings.name(wordings.takeOf('new', said))).toBe(null);
  });

  it('that nobody holds rest, and are the same when they come again', () => {
    const wordings = new Wordings();
    const wording = wordings.takeOf('k', total('5.5'));
    wordings.release(wording);
    expect(wordings.size).toBe(0);
    expect(wordings.takeOf('k', total('5.5'))).toBe(wording);
    expect(wordings.size).toBe(1);
  });

  it('that rested long are forgotten with their texts, those that are held are not', () => {
    const wordings = new Wordings();
    const [kept, gone] = [wordings.takeOf('kept', total('5.5')), wordings.takeOf('gone', total('5.5'))];
    wordings.release(gone);
    for (let n = 0; n < 40_000; n += 1) wordings.release(wordings.takeOf(`line ${n}`, total(String(n))));
    expect(wordings.texts.at(wordings.key(kept))).toBe('kept');
    expect(wordings.line(kept)).toBe('5.5');
    expect(wordings.texts.find('gone')).toBeUndefined();
    expect(wordings.texts.size).toBeLessThan(2 * 16_384 + 8);
  });
});
