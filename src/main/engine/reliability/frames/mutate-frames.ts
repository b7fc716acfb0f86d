/**
 * A program for a process of its own: damages recorded frames, decodes and folds them as the engine does, and tells
 * what became of it as one JSON line. `node --expose-gc mutate-frames.ts FILE COUNT SEED`; FILE holds JSON lines
 * `{ feed, base64 }`.
 */
import { readFileSync } from 'node:fs';
import { Board } from '#domain/board/board.ts';
import { decodeOddsFrame } from '../../adapters/feed/decode-odds.ts';
import { decodePlaysFrame } from '../../adapters/feed/decode-plays.ts';
import { decodeScoresFrame } from '../../adapters/feed/decode-scores.ts';
import { createMemoryBudgets } from '../../adapters/system/memory-budgets.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import type { FeedCounters } from '../../usecases/connection/keep-connected.ts';
import { PlaysFollower } from '../../usecases/games/follow-plays.ts';
import { ScoresFollower } from '../../usecases/games/follow-scores.ts';
import { OddsFollower } from '../../usecases/odds/follow-odds.ts';
import { SeededChance } from '../seeded-chance.ts';
import { FrameMutator } from './frame-mutator.ts';
import { PlayedFeed } from './played-feed.ts';

/** What became of the frames. */
export interface MutationReport {
  readonly frames: number;
  /** Errors that were thrown, with the beginning of the frame that did it. */
  readonly crashes: readonly string[];
  /** Frames that were neither understood nor refused. */
  readonly silent: readonly string[];
  readonly messages: number;
  /** Refusals as the decoders and the board made them, and as the feeds counted them. */
  readonly refusals: number;
  readonly counted: number;
  readonly reasons: readonly string[];
  /** Names that prototypes had at the end and not before. */
  readonly polluted: readonly string[];
  /** Live heap after a collection, at 30 % of the frames and at the end. Unit: bytes. */
  readonly heapEarly: number;
  readonly heapLate: number;
}

/** A connection breaks after so many frames, and the next one brings everything anew. */
const FRAMES_PER_CONNECTION = 4_000;

/** A frame of so many empty lists says nothing, and nothing is to be counted. */
function saysNothing(data: Buffer): boolean {
  return /^\s*\[\s*\]\s*$/.test(data.toString('utf8'));
}

function counted(counters: FeedCounters): number {
  return [...counters.refused.values()].reduce((sum, count) => sum + count, 0);
}

function prototypeNames(): string[] {
  const kinds = { Object, Array, String, Number, Function, Map, Set, Promise, Buffer };
  return Object.entries(kinds).flatMap(([name, { prototype }]) =>
    Object.getOwnPropertyNames(prototype).map((each) => `${name}.${each}`),
  );
}

function heapBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function run(file: string, frames: number, seed: number): MutationReport {
  const known = new Set(prototypeNames());
  const chance = new SeededChance(seed);
  const mutator = new FrameMutator(chance);
  const clock = new ManualClock();
  const board = new Board();
  const feeds = {
    odds: new PlayedFeed(decodeOddsFrame),
    plays: new PlayedFeed(decodePlaysFrame),
    scores: new PlayedFeed(decodeScoresFrame),
  };
  const needs = { budgets: createMemoryBudgets(), clock, chance: chance.next, status: () => undefined };
  const ignore = () => undefined;
  const odds = new OddsFollower({
    ...needs,
    feed: feeds.odds,
    board,
    filters: {},
    changed: ignore,
    filtersChanged: ignore,
  });
  const games = { isKeyGood: () => true, leagueOf: () => null, support: ignore, state: ignore };
  const labels = new Set<string>();
  const plays = new PlaysFollower({
    ...needs,
    ...games,
    feed: feeds.plays,
    plays: (entries) => labels.add(entries[0]?.game ?? ''),
  });
  const scores = new ScoresFollower({ ...needs, ...games, feed: feeds.scores, settled: ignore });
  const recorded = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { feed: keyof typeof feeds; base64: string })
    .map(({ feed, base64 }) => ({ feed: feeds[feed], data: Buffer.from(base64, 'base64') }));

  const crashes: string[] = [];
  const silent: string[] = [];
  const deliver = (feed: (typeof recorded)[number]['feed'], data: Buffer): void => {
    try {
      if (feed.deliver(data) === 0 && !saysNothing(data)) silent.push(data.toString('latin1', 0, 200));
    } catch (error) {
      crashes.push(`${String(error)} at ${data.toString('latin1', 0, 200)}`);
    }
  };
  odds.start();
  plays.follow(['any']);
  scores.follow(['any']);
  const reconnect = (): void => {
    // games end some time, and their plays go with them
    for (const label of labels) plays.forget(label);
    labels.clear();
    while (!Object.values(feeds).every(({ isConnected }) => isConnected)) clock.pass(60_000);
    for (const feed of Object.values(feeds)) deliver(feed, Buffer.from('{"action":"socket_connected"}'));
    for (const { feed, data } of recorded) deliver(feed, data);
    clock.pass(10_000);
  };
  reconnect();
  let heapEarly = 0;
  for (let n = 0; n < frames; n += 1) {
    const { feed, data } = chance.pick(recorded);
    deliver(feed, mutator.mutate(data));
    if (n % 50 === 0) clock.pass(20);
    if (n % FRAMES_PER_CONNECTION === FRAMES_PER_CONNECTION - 1) {
      for (const each of Object.values(feeds)) each.cut();
      reconnect();
    }
    if (n === Math.floor(frames * 0.3)) heapEarly = heapBytes();
  }
  const all = Object.values(feeds);
  const counters = [odds.counters, plays.counters, scores.counters];
  return {
    frames,
    crashes: crashes.slice(0, 5),
    silent: silent.slice(0, 5),
    messages: all.reduce((sum, feed) => sum + feed.messages, 0),
    refusals: all.reduce((sum, feed) => sum + feed.refusals, 0),
    counted: counters.reduce((sum, each) => sum + counted(each), 0),
    reasons: [...new Set(counters.flatMap(({ refused }) => [...refused.keys()]))].sort(),
    polluted: prototypeNames().filter((name) => !known.has(name)),
    heapEarly,
    heapLate: heapBytes(),
  };
}

const [file, count, seed] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: mutate-frames.ts FILE COUNT SEED');
process.stdout.write(`${JSON.stringify(run(file, Number(count), Number(seed)))}\n`);
