import { spawn } from 'node:child_process';
import path from 'node:path';
import type { FeedName } from '#contract/feed-status.ts';
import { createOddsFeed } from '../../adapters/feed/odds-feed.ts';
import { createPlaysFeed } from '../../adapters/feed/plays-feed.ts';
import { createScoresFeed } from '../../adapters/feed/scores-feed.ts';
import type { Feed } from '../../ports/feed.ts';

const SIMULATOR = path.join(import.meta.dirname, '..', '..', '..', '..', 'simulator', 'cli.ts');
const KEY = '2b7e1516-28ae-42d2-a6ab-f7158809cf4f';
/** An evening with games of every kind under way, a hundred times as fast. */
const EVENING = [
  '--games',
  '60',
  '--books',
  '2',
  '--rate',
  '3',
  '--time-scale',
  '100',
  '--seed',
  '2',
  '--key',
  KEY,
];
const START = ['--start', '2026-11-22T23:30:00Z', '--no-limits'];
const WANTED: Readonly<Record<FeedName, number>> = { odds: 900, plays: 300, scores: 100 };

/** A frame as a server that is not ours to change sent it. */
export interface RealFrame {
  readonly feed: FeedName;
  readonly data: Buffer;
}

/** Frames of all three feeds from a simulator in a process of its own. For tests. */
export async function realFrames(): Promise<RealFrame[]> {
  const simulator = spawn(process.execPath, [SIMULATOR, ...EVENING, ...START], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const base = await baseOf(simulator.stdout);
    const at = { base, key: KEY };
    const feeds: readonly ((tap: (data: Buffer) => void) => Promise<void>)[] = [
      (tap) => listen(createOddsFeed({ ...at, tap }), WANTED.odds),
      (tap) => listen(createPlaysFeed({ ...at, tap }), WANTED.plays),
      (tap) => listen(createScoresFeed({ ...at, tap }), WANTED.scores),
    ];
    const frames: RealFrame[] = [];
    const names: readonly FeedName[] = ['odds', 'plays', 'scores'];
    await Promise.all(feeds.map((follow, at) => follow((data) => frames.push({ feed: names[at]!, data }))));
    return frames;
  } finally {
    simulator.kill();
  }
}

async function baseOf(stdout: AsyncIterable<Buffer>): Promise<string> {
  for await (const chunk of stdout) {
    const base = /^base\s+(\S+)$/m.exec(String(chunk))?.[1];
    if (base !== undefined) return base;
  }
  throw new Error('The simulator did not start.');
}

/** Subscribes to everything and hangs up after so many frames. */
function listen(feed: Feed<{ readonly kind: string }>, frames: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = frames;
    const connection = feed.connect({
      frame() {
        left -= 1;
        if (left > 0) return;
        connection.close();
        resolve();
      },
      message: ({ kind }) => kind === 'acknowledged' && connection.subscribe({}),
      refused: () => undefined,
      ended: ({ detail }) => reject(new Error(detail)),
    });
  });
}
