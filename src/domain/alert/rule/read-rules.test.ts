import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { describeRule } from './describe-rule.ts';
import { readRules } from './read-rules.ts';
import { RULE_KINDS } from './rule.ts';

const on = { type: 'league', sport: 'NBA' };
const move = { kind: 'move', by: 10, unit: 'cents', withinS: 30, direction: 'up' };
const one = (more: object) => [{ name: 'r', on, ...more }];

describe('a file of rules', () => {
  test.each<[string, unknown, RegExp]>([
    ['no object', 5, /the file has to be an object/],
    ['an unknown kind', one({ kind: 'magic' }), /rule 1 \("r"\): "kind" has to be one of "price", "move"/],
    ['a misspelt field', one({ ...move, pirce: 1 }), /"pirce" is not known here/],
    ['a wrong price', one({ kind: 'price', price: 50 }), /"price" has to be an American price/],
    ['a price as text', one({ kind: 'price', price: '150' }), /"price" has to be an American price/],
    ['two of a name', [...one(move), ...one(move)], /two rules are called "r"/],
    ['no target', [{ name: 'r', ...move }], /"on" has to be an object/],
    [
      'an entry without a game',
      [{ name: 'r', on: { type: 'entry', entry: { kind: 'game' } }, ...move }],
      /"entry" is no entry/,
    ],
    [
      'an empty list',
      one({ ...move, sportsbooks: [] }),
      /"sportsbooks" has to be a list of 1 to 1000; leave it out for all/,
    ],
    [
      'minutes without a start',
      one({ kind: 'event', events: ['suspended'], minutes: 5 }),
      /"minutes" goes with/,
    ],
    [
      'a start without minutes',
      one({ kind: 'event', events: ['starts-soon'] }),
      /"minutes" has to be a number/,
    ],
    ['a line that may not move', one({ kind: 'line' }), /"by" or "through" has to say/],
    [
      'a return that a kind has not',
      one({ ...move, repeat: { afterReturnBy: 1 } }),
      /"afterReturnBy" goes with/,
    ],
    [
      'a time without its zone',
      one({ ...move, expires: '2027-01-01T00:00' }),
      /"expires" has to be a time like/,
    ],
    [
      'an hour that is none',
      one({ ...move, hours: { from: '9', to: '12:00' } }),
      /"hours": "from" has to be a time of day/,
    ],
    [
      'a zone that is none',
      one({ ...move, hours: { from: '09:00', to: '12:00', timeZone: 'Mars' } }),
      /is no time zone/,
    ],
    ['a newer version', { version: 2, rules: [] }, /a newer Linewatch wrote the file/],
    ['a broken watchlist', { watchlists: [{ name: '' }] }, /watchlist 1: it needs a "name"/],
  ])('%s is refused in words that name the place', (_what, file, words) => {
    expect(() => readRules(file)).toThrow(words);
  });

  it('may say that there are no groups', () => {
    const steam = { ...move, kind: 'steam', sportsbooksMoving: 3 };
    expect(readRules(one({ ...steam, groups: [] })).rules).toMatchObject([{ kind: 'steam', groups: [] }]);
    for (const groups of [[[]], [['fanduel']], ['fanduel', 'circa'], {}, null])
      expect(() => readRules(one({ ...steam, groups }))).toThrow(/"groups" has to/);
  });

  it('is the form of every example in the guide, one of each kind and more', () => {
    const guide = readFileSync(new URL('../../../../docs/rules.md', import.meta.url), 'utf8');
    const examples = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(
      ([, json]) => JSON.parse(json!) as unknown,
    );
    const rules = examples.flatMap((example) => readRules(example).rules);
    expect(new Set(rules.map(({ kind }) => kind))).toEqual(new Set(RULE_KINDS));
    expect(readRules(JSON.parse(JSON.stringify({ rules }))).rules).toEqual(rules);
    for (const rule of rules) expect(describeRule(rule)).toMatch(/^Tells when .{10,}\.$/);
  });
});
