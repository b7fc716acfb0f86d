import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '#contract/requests.ts';
import { DEFAULT_SETTINGS, type Settings } from '#contract/settings.ts';
import { FakeBridge } from '../bridge/fake-bridge.ts';
import { openSettings } from './settings.ts';

let bridge: FakeBridge;
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  bridge = new FakeBridge();
  bridge.answerValue('settings.read', { ...DEFAULT_SETTINGS, theme: 'dark' });
});

describe('settings', () => {
  it('start as they were kept', async () => {
    const store = await openSettings(bridge);
    expect(store.settings.read().theme).toBe('dark');
  });

  it('fall back to the defaults, and say so, when they can not be read', async () => {
    bridge.answer('settings.read', () => ({ ok: false, code: 'internal', message: 'No disk.' }));
    const store = await openSettings(bridge);
    expect(store.settings.read()).toEqual(DEFAULT_SETTINGS);
    expect(store.failure.read()).toBe('No disk.');
  });

  it('take a change at once and only send that part', async () => {
    const store = await openSettings(bridge);
    store.change({ oddsFormat: 'decimal' });
    expect(store.settings.read()).toMatchObject({ theme: 'dark', oddsFormat: 'decimal' });
    expect(bridge.inputsOf('settings.change')).toEqual([{ oddsFormat: 'decimal' }]);
  });

  it('keep a change for this run that could not be saved, and say so until one is', async () => {
    const store = await openSettings(bridge);
    bridge.answer('settings.change', () => ({ ok: false, code: 'not-saved', message: 'Disk full.' }));
    store.change({ theme: 'light' });
    await settle();
    expect(store.settings.read().theme).toBe('light');
    expect(store.failure.read()).toBe('Disk full.');
    bridge.answerValue('settings.change', { ...DEFAULT_SETTINGS, theme: 'system' });
    store.change({ theme: 'system' });
    await settle();
    expect(store.failure.read()).toBe(null);
  });

  it('are not taken back by a late answer to an older change', async () => {
    const store = await openSettings(bridge);
    const replies: ((reply: Reply<'settings.change'>) => void)[] = [];
    bridge.answer('settings.change', () => new Promise((resolve) => replies.push(resolve)));
    store.change({ theme: 'light' });
    store.change({ theme: 'system' });
    replies[0]?.({ ok: true, value: { ...DEFAULT_SETTINGS, theme: 'light' } });
    await settle();
    expect(store.settings.read().theme).toBe('system');
  });

  it('follow other windows until stopped', async () => {
    const store = await openSettings(bridge);
    const other: Settings = { ...DEFAULT_SETTINGS, oddsFormat: 'implied' };
    bridge.push('settings', other);
    expect(store.settings.read()).toEqual(other);
    store.stop();
    expect(bridge.receiverCount('settings')).toBe(0);
  });
});
