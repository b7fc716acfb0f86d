import { describe, expect, test } from 'vitest';
import { canonicalMarket } from './markets.ts';
import { AWAY, DRAW, HOME, parseLine, parseOverUnder, teamSide } from './outcome-side.ts';
import { parseStartTime, startsFromLabel } from './start-time.ts';

describe('canonicalMarket', () => {
  test.each([
    ['Moneyline', 'moneyline'],
    ['Money Line', 'moneyline'],
    ['Match Winner', 'moneyline'],
    ['Spread', 'spread'],
    ['Run Line', 'spread'],
    ['Puck-Line', 'spread'],
    ['Total', 'total'],
    ['Game Total', 'total'],
    ['Total Points', 'total'],
    ['Over/Under', 'total'],
    ['1st Half Total', '1st Half Total'],
    ['Team Total Points', 'Team Total Points'],
    ['Goals', 'Goals'],
    ['constructor', 'constructor'],
    ['__proto__', '__proto__'],
  ])('%s is %s', (name, key) => {
    expect(canonicalMarket(name)).toBe(key);
  });
});

describe('parts of an outcome', () => {
  test.each([
    ['Over', { side: 'over', line: null }],
    ['U', { side: 'under', line: null }],
    ['O 5.5', { side: 'over', line: 5.5 }],
    ['under 210', { side: 'under', line: 210 }],
    ['Overtime', null],
    ['', null],
    [null, null],
  ])('over/under %j', (text, parsed) => {
    expect(parseOverUnder(text)).toEqual(parsed);
  });

  test.each([
    ['-3.5', -3.5],
    ['+3', 3],
    ['\u22127', -7],
    [0.5, 0.5],
    ['PK', 0],
    ['.5', 0.5],
    [null, Number.NaN],
    ['', Number.NaN],
    ['3-2', Number.NaN],
  ])('line %j is %d', (raw, line) => {
    expect(parseLine(raw)).toBe(line);
  });

  test.each([
    ['New York Mets', HOME],
    [' los angeles angels ', AWAY],
    ['Draw', DRAW],
    ['Tie', DRAW],
    ['Auston Matthews', -1],
    ['', -1],
    [null, -1],
  ])('side of %j', (target, side) => {
    expect(teamSide(target, 'New York Mets', 'Los Angeles Angels')).toBe(side);
  });
});

describe('parseStartTime', () => {
  test.each([
    ['2025-07-23, 01:09 PM', '2025-07-23T17:09:00Z'],
    ['2025-01-05, 08:15 PM', '2025-01-06T01:15:00Z'],
    ['2025-07-23, 12:05 AM', '2025-07-23T04:05:00Z'],
    ['2025-07-23, 12:05 PM', '2025-07-23T16:05:00Z'],
    // clocks go forward on 2025-03-09 at 2:00: before, after, and the hour that is not there
    ['2025-03-09, 01:59 AM', '2025-03-09T06:59:00Z'],
    ['2025-03-09, 03:00 AM', '2025-03-09T07:00:00Z'],
    ['2025-03-09, 02:30 AM', '2025-03-09T07:30:00Z'],
    // clocks go back on 2025-11-02 at 2:00: the hour that comes twice is read as the first
    ['2025-11-02, 01:30 AM', '2025-11-02T05:30:00Z'],
    ['2025-11-02, 02:30 AM', '2025-11-02T07:30:00Z'],
  ])('%s is %s', (raw, instant) => {
    expect(new Date(parseStartTime(raw) ?? Number.NaN).toISOString()).toBe(instant.replace('Z', '.000Z'));
  });

  test.each([
    [null],
    [{}],
    [''],
    ['2025-07-23'],
    ['2025-13-01, 01:00 PM'],
    ['2025-02-30, 01:00 PM'],
    ['2025-07-23, 13:00 PM'],
    ['TBD'],
  ])('%j is not a start time', (raw) => {
    expect(parseStartTime(raw)).toBeNull();
  });
});

describe('startsFromLabel', () => {
  test.each([
    ['2025-07-23', 1, '2025-07-23T05:00', '2025-07-23T17:00', 'summer: four hours behind UTC'],
    [
      '2025-01-05',
      8,
      '2025-01-05T13:00',
      '2025-01-06T01:00',
      'winter: five, and the evening is the next day in UTC',
    ],
    ['2025-07-23', 12, '2025-07-23T04:00', '2025-07-23T16:00', '12 is midnight and noon'],
    ['2025-03-09', 2, '2025-03-09T07:00', '2025-03-09T18:00', 'the hour that is not there is the hour after'],
    ['2025-11-02', 1, '2025-11-02T05:00', '2025-11-02T18:00', 'the hour that comes twice is the first'],
  ])('%s, %d is %s or %s: %s', (date, hour, morning, evening) => {
    const starts = startsFromLabel(date, hour)?.map((atMs) => new Date(atMs).toISOString().slice(0, 16));
    expect(starts).toEqual([morning, evening]);
  });

  test.each([
    ['2025-07-23', 0],
    ['2025-07-23', 13],
    ['2025-07-23', 1.5],
    ['2025-07-23', Number.NaN],
    ['2025-02-30', 1],
    ['', 1],
  ])('%j, %d is no start', (date, hour) => {
    expect(startsFromLabel(date, hour)).toBeNull();
  });
});
