import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ManualClock } from '#engine/testing/manual-clock.ts';
import { openWay } from './feed-ways.ts';
import { eveningFrames } from './frames.ts';
import { isQuick, medianOf, report, rounded, timeMs } from './report.ts';

/**
 * What a selection takes, its link and what the scanner keeps of it included, and whether the program stays as large as
 * it was. Memory is what a collection leaves: heap and buffers.
 */
const SELECTIONS = isQuick() ? 250_000 : 2_000_000;
const PER_LISTING = 200;
const BOOKS = 25;
const collect = globalThis.gc;

function heldBytes(): number {
  collect?.();
  collect?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** The frame of one game at one sportsbook, written as the provider writes it. */
function frameOf(listing: number, price: number): Buffer {
  const game = Math.floor(listing / BOOKS);
  const book = listing % BOOKS;
  const [home, away] = [`Home Team ${game}`, `Away Team ${game}`];
  const label = `${home} vs ${away}, 2026-01-18, 07`;
  const event = `https://book${book}.example/sports/event/${100_000_000 + listing}`;
  const outcomes = Array.from({ length: PER_LISTING }, (_, at) => {
    const [player, line] = [`Player ${at % 50} of ${home}`, Math.floor(at / 50) + 0.5];
    const link = `${event}?coupon=pickType|${listing * 1000 + at + 5_000_000_000}|wagerAmounts|replace`;
    return `"${player} Over ${line} Points": {"odds": "${price + at}", "link": "${link}", "outcome_name": "Points", "outcome_line": "${line}", "outcome_over_under": "Over", "outcome_target": "${player}"}`;
  });
  return Buffer.from(
    `{"timestamp": "2026-01-18T18:00:00.000164+00:00", "action": "game_update", "data": {"sport": "NBA", "sportsbook": "book${book}", "game": "${label}", "home_team": "${home}", "away_team": "${away}", "info": {"id": ${100_000_000 + listing}, "game": "${label}", "when": "2026-01-18, 07:00 PM", "link": "${event}"}, "outcomes": {${outcomes.join(', ')}}}}`,
  );
}

/** What a selection takes: on the board alone, filled by parsing, or with what the scanner keeps as well. */
function measure(isScanning: boolean): { bytes: number; gcMs: number } {
  const before = heldBytes();
  const way = openWay(isScanning);
  const listings = SELECTIONS / PER_LISTING;
  // twice: new, and known
  for (let round = 0; round < 2; round += 1)
    for (let listing = 0; listing < listings; listing += 1) way.take([frameOf(listing, 110 + round)]);
  const bytes = (heldBytes() - before) / way.board.selections.size;
  const gcMs = medianOf(Array.from({ length: 5 }, () => timeMs(() => collect?.())));
  return { bytes, gcMs };
}

function reportBytes(work: string, bytes: number, most: number): void {
  report({
    work: `${work}, ${SELECTIONS} selections`,
    limit: 'a struct of arrays: 108 bytes',
    peer: 'nested objects: 340 bytes',
    ours: `${Math.round(bytes)} bytes`,
    ratio: rounded(340 / bytes),
    target: `<= ${most} bytes`,
    met: bytes <= most,
  });
}

/** Each has a process for itself, so that none finds what another left behind. */
const MEASUREMENTS: Readonly<Record<string, () => void>> = {
  board: () => reportBytes('memory per selection, links included', measure(false).bytes, 120),
  scanner: () => {
    const { bytes, gcMs } = measure(true);
    reportBytes('memory per selection, links and what the scanner keeps included', bytes, 200);
    report({
      work: `a full collection with ${SELECTIONS} selections`,
      limit: '100 ms',
      peer: 'nested objects, 2,000,000: 1370 ms',
      ours: `${Math.round(gcMs)} ms`,
      ratio: rounded(1370 / gcMs),
      target: '<= 100 ms',
      met: gcMs <= 100,
    });
  },
  evening,
};

const asked = process.argv.find((argument) => Object.hasOwn(MEASUREMENTS, argument));
if (collect === undefined) {
  report({
    work: 'memory per selection',
    limit: '-',
    peer: '-',
    ours: 'skipped: run with --expose-gc',
    ratio: null,
    target: '<= 200 bytes',
    met: null,
  });
} else if (asked !== undefined) MEASUREMENTS[asked]!();
else {
  const [program, ...flags] = process.argv.slice(1);
  const measured = async (name: keyof typeof MEASUREMENTS) => {
    const args = [...process.execArgv, program!, name, ...flags];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) process.exitCode = 1;
  };
  // a collection is timed, so that is alone; bytes are the same whatever runs beside
  await Promise.all([measured('board'), measured('evening')]);
  await measured('scanner');
}

/** Frames as the simulated evening brings them, games that end and begin included, by a clock that is turned. */
function evening(): void {
  const hours = isQuick() ? 0.5 : 8;
  const clock = new ManualClock();
  const { snapshot, news } = eveningFrames(20_000, 30, 10);
  let changes = 0;
  const way = openWay(
    true,
    ({ count }) => {
      changes += count;
    },
    () => clock.nowMs(),
  );
  let early = 0;
  let late = 0;
  const wanted = hours * 3600 * 2000;
  for (let round = 0; changes < wanted; round += 1) {
    // every round is another day: its games are new ones, and those of the day before are gone
    const from = `2026-01-${String((round % 28) + 1).padStart(2, '0')}`;
    for (const frame of [...snapshot, ...news]) {
      way.take([Buffer.from(frame.toString('latin1').replaceAll('2026-01-18', from), 'latin1')]);
      clock.pass(1);
    }
    if (early === 0 && changes >= 600 * 2000) early = heldBytes();
    if (changes >= wanted) late = heldBytes();
    way.board.beginConnection(clock.nowMs());
    way.board.sweep(null, clock.nowMs());
  }
  const ratio = late / early;
  report({
    work: `memory after ${hours} simulated hours at 2,000 changes a second`,
    limit: `${changes} changes`,
    peer: `after 10 minutes: ${Math.round(early / 2 ** 20)} MiB`,
    ours: `${Math.round(late / 2 ** 20)} MiB`,
    ratio: rounded(ratio),
    target: '<= 1.1',
    met: ratio <= 1.1,
  });
}
