import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { EngineOptions } from '#engine/index.ts';
import { EngineThread } from './engine-thread.ts';

const started = vi.hoisted(() => ({ threads: [] as unknown[], next: () => undefined as unknown }));
vi.mock('./worker-entry.ts', () => ({
  startWorker: () => {
    const thread = started.next();
    started.threads.push(thread);
    return thread;
  },
}));

/** A thread that keeps what it is sent and answers by hand. */
class HandWorker extends EventEmitter {
  readonly sent: { id: number; name: string }[] = [];
  postMessage(message: { id: number; name: string }): void {
    this.sent.push(message);
  }
  answer(): void {
    this.emit('message', { kind: 'answer', id: this.sent.at(-1)?.id, value: null });
  }
  terminate = async () => 0;
}

function start() {
  const gone: string[] = [];
  const news: string[] = [];
  const engine = new EngineThread(
    ({ kind }) => news.push(kind),
    (why) => gone.push(why),
  );
  return { thread: started.threads[0] as HandWorker, engine, gone, news };
}

const OPTIONS = { key: 'some-key' } as EngineOptions;
const unhandled = vi.fn();
beforeEach(() => {
  started.threads.length = 0;
  started.next = () => new HandWorker();
  process.on('unhandledRejection', unhandled);
});
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

it('starts in a new thread after it has ended, and hears the old one no more', async () => {
  const { thread, engine, gone, news } = start();
  const asked = engine.call('leagues', null);
  const memory = Object.assign(new Error('reached its memory limit'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });
  thread.emit('error', memory);
  await expect(asked).rejects.toThrow('The engine ended.');
  const starting = engine.start(OPTIONS);
  thread.emit('message', { kind: 'notice', text: 'said too late' });
  thread.emit('exit', 1);
  expect(gone).toEqual([memory.stack]);
  expect(news).toEqual([]);

  const second = started.threads[1] as HandWorker;
  expect(second.sent).toMatchObject([{ name: 'start', input: OPTIONS }]);
  second.answer();
  await starting;
  second.emit('message', { kind: 'notice', text: 'said in time' });
  expect(news).toEqual(['notice']);
  void engine.start(OPTIONS).catch(() => undefined);
  expect(started.threads).toHaveLength(2);
  second.emit('exit', 7);
  expect(gone).toHaveLength(2);
});

it('that is stopped has not ended by itself', async () => {
  const { thread, engine, gone } = start();
  const stopping = engine.stop(1_000);
  thread.answer();
  await stopping;
  thread.emit('exit', 1);
  expect(gone).toEqual([]);
});
