import { beforeEach, describe, expect, it } from 'vitest';
import { FakeBridge } from '../../bridge/fake-bridge.ts';
import { makeDiagnostics } from '../../bridge/make-diagnostics.ts';
import { ManualScheduler } from '../manual-scheduler.ts';
import { DIAGNOSTICS_EVERY_MS, diagnosticsStore } from './diagnostics.ts';

let bridge: FakeBridge;
let scheduler: ManualScheduler;
const settle = () => new Promise((resolve) => setTimeout(resolve));
const asked = () => bridge.inputsOf('diagnostics.read').length;

beforeEach(() => {
  bridge = new FakeBridge();
  scheduler = new ManualScheduler();
  bridge.answerValue('diagnostics.read', makeDiagnostics());
});

describe('the diagnostics store', () => {
  it('asks each second while it is open, and leaves nothing behind', async () => {
    const store = diagnosticsStore(bridge, scheduler);
    expect(asked()).toBe(0);
    const close = store.open();
    await settle();
    scheduler.advance(DIAGNOSTICS_EVERY_MS);
    await settle();
    expect(asked()).toBe(2);
    expect(store.reading.read()?.atMs).toBe(scheduler.nowMs());
    close();
    scheduler.advance(10 * DIAGNOSTICS_EVERY_MS);
    expect(asked()).toBe(2);
    expect(scheduler.waiting).toBe(0);
  });

  it('keeps the last reading when a later one fails, and says why', async () => {
    const store = diagnosticsStore(bridge, scheduler);
    const close = store.open();
    await settle();
    bridge.answer('diagnostics.read', () => ({ ok: false, code: 'engine-stopped', message: 'It stopped.' }));
    scheduler.advance(DIAGNOSTICS_EVERY_MS);
    await settle();
    expect(store.failure.read()).toBe('It stopped.');
    expect(store.reading.read()).not.toBe(null);
    close();
  });
});
