import { expect, it } from 'vitest';
import { watchThreadLoad } from './thread-load.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('tells a thread that works from one that waits', async () => {
  const load = watchThreadLoad();
  load.read();
  await pause(150);
  const idle = load.read();
  await pause(30);
  const endMs = performance.now() + 150;
  while (performance.now() < endMs) Math.sqrt(endMs);
  await pause(30);
  const busy = load.read();
  load.stop();
  expect(idle.busyShare).toBeLessThan(busy.busyShare);
  expect(busy.waitP99Ms).toBeGreaterThan(50);
  expect(busy.heapBytes).toBeGreaterThan(1_000_000);
});
