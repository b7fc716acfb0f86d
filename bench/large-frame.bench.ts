import { Board } from '#domain/board/board.ts';
import { createOddsFeed } from '#engine/adapters/feed/odds-feed.ts';
import { cpuMs, report, rounded } from './report.ts';
import { startProvider } from './running/provider.ts';

/** How long the feed's thread is busy at a stretch while a list of many MB arrives: in processor time, of each turn of its loop. */
const ARRAY_BYTES = 30_000_000;
const QUIET_MS = 1_000;

const provider = await startProvider({
  ratePerSecond: 0,
  updates: 0,
  snapshotBytes: ARRAY_BYTES + 1_000_000,
  arrayBytes: ARRAY_BYTES,
});
const board = new Board();
let largest: Buffer = Buffer.alloc(0);
let heardAtMs = 0;
const connection = createOddsFeed({
  base: provider.base,
  key: 'no-such-key',
  board,
  tap: (frame) => {
    if (frame.length > largest.length) largest = frame;
  },
}).connect({
  frame: () => undefined,
  message(message) {
    heardAtMs = performance.now();
    if (message.kind === 'acknowledged') connection.subscribe({});
    if (message.kind === 'board') board.fold(message.message, Date.now());
  },
  refused: () => undefined,
  ended: () => undefined,
});

const turnsMs: number[] = [];
await new Promise<void>((resolve) => {
  let before = process.threadCpuUsage();
  const turn = () => {
    const { user, system } = process.threadCpuUsage(before);
    turnsMs.push((user + system) / 1000);
    before = process.threadCpuUsage();
    if (largest.length >= ARRAY_BYTES && performance.now() - heardAtMs > QUIET_MS) resolve();
    else setImmediate(turn);
  };
  turn();
});
connection.close();
provider.close();
const longestMs = Math.max(...turnsMs.filter((ms) => ms > 1));
const wholeMs = cpuMs(() => JSON.parse(largest.toString('utf8')));
report({
  work: `longest block of the feed's thread while a list of ${ARRAY_BYTES / 1e6} MB arrives`,
  limit: `${board.selections.size} selections that are new`,
  peer: `bare JSON.parse of it: ${Math.round(wholeMs)} ms`,
  ours: `${Math.round(longestMs)} ms`,
  ratio: rounded(wholeMs / longestMs),
  target: '<= 50 ms of processor time',
  met: longestMs <= 50,
});
process.exit();
