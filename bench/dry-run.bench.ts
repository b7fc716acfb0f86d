import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readRules } from '#domain/alert/rule/read-rules.ts';
import { Board } from '#domain/board/board.ts';
import type { Changes } from '#domain/board/changes.ts';
import { COMPACT_CHANGES } from '#engine/adapters/cache/history/history-writer.ts';
import { decodeOddsFrame } from '#engine/adapters/feed/decode-odds.ts';
import { runDryRun } from '#engine/parts/run-dry-run.ts';
import { ManualClock } from '#engine/testing/manual-clock.ts';
import { recordRun } from '#engine/testing/recorded-run.ts';
import { GATHER_MS } from '#engine/usecases/history/record-history.ts';
import { eveningFrames } from './frames.ts';
import { cpuMs, isQuick, report, rounded } from './report.ts';

/** How long it takes to try rules on a recorded day: of all its games, so that nothing of it can be left out. */
const FRAMES = isQuick() ? 20_000 : 200_000;
const DAY_MS = 86_400_000;

const folder = mkdtempSync(path.join(tmpdir(), 'linewatch-bench-dry-run-'));
const clock = new ManualClock();
const sports = new Set<string>();
const toMs = recordDay();

const on = { type: 'filter', sports: [...sports] };
// what costs least, and what costs most: it looks at whole markets, and is judged twice for the age of its legs
tryOn('price', { kind: 'price', price: 150 });
tryOn('arbitrage', { kind: 'arbitrage', overPct: 1, freshS: 30 });
rmSync(folder, { recursive: true, force: true });

/** Records an evening of news over a day. Answers when it ends. */
function recordDay(): number {
  const board = new Board();
  const run = { clock, board, alsoNote: (_: Changes): void => undefined };
  const { writer, database } = recordRun(run, folder);
  const { snapshot, news } = eveningFrames(FRAMES, 200);
  const fold = (frame: Buffer) =>
    decodeOddsFrame(frame.toString('utf8'), {
      message(message) {
        if (message.kind !== 'board') return;
        if (message.message.kind === 'prices') sports.add(message.message.at.sport);
        board.fold(message.message, clock.nowMs());
        run.alsoNote(board.changes);
      },
      refused: () => undefined,
    });
  for (const frame of snapshot) fold(frame);
  for (const frame of news) {
    clock.pass(Math.floor(DAY_MS / FRAMES));
    fold(frame);
    if (writer.newChanges >= COMPACT_CHANGES) writer.compact();
  }
  clock.pass(GATHER_MS);
  writer.compact(true);
  database.close();
  return clock.nowMs();
}

function tryOn(name: string, trigger: object): void {
  const { rules, watchlists } = readRules([{ name, on, ...trigger }]);
  let tellings = 0;
  let found: ReturnType<typeof runDryRun> = null;
  const tookS =
    cpuMs(() => {
      found = runDryRun({ folder, rules, watchlists, toMs }, () => {
        tellings += 1;
      });
    }) / 1000;
  const { changes, rules: tried } = found!;
  report({
    work: `dry run of a rule of the kind ${name} on all ${sports.size} leagues of a day of ${changes} changes`,
    limit: 'a few seconds, in a thread of its own, with progress and cancel',
    peer: '-',
    ours: `${rounded(tookS)} s, ${tried[0]!.count} alerts, progress told ${tellings} times`,
    ratio: rounded(tookS),
    target: '< 10 s',
    met: tookS < 10,
  });
}
