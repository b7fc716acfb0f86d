import { setTimeout as pause } from 'node:timers/promises';
import type { ScreenBatch } from '#contract/odds-screen.ts';
import { isQuick, report } from './report.ts';
import { benchEngine } from './running/bench-engine.ts';
import { startProvider } from './running/provider.ts';

/** How long a price takes from its frame to the batch that takes it to a window, and how many batches a window gets. */
const SECONDS = isQuick() ? 3 : 30;
const SETTLE_MS = 3_000;
const CALM = 1_500;
const FLOOD = 5_000;
/** A display shows a picture so often. */
const PICTURE_MS = 1000 / 60;

/** A window and what it was sent while it was measured. */
class BenchWindow {
  readonly #paintsInMs: () => number;
  #waitedMs: number[] = [];
  #sentAtMs: number[] = [];
  #lastAtMs = 0;

  /** `paintsInMs`: from now until what it has is painted. */
  constructor(paintsInMs: () => number) {
    this.#paintsInMs = paintsInMs;
  }

  take(batch: ScreenBatch, painted: () => void): void {
    const nowMs = Date.now();
    this.#sentAtMs.push(nowMs);
    for (const changedAtMs of batch.cells.changedAtMs)
      if (changedAtMs > this.#lastAtMs) this.#waitedMs.push(nowMs - changedAtMs);
    this.#lastAtMs = nowMs;
    setTimeout(painted, this.#paintsInMs());
  }

  begin(): void {
    this.#waitedMs = [];
    this.#sentAtMs = [];
  }

  /** How long so large a part of the cells waited at most. Unit: ms. */
  waitedMs(part: number): number {
    const sorted = this.#waitedMs.toSorted((left, right) => left - right);
    return sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;
  }

  /** Most batches in any one second. */
  get mostInASecond(): number {
    let [most, from] = [0, 0];
    for (let to = 0; to < this.#sentAtMs.length; to += 1) {
      while (this.#sentAtMs[to]! - this.#sentAtMs[from]! >= 1000) from += 1;
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  toString(): string {
    const batches = Math.round(this.#sentAtMs.length / SECONDS);
    return `p50 ${this.waitedMs(0.5)} ms, p99 ${this.waitedMs(0.99)} ms, ${batches} batches a second`;
  }
}

const swift = new BenchWindow(() => 0);
const usual = new BenchWindow(() => PICTURE_MS - (performance.now() % PICTURE_MS));
const windows = [swift, usual];
const provider = await startProvider({ ratePerSecond: CALM, updates: isQuick() ? 20_000 : 60_000 });
const take = (windowId: number, batch: ScreenBatch) =>
  windows[windowId]!.take(batch, () => engine.odds.screens.painted(windowId, batch.generation, batch.number));
const engine = benchEngine(provider.base, { batch: take });
engine.start();
await pause(SETTLE_MS);
for (const windowId of windows.keys())
  take(windowId, engine.odds.screens.open(windowId, { sport: 'NBA', market: 'spread' }));
await measure();
const calm = swift.toString();
report({
  work: 'frame in to delta out at 1,500 frames a second',
  limit: 'batches leave at least 8 ms apart, and when the window has painted',
  peer: `a window on a display of 60 Hz: ${usual}`,
  ours: `a window that paints at once: ${calm}`,
  ratio: swift.waitedMs(0.5),
  target: 'p50 <= 5 ms, p99 <= 20 ms',
  met: swift.waitedMs(0.5) <= 5 && swift.waitedMs(0.99) <= 20,
});
provider.change(FLOOD);
await measure();
const most = Math.max(swift.mostInASecond, usual.mostInASecond);
report({
  work: 'batches that a window gets at 5,000 frames a second',
  limit: '20 a second',
  peer: `at 1,500 frames a second: ${calm}`,
  ours: `at most ${most} in a second; ${swift}`,
  ratio: most,
  target: '<= 20',
  met: most <= 20,
});
provider.close();
await engine.stop();
process.exit();

async function measure(): Promise<void> {
  await pause(1_000);
  for (const each of windows) each.begin();
  await pause(SECONDS * 1000);
}
