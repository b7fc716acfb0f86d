import { EventEmitter } from 'node:events';
import { afterEach, expect, it, vi } from 'vitest';
import { EngineThread } from './engine-thread.ts';

const worker = vi.hoisted(() => ({ current: undefined as unknown }));
vi.mock('./worker-entry.ts', () => ({ startWorker: () => worker.current }));

/** A thread that keeps what it is sent and answers by hand. */
class HandWorker extends EventEmitter {
  readonly sent: unknown[] = [];
  postMessage(message: unknown): void {
    this.sent.push(message);
  }
}

function start() {
  const thread = new HandWorker();
  worker.current = thread;
  const gone: string[] = [];
  const engine = new EngineThread(
    () => undefined,
    (why) => gone.push(why),
  );
  return { thread, engine, gone };
}

const unhandled = vi.fn();
process.on('unhandledRejection', unhandled);
afterEach(() => process.off('unhandledRejection', unhandled));

it('is told what needs no answer, and that it failed or is gone is nobody\u2019s exception', async () => {
  const { thread, engine, gone } = start();
  engine.tell('screen.hidden', { windowId: 1, isHidden: true });
  engine.tell('reconnect', { why: 'The computer slept.' });
  expect(thread.sent).toMatchObject([{ name: 'screen.hidden' }, { name: 'reconnect' }]);
  thread.emit('message', { kind: 'failure', id: 1, message: 'no such window' });
  thread.emit('exit', 1);
  engine.tell('screen.hidden', { windowId: 1, isHidden: false });
  expect(thread.sent).toHaveLength(2);
  expect(gone).toEqual(['exit code 1']);
  await expect(engine.call('leagues', null)).rejects.toThrow('The engine is not running.');
  await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled).not.toHaveBeenCalled();
});
