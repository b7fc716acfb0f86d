import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LevelWatch } from './level-watch.ts';

const levels = fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 2, maxLength: 200 });

/** At which of these levels, one after the other on one connection, it tells. */
function toldAt(watch: LevelWatch, all: readonly number[]): number[] {
  return all.flatMap((level, at) =>
    at > 0 && watch.note('g', 's', 1, () => all[at - 1]!, level, true) ? [at] : [],
  );
}

it('tells at each crossing and only there', () => {
  fc.assert(
    fc.property(levels, fc.boolean(), (all, isAtEnough) => {
      const isOver = (level: number) => (isAtEnough ? level >= 0 : level > 0);
      const crossings = all.flatMap((level, at) =>
        at > 0 && isOver(level) && !isOver(all[at - 1]!) ? [at] : [],
      );
      expect(toldAt(new LevelWatch(undefined, isAtEnough), all)).toEqual(crossings);
    }),
  );
});

it('with hysteresis never tells twice without a level that is back far enough in between', () => {
  fc.assert(
    fc.property(levels, fc.integer({ min: 1, max: 20 }), (all, afterReturnBy) => {
      const told = toldAt(new LevelWatch({ afterReturnBy }, true), all);
      for (const [nth, at] of told.entries()) {
        expect(all[at]).toBeGreaterThanOrEqual(0);
        if (nth === 0) continue;
        expect(Math.min(...all.slice(told[nth - 1]!, at))).toBeLessThanOrEqual(-afterReturnBy);
      }
    }),
  );
});

it('what was told in an earlier run has to go back first', () => {
  const watch = new LevelWatch({ afterReturnBy: 10 }, true);
  watch.spend('s');
  expect(watch.note('g', 's', 1, () => -5, 3, true)).toBe(false);
  expect(watch.note('g', 's', 1, () => -10, 3, true)).toBe(true);
});

it('needs no note of what was and is over, nor of what was and is under, but where something is remembered', () => {
  const offered = fc.array(fc.option(fc.integer({ min: -30, max: 30 }), { freq: 4 }), { maxLength: 200 });
  fc.assert(
    fc.property(offered, fc.boolean(), fc.option(fc.integer({ min: 1, max: 20 })), (all, isAtEnough, by) => {
      const repeat = by === null ? undefined : { afterReturnBy: by };
      const [asked, noted] = [new LevelWatch(repeat, isAtEnough), new LevelWatch(repeat, isAtEnough)];
      const last = new Map<string, number | null>();
      for (const [at, level] of all.entries()) {
        // two subjects at one place, one at another, take turns
        const [place, subject] = at % 3 === 0 ? ['h', 'x'] : ['g', at % 3 === 1 ? 'y' : 'z'];
        const before = last.get(subject!) ?? null;
        last.set(subject!, level);
        const tells = noted.note(place!, subject!, 1, () => before, level, true);
        const isNothing = asked.isNothing(place!, before, level);
        expect(!isNothing && asked.note(place!, subject!, 1, () => before, level, true)).toBe(tells);
      }
    }),
  );
});

it('forgets nothing of what an earlier run told, wherever that was', () => {
  const watch = new LevelWatch({ afterReturnBy: 10 }, true);
  expect(watch.isNothing('g', -20, -15)).toBe(true);
  watch.spend('s');
  expect(watch.isNothing('g', -20, -15)).toBe(false);
  expect(watch.note('g', 's', 1, () => -20, -15, true)).toBe(false);
  expect(watch.isNothing('g', -20, -15)).toBe(true);
});
