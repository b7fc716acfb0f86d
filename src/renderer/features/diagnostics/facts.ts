import type { BudgetView } from '#contract/diagnostics.ts';
import type { FeedSource } from '#contract/feed-status.ts';
import type { StorageState } from '#contract/storage.ts';
import type { DiagnosticsReading } from '../../stores/diagnostics/diagnostics.ts';
import { figure } from '../../texts/counted.ts';
import { texts } from '../../texts.ts';
import { durationText, memoryText, wholePercentText } from '../../ui/number-text.ts';
import { agoText } from '../../ui/time-text.ts';
import type { Fact } from './figures.tsx';

/** The provider's limits as facts: what was used in the last minute, and when the next is possible. */
export function budgetFacts(budgets: BudgetView): readonly Fact[] {
  const words = texts.diagnostics;
  return [
    [words.sockets, words.ofTwelve(budgets.socketStartsLastMinute)],
    [words.nextSocket, inTime(budgets.nextSocketInMs)],
    [words.gets, words.ofTwelve(budgets.getsLastMinute)],
    [words.nextGet, inTime(budgets.nextGetInMs)],
    [words.getsWaiting, figure(budgets.getsWaiting)],
  ];
}

/** What is kept on disk as facts; the sentence stands beside its condition. */
export function storageFacts(storage: StorageState): readonly Fact[] {
  const words = texts.diagnostics;
  const condition = words.conditions[storage.condition];
  return [
    [words.condition, storage.detail === '' ? condition : `${condition}. ${storage.detail}`],
    [words.storageBytes, memoryText(storage.bytes)],
    [words.written, figure(storage.written)],
    [words.waitingToBeWritten, figure(storage.waiting)],
    [words.leftOut, figure(storage.leftOut)],
  ];
}

/** The engine's counters as facts. */
export function engineFacts(
  { diagnostics: { stats, load, frameBytes }, atMs }: DiagnosticsReading,
  source: FeedSource | null,
): readonly Fact[] {
  const words = texts.diagnostics;
  return [
    [words.source, source === null ? '–' : words.sources[source]],
    [words.frames, figure(stats.frames)],
    [words.framesPerSecond, figure(Math.round(stats.framesPerSecond))],
    [words.frameBytes, memoryText(frameBytes)],
    [words.lastFrame, stats.lastFrameAtMs === null ? words.none : agoText(atMs - stats.lastFrameAtMs)],
    [words.changes, figure(stats.changes)],
    [words.changesPerSecond, figure(Math.round(stats.changesPerSecond))],
    [words.selections, figure(stats.selections)],
    [words.games, figure(stats.games)],
    [words.sportsbooks, figure(stats.sportsbooks)],
    [words.busy, wholePercentText(load.busyShare)],
    [words.wait, words.waits(figure(Math.round(load.waitMedianMs)), figure(Math.round(load.waitP99Ms)))],
    [words.memory, memoryText(stats.rssBytes)],
    [words.engineMemory, words.memories(memoryText(load.heapBytes), memoryText(load.arrayBytes))],
  ];
}

function inTime(durationMs: number): string {
  return durationMs > 0 ? texts.diagnostics.inTime(durationText(durationMs)) : texts.diagnostics.now;
}
