import { describe, expect, it } from 'vitest';
import { BatchPace } from './batch-pace.ts';

interface Load {
  /** Folds a second, and how many of them change what the window shows. */
  readonly folds: number;
  readonly seen: number;
  readonly cells?: number;
  readonly seconds?: number;
}

/** When batches leave, Unix ms, for a window that paints at once. */
function sentAtMs({ folds, seen, cells = 2, seconds = 10 }: Load, pace = new BatchPace(), startMs = 0) {
  const sent: number[] = [];
  let [noted, shown, isDirty] = [0, 0, false];
  for (let ms = 1; ms <= seconds * 1000; ms += 1) {
    for (; noted < (folds * ms) / 1000; noted += 1) {
      const isSeen = shown < (seen * ms) / 1000;
      if (isSeen) shown += 1;
      isDirty ||= isSeen;
      pace.noted(isSeen);
    }
    if (!isDirty || pace.waitMs(startMs + ms) > 0) continue;
    pace.sent(startMs + ms, cells);
    sent.push(startMs + ms);
    isDirty = false;
  }
  return sent;
}

function mostInASecond(sent: readonly number[]): number {
  return Math.max(
    ...sent.map((fromMs) => sent.filter((atMs) => atMs >= fromMs && atMs < fromMs + 1000).length),
  );
}

describe('BatchPace', () => {
  it('sends at most 20 batches in any second of ten minutes at 5,000 messages a second', () => {
    const sent = sentAtMs({ folds: 5000, seen: 250, seconds: 600 });
    expect(mostInASecond(sent.filter((atMs) => atMs > 60))).toBeLessThanOrEqual(20);
    expect(sent.length).toBeGreaterThan(600 * 17);
  });

  it.each([
    ['much of what the window shows changes', { folds: 1000, seen: 1000 }],
    ['batches are large', { folds: 300, seen: 100, cells: 500 }],
  ])('the same when %s', (_, load) => {
    expect(mostInASecond(sentAtMs(load))).toBeLessThanOrEqual(20);
  });

  it('lets nothing wait longer than 8 ms while 1,500 messages a second change 100 prices on the screen', () => {
    const sent = sentAtMs({ folds: 1500, seen: 100 });
    expect(sent.length).toBeGreaterThan(950);
    expect(Math.max(...sent.slice(1).map((atMs, at) => atMs - sent[at]!))).toBeLessThanOrEqual(18);
  });

  it('knows a flood within 60 ms, and is quick again after it', () => {
    const pace = new BatchPace();
    sentAtMs({ folds: 5, seen: 1 }, pace);
    const flood = sentAtMs({ folds: 5000, seen: 250 }, pace, 10_000);
    expect(mostInASecond(flood.filter((atMs) => atMs > 10_060))).toBeLessThanOrEqual(20);
    const after = sentAtMs({ folds: 1500, seen: 100, seconds: 2 }, pace, 20_000);
    expect(after.filter((atMs) => atMs > 20_500).length).toBeGreaterThan(140);
  });
});
