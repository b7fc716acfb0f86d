import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { findChromium } from '../e2e/host/chromium/chromium.ts';
import { isQuick, report, rounded } from './report.ts';
import { type BenchWindow, openWindow } from './window/open-window.ts';
import { type WindowWork, watchWindow } from './window/trace.ts';

/**
 * A window with 5,000 games of 12 sportsbooks on its screen, of which 5,000 prices change a second. It is the built page, painted
 * without a graphics card; its batches come from the engine's own publisher. Tasks are measured in processor time.
 */
const PLAN = { rows: 5_000, books: 12, ratePerSecond: 5_000, movingRows: 5_000 };
/** So many rows are seen at once, about. */
const SEEN_ROWS = 20;
const SECONDS = isQuick() ? 3 : 15;
const SCROLL_PX_PER_SECOND = 1_500;
const MEMORY_MINUTES = 10;
const PEER =
  'naive state 920 ms at 7 frames, AG Grid 650-800, a subscription per row 520-620, canvas 180-230';

const SCREEN = '5,000 changes a second on 5,000 rows on screen';
const NO_CHROMIUM = 'skipped: there is no Chromium to open the page with; HOST_CHROMIUM names one';

if (hasChromium()) {
  execFileSync(process.execPath, [path.join(import.meta.dirname, '../tools/build.mjs')], { stdio: 'ignore' });
  const window = await openWindow({ ...PLAN, movingRows: SEEN_ROWS });
  await still(`5,000 changes a second, all of them in the ${SEEN_ROWS} rows that are seen`, window);
  await window.moveAmong(PLAN.rows);
  await still(SCREEN, window);
  await scrolled(window);
  await window.close();
  if (!isQuick()) await grown();
} else report(rowOf(SCREEN, NO_CHROMIUM, null, null));

function hasChromium(): boolean {
  try {
    return findChromium() !== '';
  } catch {
    return false;
  }
}

async function scrolled(window: BenchWindow): Promise<void> {
  const { frames, mainMs, longestMs } = await settled(window, () => scroll(window));
  report({
    work: `${SCREEN}, scrolled ${SCROLL_PX_PER_SECOND.toLocaleString('en')} px a second`,
    limit: '60 frames a second',
    peer: `${PEER} ms of the main thread a second`,
    ours: `${rounded(frames, 1)} frames a second, ${wordsOf({ mainMs, longestMs })}`,
    ratio: rounded(frames, 1),
    target: '58 frames a second, no task over 50 ms, at most 250 ms a second',
    met: frames >= 58 && longestMs <= 50 && mainMs <= 250,
  });
}

/** Nobody scrolls: a window needs no more frames than there are batches. */
async function still(work: string, window: BenchWindow): Promise<void> {
  const { mainMs, longestMs } = await settled(window, () => window.page.waitForTimeout(SECONDS * 1000));
  report(rowOf(work, wordsOf({ mainMs, longestMs }), mainMs, longestMs <= 50 && mainMs <= 250));
}

/** What the page has grown by, once everything that has to be is there. */
async function grown(): Promise<void> {
  const window = await openWindow(PLAN);
  await window.page.waitForTimeout(60_000);
  const before = await heapBytes(window);
  for (let minute = 1; minute < MEMORY_MINUTES; minute += 1) {
    await scroll(window);
    await window.page.waitForTimeout(60_000 - SECONDS * 1000);
  }
  const after = await heapBytes(window);
  await window.close();
  report({
    work: `the page's memory after ${MEMORY_MINUTES} minutes of it`,
    limit: '-',
    peer: `after 1 minute: ${rounded(before / 2 ** 20, 1)} MiB`,
    ours: `${rounded(after / 2 ** 20, 1)} MiB`,
    ratio: rounded(after / before),
    target: '<= 1.1',
    met: after / before <= 1.1,
  });
}

/** The first second is that of code which runs for the first time. */
async function settled(window: BenchWindow, meanwhile: () => Promise<void>): Promise<WindowWork> {
  await window.page.waitForTimeout(1_500);
  return watchWindow(window.cdp, meanwhile);
}

async function scroll({ cdp }: BenchWindow): Promise<void> {
  await cdp.send('Input.synthesizeScrollGesture', {
    x: 900,
    y: 500,
    yDistance: -SCROLL_PX_PER_SECOND * SECONDS,
    speed: SCROLL_PX_PER_SECOND,
    gestureSourceType: 'mouse',
  });
}

async function heapBytes({ cdp }: BenchWindow): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize;
}

function wordsOf({ mainMs, longestMs }: Pick<WindowWork, 'mainMs' | 'longestMs'>): string {
  return `${Math.round(mainMs)} ms of the main thread a second, longest task ${rounded(longestMs, 1)} ms`;
}

function rowOf(work: string, ours: string, mainMs: number | null, met: boolean | null) {
  return {
    work,
    limit: '-',
    peer: `${PEER} ms a second`,
    ours,
    ratio: mainMs === null ? null : Math.round(mainMs),
    target: 'no task over 50 ms, at most 250 ms of the main thread a second',
    met,
  };
}
