import { expect, it } from 'vitest';
import { Subjects } from './subjects.ts';

it('a rule remembers its newest 20,000 subjects, however many come', () => {
  const subjects = new Subjects<number>();
  for (let at = 0; at < 20_003; at += 1) subjects.set(`s${at}`, at);
  subjects.set('s20002', -1);
  expect(subjects.size).toBe(20_000);
  expect([2, 3, 20_002].map((at) => subjects.get(`s${at}`))).toEqual([undefined, 3, -1]);
});
