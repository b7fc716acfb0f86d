import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isQuiet, minuteText } from './quiet-time.ts';

const at = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

describe('quiet hours', () => {
  test.each([
    ['23:00', '07:00', '22:59', false],
    ['23:00', '07:00', '23:00', true],
    ['23:00', '07:00', '00:00', true],
    ['23:00', '07:00', '06:59', true],
    ['23:00', '07:00', '07:00', false],
    ['12:00', '13:00', '12:30', true],
    ['12:00', '13:00', '13:00', false],
    ['12:00', '12:00', '03:00', true],
  ])('from %s to %s it is quiet at %s: %s', (from, to, now, quiet) => {
    const hours = { fromMinute: at(from), toMinute: at(to) };
    expect(isQuiet({ isOn: true, ...hours }, at(now))).toBe(quiet);
    expect(isQuiet({ isOn: false, ...hours }, at(now))).toBe(false);
  });

  it('and the hours between their end and their start fill the day', () => {
    const minute = fc.integer({ min: 0, max: 1_439 });
    fc.assert(
      fc.property(minute, minute, minute, (fromMinute, toMinute, now) => {
        fc.pre(fromMinute !== toMinute);
        const quiet = isQuiet({ isOn: true, fromMinute, toMinute }, now);
        expect(isQuiet({ isOn: true, fromMinute: toMinute, toMinute: fromMinute }, now)).toBe(!quiet);
      }),
    );
  });

  it('minutes are written as on a clock', () =>
    expect([0, 425, 1_439].map(minuteText)).toEqual(['00:00', '07:05', '23:59']));
});
