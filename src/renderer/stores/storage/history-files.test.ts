import { beforeEach, describe, expect, it } from 'vitest';
import type { HistoryContents } from '#contract/export.ts';
import { FakeBridge } from '../../bridge/fake-bridge.ts';
import { ManualScheduler } from '../manual-scheduler.ts';
import { type ExportChoice, openHistoryFiles } from './history-files.ts';

const CONTENTS: HistoryContents = {
  folder: '/data',
  isOwn: true,
  changes: 10,
  firstMs: 1,
  lastMs: 2,
  sports: [{ sport: 'NBA', games: 3 }],
  sportsbooks: ['draftkings'],
};
const EVERYTHING: ExportChoice = { format: 'csv', sport: '', sportsbook: '', market: '', period: 'all' };

describe('the history as a whole', () => {
  let bridge: FakeBridge;
  let scheduler: ManualScheduler;
  beforeEach(() => {
    bridge = new FakeBridge();
    scheduler = new ManualScheduler();
    bridge.answerValue('history.contents', CONTENTS);
  });

  it('says what it holds, or why it can’t be read', async () => {
    const files = openHistoryFiles(bridge, scheduler);
    await files.read();
    expect(files.contents.read()).toEqual(CONTENTS);
    bridge.answer('history.contents', () => ({ ok: false, code: 'no-history', message: 'Nothing yet.' }));
    await files.read();
    expect([files.contents.read(), files.failure.read()]).toEqual([null, 'Nothing yet.']);
  });

  it('another recording takes its place when one is chosen, and only then', async () => {
    const files = openHistoryFiles(bridge, scheduler);
    await files.read();
    bridge.answerValue('history.openOther', false);
    bridge.answerValue('history.contents', { ...CONTENTS, folder: '/other', isOwn: false });
    await files.openOther();
    expect(files.contents.read()?.folder).toBe('/data');
    bridge.answerValue('history.openOther', true);
    await files.openOther();
    expect(files.contents.read()?.folder).toBe('/other');
    bridge.answer('history.openOther', () => ({
      ok: false,
      code: 'no-history',
      message: 'No history there.',
    }));
    await files.openOther();
    expect([files.contents.read()?.folder, files.failure.read()]).toEqual(['/other', 'No history there.']);
  });

  it('asks for what was chosen and nothing else', async () => {
    const files = openHistoryFiles(bridge, scheduler);
    bridge.answerValue('history.export', null);
    await files.export(EVERYTHING);
    const some = { format: 'parquet', sport: 'NBA', sportsbook: 'fanduel', market: 'total' } as const;
    await files.export({ ...some, period: 'day' });
    expect(bridge.inputsOf('history.export')).toEqual([
      { format: 'csv', query: { fromMs: null, toMs: null } },
      {
        format: 'parquet',
        query: {
          sports: ['NBA'],
          sportsbooks: ['fanduel'],
          markets: ['total'],
          fromMs: scheduler.nowMs() - 86_400_000,
          toMs: null,
        },
      },
    ]);
    expect(files.exporting.read()).toEqual({ kind: 'idle' });
  });

  it('shows how far the export is, one at a time, and how it ended', async () => {
    const files = openHistoryFiles(bridge, scheduler);
    const reply = Promise.withResolvers<{ ok: true; value: { file: string; rows: number; bytes: number } }>();
    bridge.answer('history.export', () => reply.promise);
    const ended = files.export(EVERYTHING);
    void files.export(EVERYTHING);
    bridge.push('export', { rows: 5, done: 0.5 });
    expect(files.exporting.read()).toMatchObject({ kind: 'running', progress: { rows: 5, done: 0.5 } });
    expect(bridge.inputsOf('history.export')).toHaveLength(1);
    reply.resolve({ ok: true, value: { file: '/x.csv', rows: 10, bytes: 100 } });
    await ended;
    bridge.push('export', { rows: 10, done: 1 });
    expect(files.exporting.read()).toEqual({ kind: 'done', file: '/x.csv', rows: 10, bytes: 100 });
  });

  it('cancels on demand', async () => {
    const files = openHistoryFiles(bridge, scheduler);
    const reply = Promise.withResolvers<{ ok: false; code: 'cancelled'; message: string }>();
    bridge.answer('history.export', () => reply.promise);
    bridge.answer('history.cancelExport', () => {
      reply.resolve({ ok: false, code: 'cancelled', message: 'Cancelled.' });
      return { ok: true, value: null };
    });
    const ended = files.export(EVERYTHING);
    await files.cancel();
    await ended;
    expect(files.exporting.read()).toEqual({ kind: 'cancelled' });
  });
});
