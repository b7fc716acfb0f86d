import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { EngineCallName, EngineCalls, EngineNews } from '#engine/port.ts';
import { isQuick, report, rounded } from './report.ts';
import { benchOptions, startProvider } from './running/provider.ts';

/**
 * What large frames do to the thread that routes every click: this thread is the main one, with the engine as its worker and one
 * window, for which it relays each batch.
 */
const SNAPSHOT_BYTES = 100_000_000;
const ARRAY_BYTES = isQuick() ? 30_000_000 : 60_000_000;
const RESOLUTION_MS = 1;
const QUERY = { sport: 'NBA', market: 'spread' };

const engine = new Worker(new URL('../src/main/engine/worker.ts', import.meta.url));
/** A thread that does nothing: what the machine's other work does to any thread. */
const idle = new Worker(
  `const { monitorEventLoopDelay } = require('node:perf_hooks');
   const delays = monitorEventLoopDelay({ resolution: ${RESOLUTION_MS} });
   delays.enable();
   require('node:worker_threads').parentPort.on('message', (message) => {
     if (message === 'begin') delays.reset();
     else require('node:worker_threads').parentPort.postMessage(Math.max(0, delays.percentile(99.9) / 1e6 - ${RESOLUTION_MS}));
   });`,
  { eval: true },
);
const answers = new Map<number, (value: unknown) => void>();
const told = { selections: 0, frames: 0 };
let nextId = 0;
engine.on('message', (news: EngineNews) => {
  if (news.kind === 'answer') answers.get(news.id)?.(news.value);
  if (news.kind === 'stats') Object.assign(told, news.stats);
  if (news.kind !== 'batch') return;
  serialize(news.batch);
  void call('screen.painted', { windowId: 1, generation: news.batch.generation, number: news.batch.number });
});

function call<N extends EngineCallName>(
  name: N,
  input: EngineCalls[N]['input'],
): Promise<EngineCalls[N]['output']> {
  nextId += 1;
  const id = nextId;
  engine.postMessage({ id, name, input });
  return new Promise((resolve) => {
    answers.set(id, (value) => {
      answers.delete(id);
      resolve(value as EngineCalls[N]['output']);
    });
  });
}

const provider = await startProvider({
  ratePerSecond: 0,
  updates: 0,
  snapshotBytes: SNAPSHOT_BYTES,
  arrayBytes: ARRAY_BYTES,
});
const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delays.enable();
idle.postMessage('begin');
await call('start', benchOptions(provider.base));
const first = await call('screen.open', { windowId: 1, query: QUERY });
void call('screen.painted', { windowId: 1, generation: first.generation, number: first.number });

// until nothing new was stated for a while
for (let before = -1; told.selections === 0 || before !== told.selections; ) {
  before = told.selections;
  await pause(1_500);
}
delays.disable();
idle.postMessage('end');
const [idleMs] = (await once(idle, 'message')) as [number];
const delayMs = (percent: number) => Math.max(0, delays.percentile(percent) / 1e6 - RESOLUTION_MS);
report({
  work: 'longest block of the main process while 100 MB of snapshots arrive',
  limit: `16 ms; ${told.selections} selections in ${told.frames} frames, the largest ${ARRAY_BYTES / 1e6} MB`,
  peer: `a thread that does nothing: p99.9 ${rounded(idleMs)} ms`,
  ours: `p99.9 ${rounded(delayMs(99.9))} ms, longest ${rounded(delayMs(100))} ms`,
  ratio: rounded(delayMs(99.9)),
  target: '<= 16 ms at p99.9, on a busy machine no more than a thread that does nothing',
  met: delayMs(99.9) <= Math.max(16, 1.25 * idleMs),
});
provider.close();
process.exit();
