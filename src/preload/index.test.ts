import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { BRIDGE_GLOBAL, REQUEST_CHANNEL, STREAM_CHANNEL } from '#contract/bridge.ts';

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  listeners: new Map<string, (event: unknown, name: string, payload: unknown) => void>(),
  invoke: vi.fn(),
}));

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, value: unknown) => electron.exposed.set(name, value),
  },
  ipcRenderer: {
    invoke: electron.invoke,
    on: (channel: string, listener: (event: unknown, name: string, payload: unknown) => void) =>
      electron.listeners.set(channel, listener),
  },
}));

interface LooseBridge {
  request(name: string, input: unknown): Promise<unknown>;
  listen(name: string, receive: (payload: unknown) => void): () => void;
}

let bridge: LooseBridge;
const push = (name: string, payload: unknown) => electron.listeners.get(STREAM_CHANNEL)?.({}, name, payload);

beforeAll(async () => {
  await import('./index.ts');
  bridge = electron.exposed.get(BRIDGE_GLOBAL) as LooseBridge;
});

beforeEach(() => {
  electron.invoke.mockReset();
});

describe('requests', () => {
  it('go through one channel with their name and input', async () => {
    electron.invoke.mockResolvedValue({ ok: true, value: null });
    await expect(bridge.request('screen.close', null)).resolves.toEqual({ ok: true, value: null });
    expect(electron.invoke).toHaveBeenCalledWith(REQUEST_CHANNEL, 'screen.close', null);
  });

  it.each(['files.read', 'toString', '__proto__', ''])('refuse the unknown name %j unsent', async (name) => {
    await expect(bridge.request(name, {})).resolves.toMatchObject({ ok: false, code: 'bad-request' });
    expect(electron.invoke).not.toHaveBeenCalled();
  });

  it('answer with a failure when the other side throws', async () => {
    electron.invoke.mockRejectedValue(new Error('gone'));
    await expect(bridge.request('app.info', null)).resolves.toEqual({
      ok: false,
      code: 'internal',
      message: 'gone',
    });
  });
});

describe('streams', () => {
  it('reach every receiver of their name, and nobody after the undo', () => {
    const first = vi.fn();
    const second = vi.fn();
    const settings = vi.fn();
    const stopFirst = bridge.listen('status', first);
    bridge.listen('status', second);
    bridge.listen('settings', settings);
    push('status', 1);
    stopFirst();
    push('status', 2);
    expect(first.mock.calls).toEqual([[1]]);
    expect(second.mock.calls).toEqual([[1], [2]]);
    expect(settings).not.toHaveBeenCalled();
  });

  it('of an unknown name are refused', () => {
    expect(() => bridge.listen('keys', () => undefined)).toThrow(TypeError);
    expect(() => push('keys', 1)).not.toThrow();
  });

  it('expose nothing but the bridge', () => {
    expect([...electron.exposed.keys()]).toEqual([BRIDGE_GLOBAL]);
    expect(Object.keys(bridge).sort()).toEqual(['listen', 'request']);
  });
});
