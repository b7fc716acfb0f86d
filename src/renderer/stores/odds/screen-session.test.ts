import { beforeEach, describe, expect, it } from 'vitest';
import type { ScreenBatch, ScreenQuery, ScreenRow } from '#contract/odds-screen.ts';
import type { Reply } from '#contract/requests.ts';
import { FakeBridge } from '../../bridge/fake-bridge.ts';
import { makeBatch } from '../../bridge/make-batch.ts';
import { ManualScheduler } from '../manual-scheduler.ts';
import { oddsLink } from './screen-link.ts';
import { MAX_EARLY_BATCHES, REOPEN_GAP_MS, RETRY_MS, ScreenSession } from './screen-session.ts';

const QUERY = { sport: 'NBA', market: 'spread' };

let bridge: FakeBridge;
let scheduler: ManualScheduler;
let session: ScreenSession<ScreenQuery, ScreenRow>;
let log: string[];
let answers: ((reply: Reply<'screen.open'>) => void)[];

const settle = () => new Promise((resolve) => setTimeout(resolve));
const nameOf = ({ generation, number }: ScreenBatch) => `${generation}.${number}`;
const push = (generation: number, number: number) =>
  bridge.push('screen.batch', makeBatch({ generation, number }));

async function answerOpen(generation: number, number = 0): Promise<void> {
  answers.shift()?.({ ok: true, value: makeBatch({ generation, number }) });
  await settle();
}

beforeEach(() => {
  bridge = new FakeBridge();
  scheduler = new ManualScheduler();
  log = [];
  answers = [];
  bridge.answer('screen.open', () => new Promise((resolve) => answers.push(resolve)));
  bridge.answerValue('screen.painted', null);
  bridge.answerValue('screen.close', null);
  session = new ScreenSession(oddsLink(bridge), scheduler, {
    opened: (batch) => log.push(`opened ${nameOf(batch)}`),
    merged: (batch) => log.push(`merged ${nameOf(batch)}`),
    failed: (message) => log.push(`failed ${message}`),
  });
});

describe('ScreenSession', () => {
  it('listens before it asks, and merges what came early after the snapshot', async () => {
    expect(bridge.receiverCount('screen.batch')).toBe(1);
    session.open(QUERY);
    push(4, 1);
    push(4, 2);
    expect(log).toEqual([]);
    await answerOpen(4);
    expect(log).toEqual(['opened 4.0', 'merged 4.1', 'merged 4.2']);
  });

  it('drops early batches that the snapshot holds already, and those of another generation', async () => {
    session.open(QUERY);
    push(3, 9);
    push(4, 1);
    push(4, 2);
    push(4, 3);
    await answerOpen(4, 2);
    expect(log).toEqual(['opened 4.2', 'merged 4.3']);
  });

  it('drops a batch of another generation and one that comes twice', async () => {
    session.open(QUERY);
    await answerOpen(4);
    push(3, 1);
    push(5, 1);
    push(4, 1);
    push(4, 1);
    expect(log).toEqual(['opened 4.0', 'merged 4.1']);
    expect(bridge.inputsOf('screen.open')).toHaveLength(1);
  });

  it('opens again after a gap and goes on from the new snapshot', async () => {
    session.open(QUERY);
    await answerOpen(4);
    scheduler.advance(REOPEN_GAP_MS);
    push(4, 2);
    push(4, 3);
    expect(bridge.inputsOf('screen.open')).toEqual([QUERY, QUERY]);
    await answerOpen(5);
    push(4, 4);
    push(5, 1);
    expect(log).toEqual(['opened 4.0', 'opened 5.0', 'merged 5.1']);
    expect(session.gaps).toBe(1);
  });

  it('does not answer a storm of gaps with a storm of openings', async () => {
    session.open(QUERY);
    for (let generation = 1; generation <= 3; generation += 1) {
      await answerOpen(generation);
      push(generation, 7);
      expect(bridge.inputsOf('screen.open')).toHaveLength(generation);
      scheduler.advance(REOPEN_GAP_MS);
      expect(bridge.inputsOf('screen.open')).toHaveLength(generation + 1);
    }
  });

  it('keeps a bounded number of early batches and opens again when that was too few', async () => {
    session.open(QUERY);
    for (let number = 1; number <= MAX_EARLY_BATCHES + 1; number += 1) push(4, number);
    scheduler.advance(REOPEN_GAP_MS);
    await answerOpen(4);
    expect(log).toEqual(['opened 4.0']);
    expect(bridge.inputsOf('screen.open')).toHaveLength(2);
  });

  it('ignores the answer to an older opening', async () => {
    session.open(QUERY);
    session.open({ ...QUERY, market: 'total' });
    await answerOpen(4);
    expect(log).toEqual([]);
    await answerOpen(5);
    expect(log).toEqual(['opened 5.0']);
  });

  it('tells a failure and tries again by itself', async () => {
    session.open(QUERY);
    answers.shift()?.({ ok: false, code: 'engine-stopped', message: 'stopped' });
    await settle();
    expect(log).toEqual(['failed stopped']);
    scheduler.advance(RETRY_MS);
    await answerOpen(1);
    expect(log).toEqual(['failed stopped', 'opened 1.0']);
  });

  it('acknowledges a batch once, and never one of an older generation', async () => {
    session.open(QUERY);
    await answerOpen(4);
    const mark = session.newest;
    session.acknowledge(mark);
    session.acknowledge(mark);
    expect(bridge.inputsOf('screen.painted')).toEqual([{ generation: 4, number: 0 }]);
    session.open(QUERY);
    session.acknowledge({ generation: 4, number: 1 });
    await answerOpen(5);
    session.acknowledge({ generation: 4, number: 1 });
    expect(bridge.inputsOf('screen.painted')).toHaveLength(1);
  });

  it('is still after close: no retry, no merge, no late answer', async () => {
    session.open(QUERY);
    session.close();
    await answerOpen(4);
    push(4, 1);
    expect(log).toEqual([]);
    expect(scheduler.waiting).toBe(0);
    expect(bridge.inputsOf('screen.close')).toHaveLength(1);
    session.stop();
    expect(bridge.receiverCount('screen.batch')).toBe(0);
  });
});
