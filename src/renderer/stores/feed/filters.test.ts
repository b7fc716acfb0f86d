import { beforeEach, describe, expect, it, test } from 'vitest';
import type { FilterState } from '#contract/filters.ts';
import { FakeBridge } from '../../bridge/fake-bridge.ts';
import { followFilters, replaced } from './filters.ts';

const HEARD: FilterState = { filters: {}, answer: 'heard', unknown: [] };
const UNKNOWN = { list: 'sportsbooks', name: 'draft kings', closest: ['draftkings'] } as const;

let bridge: FakeBridge;
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  bridge = new FakeBridge();
  bridge.answerValue('filters.read', HEARD);
});

describe('the filters store', () => {
  it('reads, follows, and reads anew when the engine begins anew', async () => {
    const store = followFilters(bridge);
    await settle();
    expect(store.state.read()).toEqual(HEARD);
    bridge.push('filters', { ...HEARD, answer: 'silent' });
    expect(store.state.read()?.answer).toBe('silent');
    bridge.push('engine.started', null);
    await settle();
    expect(store.state.read()?.answer).toBe('heard');
    store.stop();
    expect(bridge.receiverCount('filters') + bridge.receiverCount('engine.started')).toBe(0);
  });

  it('does not set a pushed answer back by that of the change', async () => {
    const store = followFilters(bridge);
    await settle();
    bridge.answer('filters.change', (filters) => {
      bridge.push('filters', { filters, answer: 'asked', unknown: [] });
      return { ok: true, value: { filters, answer: 'heard', unknown: [] } };
    });
    expect(await store.apply({ sports: ['NBA'] })).toBe(true);
    expect(store.state.read()).toEqual({ filters: { sports: ['NBA'] }, answer: 'asked', unknown: [] });
  });

  it('says why a change was not taken', async () => {
    bridge.answer('filters.change', () => ({ ok: false, code: 'not-saved', message: 'The disk is full.' }));
    const store = followFilters(bridge);
    await settle();
    expect(await store.apply({ sports: ['NBA'] })).toBe(false);
    expect(store.failure.read()).toBe('The disk is full.');
    expect(store.state.read()).toEqual(HEARD);
  });

  it('puts a name that exists in the place of one that does not', async () => {
    const filters = { sports: ['NBA'], sportsbooks: ['draft kings', 'fanduel'] };
    bridge.answerValue('filters.read', { filters, answer: 'silent', unknown: [UNKNOWN] });
    bridge.answerValue('filters.change', HEARD);
    const store = followFilters(bridge);
    await settle();
    await store.replace(UNKNOWN, 'draftkings');
    expect(bridge.inputsOf('filters.change')).toEqual([
      { sports: ['NBA'], sportsbooks: ['fanduel', 'draftkings'] },
    ]);
  });
});

test.each([
  ['left out', { sportsbooks: ['draft kings', 'fanduel'] }, null, { sportsbooks: ['fanduel'] }],
  ['the last one left out', { sports: ['NBA'], sportsbooks: ['draft kings'] }, null, { sports: ['NBA'] }],
  [
    'there already',
    { sportsbooks: ['draftkings', 'draft kings'] },
    'draftkings',
    { sportsbooks: ['draftkings'] },
  ],
])('a name replaced: %s', (_case, filters, by, result) => {
  expect(replaced(filters, UNKNOWN, by)).toEqual(result);
});
