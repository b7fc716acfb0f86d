import { parentPort, workerData } from 'node:worker_threads';
import { createSystemClock } from '../../system/system-clock.ts';
import { HistoryKeeper } from './history-keeper.ts';
import type { WriterCall, WriterNews } from './writer-messages.ts';

/** How often the state is told although its condition stays: size and counters move. */
const TELL_EVERY_MS = 2_000;

/** The history's one writer, in a thread of its own, so that a slow disk delays nobody. `workerData`: `{ folder }`. */
function serve(): void {
  const port = parentPort;
  if (port === null) throw new Error('The history is written by a worker thread.');
  const tell = (news: WriterNews): void => port.postMessage(news);
  const { folder } = workerData as { folder: string };
  let run = 0;
  const keeper = new HistoryKeeper({
    folder,
    clock: createSystemClock(),
    state: (state) => tell({ kind: 'state', state }),
    done: (batch) => tell({ kind: 'done', changes: batch.changes.count }),
    beganAnew() {
      run += 1;
      tell({ kind: 'began-anew', run });
    },
  });
  const timer = setInterval(() => tell({ kind: 'state', state: keeper.state }), TELL_EVERY_MS);
  timer.unref();
  port.on('message', (call: WriterCall) => {
    if (call.kind === 'batch') {
      if (call.run === run) return keeper.write(call.batch);
      keeper.leaveOut(call.batch);
      return tell({ kind: 'done', changes: call.batch.changes.count });
    }
    if (call.kind === 'damaged') {
      // several reads may have found the same damage
      if (call.run === run) keeper.noteDamage(call.message);
      return;
    }
    if (call.kind === 'plays') return keeper.writePlays(call.plays);
    if (call.kind === 'retain') return keeper.retain(call.retention);
    clearInterval(timer);
    keeper.stop();
    tell({ kind: 'stopped' });
    port.close();
  });
}

serve();
