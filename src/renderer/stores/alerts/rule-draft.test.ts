import { describe, expect, it, test } from 'vitest';
import type { Rule } from '#domain/alert/rule/rule.ts';
import { RULE_KINDS } from '#domain/alert/rule/rule.ts';
import { blankTexts, readDraft, textsOf } from './rule-draft.ts';

const on = { type: 'league', sport: 'NBA' } as const;

describe('a rule in the editor', () => {
  test.each<Rule>([
    { name: 'a', on, kind: 'price', price: -105, of: 'best', line: 3.5 },
    { name: 'b', on, kind: 'move', by: 15, unit: 'cents', withinS: 60, direction: 'up', minPrice: -200 },
    { name: 'c', on, kind: 'line', by: 1, through: [3, 7], phase: 'pre-match' },
    {
      name: 'd',
      on,
      kind: 'steam',
      sportsbooksMoving: 3,
      by: 2,
      unit: 'points',
      withinS: 30,
      direction: 'both',
      groups: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    { name: 'e', on, kind: 'event', events: ['suspended', 'starts-soon'], minutes: 15 },
    {
      name: 'f',
      on,
      kind: 'value',
      overPct: 2.5,
      fair: [{ sportsbook: 'pinnacle' }, { sportsbook: 'circa', weight: 2 }],
      method: 'shin',
      sportsbooks: ['fanduel', 'betmgm'],
      stake: { by: 'fixed', amount: 50, currency: 'USD' },
    },
    {
      name: 'g',
      on,
      kind: 'arbitrage',
      find: 'middle',
      overPct: -4,
      gap: 2,
      freshS: 30,
      repeat: { afterMinutes: 5 },
    },
    {
      name: 'h',
      on,
      kind: 'play',
      what: 'difference',
      atMost: 3,
      repeat: 'once',
      hours: { from: '18:00', to: '02:00', days: ['fri', 'sat'] },
      sound: true,
      importance: 'high',
      isOff: true,
    },
  ])('$kind comes back as it was', (rule) => {
    const { texts, rest } = textsOf(rule as unknown as Record<string, unknown>);
    expect(readDraft(texts, rest)).toEqual({ ok: true, rule });
  });

  it('of every kind is complete once it has a name and a place to look', () => {
    for (const kind of RULE_KINDS) {
      const texts = { ...blankTexts(kind), kind, name: 'new' };
      expect(readDraft(texts, { on })).toMatchObject({ ok: true });
    }
  });

  it('says what is missing, and where', () => {
    const texts = { ...blankTexts('price'), kind: 'price', name: 'x', price: '50' };
    expect(readDraft(texts, { on })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/"?price"? has to be an American price/),
    });
    expect(readDraft({ ...texts, price: '150', name: '' }, { on })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/name/),
    });
  });
});
