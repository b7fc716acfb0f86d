import { beforeEach, describe, expect, it } from 'vitest';
import type { StatusReport } from '#contract/feed-status.ts';
import type { Reply } from '#contract/requests.ts';
import { FakeBridge } from '../bridge/fake-bridge.ts';
import { makeStatus } from '../bridge/make-status.ts';
import { ManualScheduler } from './manual-scheduler.ts';
import { followStatus, SILENT_AFTER_MS } from './status.ts';

let bridge: FakeBridge;
let scheduler: ManualScheduler;
const settle = () => new Promise((resolve) => setTimeout(resolve));
const framesReport = (frames: number): StatusReport => makeStatus({}, { frames });

beforeEach(() => {
  bridge = new FakeBridge();
  scheduler = new ManualScheduler();
  bridge.answerValue('status.read', framesReport(10));
});

describe('the status store', () => {
  it('asks at the start and follows what is pushed', async () => {
    const store = followStatus(bridge, scheduler);
    await settle();
    expect(store.status.read()?.report.stats.frames).toBe(10);
    bridge.push('status', framesReport(20));
    expect(store.status.read()?.report.stats.frames).toBe(20);
    store.stop();
    expect(bridge.receiverCount('status')).toBe(0);
  });

  it('keeps a pushed report that is newer than the answer', async () => {
    let answer: (reply: Reply<'status.read'>) => void = () => undefined;
    bridge.answer('status.read', () => new Promise((resolve) => (answer = resolve)));
    const store = followStatus(bridge, scheduler);
    bridge.push('status', framesReport(99));
    answer({ ok: true, value: framesReport(1) });
    await settle();
    expect(store.status.read()?.report.stats.frames).toBe(99);
  });

  it('says why there is no report, until there is one', async () => {
    bridge.answer('status.read', () => ({ ok: false, code: 'engine-stopped', message: 'It stopped.' }));
    const store = followStatus(bridge, scheduler);
    await settle();
    expect(store.failure.read()).toBe('It stopped.');
    bridge.push('status', framesReport(1));
    expect(store.failure.read()).toBe(null);
  });

  it('notices a silent engine, and takes its return for another run', async () => {
    const store = followStatus(bridge, scheduler);
    await settle();
    scheduler.advance(SILENT_AFTER_MS - 1);
    expect(store.silent.read()).toBe(false);
    bridge.push('status', framesReport(11));
    scheduler.advance(SILENT_AFTER_MS);
    expect(store.silent.read()).toBe(true);
    expect(store.runs.read()).toBe(0);
    bridge.push('status', framesReport(12));
    expect(store.silent.read()).toBe(false);
    expect(store.runs.read()).toBe(1);
  });

  it('takes totals that fell for another run of the engine', async () => {
    const store = followStatus(bridge, scheduler);
    await settle();
    bridge.push('status', framesReport(10));
    expect(store.runs.read()).toBe(0);
    bridge.push('status', framesReport(2));
    expect(store.runs.read()).toBe(1);
    store.stop();
    expect(scheduler.waiting).toBe(0);
  });
});
