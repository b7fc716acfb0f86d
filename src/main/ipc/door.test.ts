import { describe, expect, it, vi } from 'vitest';
import { REQUEST_NAMES, type RequestName } from '#contract/requests.ts';
import { type Handlers, serve } from './door.ts';
import { PARSERS } from './parsers.ts';

type Answer = (event: unknown, name: unknown, input: unknown) => Promise<{ ok: boolean; code?: string }>;
const electron = vi.hoisted(() => ({ answer: undefined as unknown, removed: 0 }));
// What the door says to Electron is two calls; the whole way is walked by the fuzzing of the running app.
vi.mock('electron', () => ({
  ipcMain: {
    handle: (_channel: string, answer: unknown) => {
      electron.answer = answer;
    },
    removeHandler: () => {
      electron.removed += 1;
    },
  },
}));

const EVENT = { sender: { id: 1 } };

function open(isTrusted: boolean, handler: () => unknown = () => ({ ok: true, value: null })) {
  const executed: string[] = [];
  const failed: string[] = [];
  const handlers = Object.fromEntries(
    REQUEST_NAMES.map((name) => [
      name,
      () => {
        executed.push(name);
        return handler();
      },
    ]),
  ) as unknown as Handlers;
  const close = serve({
    parsers: PARSERS,
    handlers,
    isTrustedSender: () => isTrusted,
    failed: (name) => failed.push(name),
  });
  return { answer: electron.answer as Answer, executed, failed, close };
}

describe('the one door', () => {
  it('refuses whatever an untrusted sender asks', async () => {
    const { answer, executed } = open(false);
    for (const name of REQUEST_NAMES)
      expect(await answer(EVENT, name, null)).toMatchObject({ code: 'bad-request' });
    expect(executed).toEqual([]);
  });

  it.each([
    'toString',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    '',
    ' app.info',
    'app.info\u0000',
    ['app.info'],
    { toString: () => 'app.info' },
    new String('app.info'),
    null,
    undefined,
    7,
  ])('refuses the name %j', async (name) => {
    const { answer, executed } = open(true);
    expect(await answer(EVENT, name, null)).toMatchObject({ ok: false, code: 'bad-request' });
    expect(executed).toEqual([]);
  });

  it('answers a handler that throws with a sentence that tells nothing of it', async () => {
    const { answer, failed } = open(true, () => {
      throw new Error('the key is abc');
    });
    const reply = await answer(EVENT, 'app.info' satisfies RequestName, null);
    expect(reply).toMatchObject({ ok: false, code: 'internal' });
    expect(JSON.stringify(reply)).not.toContain('abc');
    expect(failed).toEqual(['app.info']);
  });

  it('can be closed', () => {
    const before = electron.removed;
    open(true).close();
    expect(electron.removed).toBe(before + 1);
  });
});
