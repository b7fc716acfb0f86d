import { type ChildProcess, fork } from 'node:child_process';
import { WebSocketServer } from 'ws';
import type { EngineOptions } from '#engine/index.ts';
import { eveningFrames } from '../frames.ts';

/** A key as the provider's are written; this one takes any. */
export const KEY = '2b7e1516-28ae-42d2-a6ab-f7158809cf4f';

/** How an engine follows such a provider: all of it, without a history. */
export function benchOptions(base: string): EngineOptions {
  return { base, key: KEY, source: 'provider', filters: {}, dataFolder: null };
}

/** How a provider behaves. */
export interface ProviderPlan {
  /** Frames of news a second once everything is stated; 0 = it only pings, 'all' = all that there are, and then it hangs up. */
  readonly ratePerSecond: number | 'all';
  /** Frames of news before they are said again. */
  readonly updates: number;
  /** Whether only line updates are brought. */
  readonly onlyLines?: boolean;
  /** What is stated is as large as this: further days with the same games. Left out = one evening. Unit: bytes. */
  readonly snapshotBytes?: number;
  /** The last so many of these bytes come as one frame, an array. */
  readonly arrayBytes?: number;
}

export interface RunningProvider {
  readonly base: string;
  /** Brings so many frames a second from now on. */
  change(ratePerSecond: number): void;
  close(): void;
}

/** A provider in a process of its own, so that its work delays nobody who is measured. */
export async function startProvider(plan: ProviderPlan): Promise<RunningProvider> {
  const child: ChildProcess = fork(import.meta.filename, [JSON.stringify(plan)]);
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(message as number));
    child.once('error', reject);
    child.once('exit', () => reject(new Error('The provider of the benchmark ended.')));
  });
  return {
    base: `http://127.0.0.1:${port}`,
    change: (ratePerSecond) => void child.send(ratePerSecond),
    close: () => void child.kill(),
  };
}

/** Time for the snapshot before the news begin. */
const NEWS_AFTER_MS = 2_000;
const PING_EVERY_MS = 10_000;
const SEND_EVERY_MS = 5;

/** Acknowledges, states everything, and then brings so many frames a second. */
function serve(plan: ProviderPlan): void {
  const { ratePerSecond } = plan;
  const { snapshot, news } = framesOf(plan);
  const pace = new Pace(ratePerSecond === 'all' ? 0 : ratePerSecond);
  const server = new WebSocketServer({ port: 0, perMessageDeflate: false });
  server.on('connection', (socket) => {
    socket.send('{"action":"socket_connected"}');
    socket.once('message', () => {
      for (const frame of snapshot) socket.send(frame, { binary: false });
      if (ratePerSecond === 'all') {
        for (const frame of news) socket.send(frame, { binary: false });
        return socket.close();
      }
      pace.begin(NEWS_AFTER_MS);
      let sent = 0;
      const timers = [
        setInterval(() => socket.send('{"action":"ping"}'), PING_EVERY_MS),
        ratePerSecond > 0 &&
          setInterval(() => {
            for (const due = pace.due(); sent < due; sent += 1)
              socket.send(news[sent % news.length]!, { binary: false });
          }, SEND_EVERY_MS),
      ];
      socket.on('close', () => {
        for (const timer of timers) if (timer) clearInterval(timer);
      });
    });
  });
  server.once('listening', () => process.send?.((server.address() as { port: number }).port));
  process.on('message', (rate) => pace.change(rate as number));
  process.once('disconnect', () => process.exit());
}

function framesOf(plan: ProviderPlan): { readonly snapshot: Buffer[]; readonly news: readonly Buffer[] } {
  const { snapshot, news } = eveningFrames(plan.updates);
  const lines = plan.onlyLines ? news.filter((frame) => frame.includes('"line_update"')) : news;
  if (plan.snapshotBytes === undefined) return { snapshot, news: lines };
  const stated: Buffer[] = [];
  let bytes = 0;
  for (let at = 0; bytes < plan.snapshotBytes; at += 1) {
    const day = `2026-02-${String(1 + Math.floor(at / snapshot.length)).padStart(2, '0')}`;
    const frame = snapshot[at % snapshot.length]!.toString('latin1').replaceAll('2026-01-18', day);
    stated.push(Buffer.from(frame, 'latin1'));
    bytes += frame.length;
  }
  let from = stated.length;
  for (let left = plan.arrayBytes ?? 0; left > 0 && from > 0; from -= 1) left -= stated[from - 1]!.length;
  const together = stated.splice(from);
  if (together.length > 0) stated.push(Buffer.from(`[${together.join(',')}]`));
  return { snapshot: stated, news: lines };
}

/** How many frames are due, at a rate that may change. */
class Pace {
  #ratePerSecond: number;
  #done = 0;
  #sinceMs = 0;

  constructor(ratePerSecond: number) {
    this.#ratePerSecond = ratePerSecond;
  }

  begin(inMs: number): void {
    this.#sinceMs = performance.now() + inMs;
  }

  due(): number {
    return this.#done + ((performance.now() - this.#sinceMs) / 1000) * this.#ratePerSecond;
  }

  change(ratePerSecond: number): void {
    this.#done = this.due();
    this.#sinceMs = performance.now();
    this.#ratePerSecond = ratePerSecond;
  }
}

const plan = process.argv[2];
if (process.argv[1] === import.meta.filename && plan !== undefined) serve(JSON.parse(plan) as ProviderPlan);
