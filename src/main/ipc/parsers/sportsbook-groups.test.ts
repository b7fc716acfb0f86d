import { expect, it } from 'vitest';
import { GROUP_LIMITS } from '#contract/settings.ts';
import { PARSERS } from '../parsers.ts';

const SHARP = { name: 'Sharp', sportsbooks: ['pinnacle', 'circa'], isOneSource: false };
const SOFT = { name: 'Soft', sportsbooks: ['fanduel'], isOneSource: true };
const named = (name: unknown) => ({ ...SOFT, name });

it.each([
  [[], true],
  [[SHARP, SOFT], true],
  [[{ ...SHARP, sportsbooks: [] }], true],
  [[named('x'.repeat(GROUP_LIMITS.nameLength))], true],
  [
    Array.from({ length: GROUP_LIMITS.groups }, (_, at) => ({ ...SHARP, name: `${at}`, sportsbooks: [] })),
    true,
  ],
  [
    Array.from({ length: GROUP_LIMITS.groups + 1 }, (_, at) => ({
      ...SHARP,
      name: `${at}`,
      sportsbooks: [],
    })),
    false,
  ],
  [[SHARP, { ...SOFT, name: 'Sharp' }], false],
  [[SHARP, { ...SOFT, sportsbooks: ['circa'] }], false],
  [[{ ...SHARP, sportsbooks: ['circa', 'circa'] }], false],
  [[named('')], false],
  [[named('  ')], false],
  [[named('x'.repeat(GROUP_LIMITS.nameLength + 1))], false],
  [[named(5)], false],
  [[{ ...SHARP, sportsbooks: 'circa' }], false],
  [[{ ...SHARP, sportsbooks: [5] }], false],
  [[{ ...SHARP, isOneSource: 'yes' }], false],
  [[{ ...SHARP, more: 1 }], false],
  [[{ name: 'Sharp', sportsbooks: [] }], false],
  [[null], false],
  [SHARP, false],
  ['Sharp', false],
])('%j may be the groups of the settings: %s', (sportsbookGroups, may) =>
  expect(PARSERS['settings.change']({ sportsbookGroups }) !== undefined).toBe(may),
);
