import { report } from './report.ts';

/** What needs a window, or a program of another language, and is not measured by a program yet: said, not left out. */
const ROWS = [
  [
    '5,000 changes a second on 5,000 rows on screen',
    'canvas: 180-230 ms of the main thread a second',
    '58 frames a second, no task over 50 ms, at most 250 ms a second',
    'no benchmark drives a window yet',
  ],
  [
    'longest block of the main process while 100 MB of snapshots arrive',
    '16 ms',
    '16 ms at p99.9',
    'no benchmark drives the app yet; the main process takes no frame in, the engine is a thread of its own',
  ],
  [
    'a Python script as in the provider’s guide',
    '28,000 line updates a second',
    '>= 3',
    'no benchmark runs Python yet',
  ],
] as const;

for (const [work, peer, target, why] of ROWS)
  report({ work, limit: '-', peer, ours: `skipped: ${why}`, ratio: null, target, met: null });
