import { expect, test } from 'vitest';
import { periodWords } from './period-words.ts';

test.each<[string, string | null, string]>([
  ['Period 3', 'NBA', '3rd quarter'],
  ['3', 'WNBA', '3rd quarter'],
  ['Period 5', 'NBA', 'Overtime'],
  ['Period 6', 'NBA', '2nd overtime'],
  ['Period 1', 'NCAAB', '1st half'],
  ['Period 3', 'NCAAB', 'Overtime'],
  ['Period 3', 'NCAA Basketball (Women)', '3rd quarter'],
  ['Period 4', 'NFL', '4th quarter'],
  ['P4', 'NHL', 'Overtime'],
  ['Period 2', 'NHL', '2nd period'],
  ['Period 4', 'NHL', 'Overtime'],
  ['Period 1', 'MLB', '1st inning'],
  ['Period 11', 'MLB', '11th inning'],
  ['Period 2', 'EPL', '2nd half'],
  ['Period 3', 'La Liga', 'Extra time, 1st half'],
  ['Period 5', 'UEFA Champions League', 'Penalties'],
  ['Period 9', 'EPL', '9th period'],
  ['Period 2', 'ATP', 'Set 2'],
  ['Period 2', 'Wimbledon (M)', 'Set 2'],
  ['Period 2', 'CS2', 'Map 2'],
  ['Round 2', 'MMA', 'Round 2'],
  ['Period 3', null, 'Period 3'],
  ['2', 'Cricket World Cup', 'Period 2'],
  ['Q4', null, '4th quarter'],
  ['4th Quarter', 'NBA', '4th quarter'],
  ['4th_quarter', 'NBA', '4th quarter'],
  ['2H', 'EPL', '2nd half'],
  ['fourth quarter', 'NFL', '4th quarter'],
  ['OT', 'NHL', 'Overtime'],
  ['2OT', 'NBA', '2nd overtime'],
  ['HT', 'EPL', 'Half-time'],
  ['halftime', null, 'Half-time'],
  ['Map 2', null, 'Map 2'],
  ['Top 5th', 'MLB', 'Top 5th'],
  ['Golden goal', 'EPL', 'Golden goal'],
  ['Extra time, 1st half', 'EPL', 'Extra time, 1st half'],
  ['', 'NBA', ''],
])('%s in %s is %s', (stated, league, words) => {
  expect(periodWords(stated, league)).toBe(words);
  // what was put in words stays as it is
  expect(periodWords(words, league)).toBe(words);
});
