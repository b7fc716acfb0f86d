import { beforeEach, describe, expect, it } from 'vitest';
import type { KeyState } from '#contract/key.ts';
import type { Reply } from '#contract/requests.ts';
import { FakeBridge } from '../../bridge/fake-bridge.ts';
import { followKey } from './key-entry.ts';

const DEMO: KeyState = { kind: 'none', detail: '', base: 'https://spro.agency/api' };
const KEPT: KeyState = { kind: 'kept', detail: 'In the keychain.', base: 'http://127.0.0.1:1/api' };
const TRIAL: KeyState = { kind: 'session', detail: 'Trying the key.', base: KEPT.base };

let bridge: FakeBridge;
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  bridge = new FakeBridge();
  bridge.answerValue('key.read', DEMO);
});

describe('the key entry', () => {
  it('says where the key is, and keeps what was pushed before the answer', async () => {
    const store = followKey(bridge);
    bridge.push('key', KEPT);
    await settle();
    expect(store.state.read()).toEqual(KEPT);
    store.stop();
    expect(bridge.receiverCount('key')).toBe(0);
  });

  it('takes a trial for no state: what is told meanwhile counts when it is over', async () => {
    const store = followKey(bridge);
    await settle();
    let answer: (reply: Reply<'key.enter'>) => void = () => undefined;
    bridge.answer('key.enter', () => new Promise((resolve) => (answer = resolve)));
    const entered = store.enter('a-key', KEPT.base);
    expect(store.trial.read()).toEqual({ kind: 'trying' });
    bridge.push('key', TRIAL);
    expect(store.state.read()).toEqual(DEMO);
    bridge.push('key', { ...DEMO, detail: 'Back again.' });
    answer({ ok: false, code: 'key-refused', message: 'The provider refused the key.' });
    await entered;
    expect(store.trial.read()).toEqual({
      kind: 'failed',
      code: 'key-refused',
      message: 'The provider refused the key.',
    });
    expect(store.state.read()?.detail).toBe('Back again.');
  });

  it('tries one key at a time', async () => {
    const store = followKey(bridge);
    bridge.answer('key.enter', () => new Promise(() => undefined));
    void store.enter('a-key', KEPT.base);
    void store.enter('another', KEPT.base);
    expect(bridge.inputsOf('key.enter')).toEqual([{ key: 'a-key', base: KEPT.base }]);
  });

  it('holds the key nowhere after it was sent', async () => {
    bridge.answerValue('key.enter', KEPT);
    const store = followKey(bridge);
    await store.enter('very-secret', KEPT.base);
    expect(store.state.read()).toEqual(KEPT);
    expect(JSON.stringify([store.state.read(), store.trial.read()])).not.toContain('very-secret');
  });

  it('goes back to the demo', async () => {
    bridge.answerValue('key.read', KEPT);
    bridge.answerValue('key.remove', DEMO);
    const store = followKey(bridge);
    await settle();
    await store.remove();
    expect(store.state.read()).toEqual(DEMO);
    expect(store.trial.read()).toEqual({ kind: 'none' });
  });
});
