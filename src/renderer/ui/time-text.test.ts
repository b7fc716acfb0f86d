import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { agoText, dayText, localFieldText, parseLocalField, timeText, writeTimesIn } from './time-text.ts';

const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();

describe('dayText', () => {
  const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
  const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

  it.each([
    ['later today', at(22, 23), at(22, 1), 0],
    ['a minute over midnight', at(23, 0), at(22, 23), 1],
    ['tomorrow night', at(23, 23), at(22, 1), 1],
    ['yesterday', at(21, 23), at(22, 0), -1],
  ])('counts calendar days: %s', (_name, startMs, nowMs, days) => {
    expect(dayText(startMs, nowMs)).toBe(capital(relative.format(days, 'day')));
  });

  it('names the weekday within a week, the date beyond it and before today', () => {
    const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
    const date = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' });
    expect(dayText(at(28, 12), at(22, 12))).toBe(weekday.format(at(28, 12)));
    expect(dayText(at(29, 12), at(22, 12))).toBe(date.format(at(29, 12)));
    expect(dayText(at(19, 12), at(22, 12))).toBe(date.format(at(19, 12)));
  });
});

describe('agoText', () => {
  const narrow = new Intl.RelativeTimeFormat(undefined, { style: 'narrow' });

  it.each([
    [1600, 2, 'second'],
    [59_400, 59, 'second'],
    [60_000, 1, 'minute'],
    [3_599_000, 59, 'minute'],
    [7_300_000, 2, 'hour'],
  ] as const)('writes %d ms as %d %s', (elapsedMs, count, unit) => {
    expect(agoText(elapsedMs)).toBe(narrow.format(-count, unit));
  });

  it('says now for less than half a second, and for a clock that was set back', () => {
    const now = new Intl.RelativeTimeFormat(undefined, { style: 'narrow', numeric: 'auto' }).format(
      0,
      'second',
    );
    expect(agoText(400)).toBe(now);
    expect(agoText(-90_000)).toBe(now);
  });
});

describe('a field for date and time', () => {
  afterEach(() => writeTimesIn(''));

  it.each(['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati'])(
    'in %s gives back every second that it shows',
    (zone) => {
      writeTimesIn(zone);
      fc.assert(
        fc.property(fc.integer({ min: 1_500_000_000, max: 2_100_000_000 }), (second) => {
          const shown = localFieldText(second * 1000);
          expect(shown).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
          // the hour that is there twice when clocks go back is read as one of the two
          expect(localFieldText(parseLocalField(shown))).toBe(shown);
        }),
      );
    },
  );

  it('is in the zone of the times, with or without its seconds; empty is no time', () => {
    writeTimesIn('America/New_York');
    expect(localFieldText(Date.UTC(2026, 10, 22, 12))).toBe('2026-11-22T07:00:00');
    expect(parseLocalField('2026-11-22T07:00')).toBe(Date.UTC(2026, 10, 22, 12));
    expect(parseLocalField('')).toBeNaN();
  });
});

describe('another time zone', () => {
  afterEach(() => writeTimesIn(''));
  const noonMs = Date.UTC(2026, 10, 22, 12);

  it('moves times and days with it, and back', () => {
    const before = timeText(noonMs);
    writeTimesIn('Pacific/Kiritimati');
    expect(timeText(noonMs)).toMatch(/^0?2:00/);
    expect(dayText(noonMs, noonMs - 3 * 3_600_000)).toBe(dayText(noonMs + 86_400_000, noonMs));
    writeTimesIn('');
    expect(timeText(noonMs)).toBe(before);
  });
});
