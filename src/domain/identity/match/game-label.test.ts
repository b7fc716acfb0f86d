import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelWithoutTime, parseGameLabel } from './game-label.ts';

/** Any code units, halves of characters too. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
  .map((units) => String.fromCharCode(...units));

const read = (label: string): string | null => {
  const said = parseGameLabel(label);
  return said && [said.home, said.away, said.date, said.hour, said.universalId].join(' | ');
};

test.each([
  ['Utah Jazz vs Minnesota Timberwolves, 2026-01-18, 09', 'Utah Jazz vs Minnesota Timberwolves'],
  [
    'Utah Jazz vs Minnesota Timberwolves, 2026-01-18, 09, bc4868ef70c0',
    'Utah Jazz vs Minnesota Timberwolves',
  ],
  ['Ferrer, D. vs Nadal, R., 2026-01-18', 'Ferrer, D. vs Nadal, R.'],
  ['Outright winner', 'Outright winner'],
  ['', ''],
])('%s is read as %s where its time stands elsewhere', (label, text) =>
  expect(labelWithoutTime(label)).toBe(text),
);

describe('parseGameLabel', () => {
  test.each<[label: string, parts: string | null, reason: string]>([
    [
      'New York Mets vs Los Angeles Angels, 2025-07-23, 01',
      'New York Mets | Los Angeles Angels | 2025-07-23 | 1 | ',
      'the usual form',
    ],
    [
      'A vs B, 2025-07-23, 01, ac792a4acb18',
      'A | B | 2025-07-23 | 1 | ac792a4acb18',
      'newer form, id after a comma',
    ],
    [
      'A vs B, 2025-07-23, 01 AC792A4ACB18',
      'A | B | 2025-07-23 | 1 | ac792a4acb18',
      'newer form, id after a blank, upper case',
    ],
    ['A vs B ac792a4acb18', 'A | B |  |  | ac792a4acb18', 'an id without a time'],
    ['A vs B, 2025-07-23, 01, 123456789012', 'A | B | 2025-07-23 | 1 | 123456789012', 'an id of digits only'],
    [
      'A vs B, 2025-07-23, 01, ac792a4acb1',
      'A | B, 2025-07-23, 01, ac792a4acb1 |  |  | ',
      'eleven digits are no id',
    ],
    ['  A   vs\tB ,2025-07-23,07 ', 'A | B | 2025-07-23 | 7 | ', 'odd blanks and commas'],
    ['A VS. B, 2025-07-23, 7', 'A | B | 2025-07-23 | 7 | ', 'vs. in capitals, an hour of one digit'],
    ['A v. B, 2025-07-23, 07', 'A | B | 2025-07-23 | 7 | ', 'v.'],
    ['A v B, 2025-07-23, 07', 'A | B | 2025-07-23 | 7 | ', 'v'],
    ['Mets @ Angels, 2025-07-23, 07', 'Angels | Mets | 2025-07-23 | 7 | ', 'the guest stands before @'],
    ['Mets@Angels, 2025-07-23, 07', 'Angels | Mets | 2025-07-23 | 7 | ', '@ without blanks'],
    ['Team V vs Alex v Z, 2025-07-23, 07', 'Team V | Alex v Z | 2025-07-23 | 7 | ', 'vs goes before v'],
    [
      'Sinner, J. vs Alcaraz, C., 2025-07-13, 09',
      'Sinner, J. | Alcaraz, C. | 2025-07-13 | 9 | ',
      'commas within names',
    ],
    [
      '1. FC Köln vs Schalke 04, 2025-07-13, 09',
      '1. FC Köln | Schalke 04 | 2025-07-13 | 9 | ',
      'digits at the end of a name',
    ],
    ['A vs B, 2025-07-23', 'A | B | 2025-07-23 |  | ', 'no hour'],
    ['A vs B, 2025-07-23, 00', 'A | B | 2025-07-23 |  | ', 'a 12-hour clock has no hour 0'],
    ['A vs B, 2025-07-23, 19', 'A | B | 2025-07-23 |  | ', 'nor an hour 19'],
    ['A vs B, 2025-02-30, 01', 'A | B |  |  | ', 'a day that no calendar has'],
    [
      'Vsetin vs Davos, 2025-07-23, 01',
      'Vsetin | Davos | 2025-07-23 | 1 | ',
      'vs within a word parts nothing',
    ],
    ['NBA Champion 2026', null, 'an outright has no two teams'],
    [' vs B, 2025-07-23, 01', null, 'no home team'],
    ['', null, 'nothing'],
    ['__proto__', null, 'a name of the language'],
    [
      '__proto__ vs constructor, 2025-07-23, 01',
      '__proto__ | constructor | 2025-07-23 | 1 | ',
      'such names as teams',
    ],
  ])('%s is %s: %s', (label, parts) => {
    expect(read(label)).toBe(parts);
  });

  test('never throws, and stays fast on long texts', () => {
    fc.assert(fc.property(anyText, (text) => void parseGameLabel(text)));
    expect(parseGameLabel(`${'a '.repeat(400)}vs b`)).toBeNull();
    expect(parseGameLabel(`${' ,'.repeat(120)}a vs b${', '.repeat(120)}`)).toMatchObject({
      home: 'a',
      away: 'b',
    });
  });

  test('reads back what the provider writes', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{2,8}( [A-Z][a-z]{2,8})?$/);
    const id = fc.option(fc.stringMatching(/^[0-9a-f]{12}$/));
    fc.assert(
      fc.property(name, name, fc.integer({ min: 1, max: 12 }), id, (home, away, hour, universalId) => {
        const start = `2025-07-23, ${String(hour).padStart(2, '0')}`;
        const label = `${home} vs ${away}, ${start}${universalId === null ? '' : `, ${universalId}`}`;
        expect(parseGameLabel(label)).toEqual({ home, away, date: '2025-07-23', hour, universalId });
      }),
    );
  });
});
