import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import type { ScreenBatch } from '#contract/odds-screen.ts';
import { Engine } from '#engine/index.ts';
import type { Sink } from '#engine/ports/sink.ts';
import { threadFiles } from '#engine/threads.ts';
import { eveningFrames } from './frames.ts';
import { isQuick, report, rounded } from './report.ts';

/**
 * The running program: how long a frame takes to a window's batch, and what the engine costs while nobody looks. The
 * engine is the headless one in a process of its own: what the app's main process does without a window is the same.
 */
const KEY = '2b7e1516-28ae-42d2-a6ab-f7158809cf4f';
const SECONDS = isQuick() ? 6 : 20;
const RATE = 1_500;
const TICKS_PER_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
const { snapshot, news } = eveningFrames(isQuick() ? 12_000 : 40_000);

/** A provider that acknowledges, states everything, and then brings so many frames a second, or only pings. */
async function openProvider(rate: number): Promise<{ base: string; close(): void }> {
  const server = new WebSocketServer({ port: 0, perMessageDeflate: false });
  server.on('connection', (socket) => {
    socket.send('{"action":"socket_connected"}');
    socket.once('message', () => {
      for (const frame of snapshot) socket.send(frame, { binary: false });
      let next = 0;
      const startedAtMs = performance.now() + 2_000;
      const timer = setInterval(() => {
        const due = ((performance.now() - startedAtMs) / 1000) * rate;
        for (; next < due; next += 1) socket.send(news[next % news.length]!, { binary: false });
      }, 5);
      if (rate === 0) clearInterval(timer);
      const pings = setInterval(() => socket.send('{"action":"ping"}'), 10_000);
      socket.on('close', () => {
        clearInterval(timer);
        clearInterval(pings);
      });
    });
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  return {
    base: `http://127.0.0.1:${port}`,
    close() {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

/** Processor time of a process so far. Unit: ms. */
function cpuMsOf(child: ChildProcess): number {
  const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}

async function shareOf(child: ChildProcess, settleMs: number): Promise<number> {
  await pause(settleMs);
  const [before, startedAtMs] = [cpuMsOf(child), performance.now()];
  await pause(SECONDS * 1000);
  const share = (cpuMsOf(child) - before) / (performance.now() - startedAtMs);
  child.kill();
  return share;
}

const folder = mkdtempSync(path.join(tmpdir(), 'linewatch-bench-running-'));
writeFileSync(path.join(folder, 'key'), KEY);

function headless(base: string, name: string): ChildProcess {
  const program = path.join(import.meta.dirname, '../src/main/engine/headless.ts');
  const args = ['--base', base, '--key-file', path.join(folder, 'key'), '--data', path.join(folder, name)];
  return spawn(process.execPath, [program, ...args], { stdio: 'ignore' });
}

function onlyHolding(base: string): ChildProcess {
  const program = `import { WebSocket } from ${JSON.stringify(import.meta.resolve('ws'))};
    const socket = new WebSocket(${JSON.stringify(base)}); socket.on('message', () => undefined);
    socket.on('open', () => socket.send('{}'));`;
  return spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' });
}

const busy = await openProvider(RATE);
const share = await shareOf(headless(busy.base, 'busy'), 12_000);
report({
  work: 'window hidden, 1,500 frames a second arriving (engine process, history on)',
  limit: 'one core',
  peer: 'a sketch: 9.9 %',
  ours: `${rounded(share * 100, 1)} % of a core`,
  ratio: rounded(0.099 / share),
  target: '<= 6 %',
  met: share <= 0.06,
});
busy.close();

const quiet = await openProvider(0);
const [ours, held] = [headless(quiet.base, 'quiet'), onlyHolding(quiet.base)];
const [oursShare, heldShare] = await Promise.all([shareOf(ours, 16_000), shareOf(held, 16_000)]);
const more = oursShare - heldShare;
report({
  work: 'idle, nothing arriving',
  limit: '1 % of a core',
  peer: `a process that only holds the socket open: ${rounded(heldShare * 100)} % of a core`,
  ours: `${rounded(oursShare * 100)} % of a core`,
  ratio: heldShare === 0 ? null : rounded(oursShare / heldShare),
  target: '<= 1.1, or no more than 0.1 % of a core apart',
  met: heldShare > 0 ? oursShare / heldShare <= 1.1 || more <= 0.001 : more <= 0.001,
});
quiet.close();

await latency();
rmSync(folder, { recursive: true, force: true });
process.exit();

/** From the moment a price changed in the engine to the batch that takes it to a window, which paints at once. */
async function latency(): Promise<void> {
  const provider = await openProvider(RATE);
  const waitedMs: number[] = [];
  let isMeasured = false;
  let lastAtMs = 0;
  const ignore = () => undefined;
  const engine = new Engine(
    { base: provider.base, key: KEY, source: 'provider', filters: {}, dataFolder: null },
    threadFiles(import.meta.resolve('../src/main/engine/headless.ts')),
    new Proxy({} as Sink, {
      get: (_, name) =>
        name !== 'batch'
          ? ignore
          : (windowId: number, batch: ScreenBatch) => {
              const nowMs = Date.now();
              for (const changedAtMs of batch.cells.changedAtMs)
                if (isMeasured && changedAtMs > lastAtMs) waitedMs.push(nowMs - changedAtMs);
              lastAtMs = nowMs;
              setImmediate(() => engine.odds.screens.painted(windowId, batch.generation, batch.number));
            },
    }),
  );
  engine.start();
  await pause(4_000);
  const first = engine.odds.screens.open(1, { sport: 'NBA', market: 'spread' });
  engine.odds.screens.painted(1, first.generation, first.number);
  await pause(1_000);
  isMeasured = true;
  await pause(SECONDS * 1000);
  await engine.stop();
  provider.close();
  waitedMs.sort((left, right) => left - right);
  const at = (part: number) => waitedMs[Math.floor(part * (waitedMs.length - 1))] ?? Number.NaN;
  report({
    work: 'frame in to delta out at 1,500 frames a second',
    limit: 'batches leave at least 50 ms apart',
    peer: '-',
    ours: `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${waitedMs.length} cells`,
    ratio: at(0.5),
    target: 'p50 <= 5 ms, p99 <= 20 ms',
    met: at(0.5) <= 5 && at(0.99) <= 20,
  });
}
