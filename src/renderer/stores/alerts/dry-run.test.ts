import { expect, it } from 'vitest';
import type { DryRunReport } from '#contract/dry-run.ts';
import { FakeBridge } from '../../bridge/fake-bridge.ts';
import { openDryRun } from './dry-run.ts';

const REPORT: DryRunReport = { rules: [], fromMs: 1, toMs: 2, isShort: false, changes: 3, plays: 0 };

it('tells how far it is, then what was found; what was forgotten meanwhile does not come back', async () => {
  const bridge = new FakeBridge();
  const dryRun = openDryRun(bridge);
  let answer: (report: DryRunReport) => void = () => undefined;
  bridge.answer(
    'rules.dryRun',
    () =>
      new Promise((resolve) => {
        answer = (value) => resolve({ ok: true, value });
      }),
  );
  bridge.answerValue('rules.cancelDryRun', null);
  const run = dryRun.run(null);
  bridge.push('dryRun', { done: 0.5 });
  expect(dryRun.state.read()).toEqual({ kind: 'running', done: 0.5 });
  answer(REPORT);
  await run;
  expect(dryRun.state.read()).toEqual({ kind: 'done', report: REPORT });

  const again = dryRun.run(null);
  dryRun.forget();
  answer(REPORT);
  await again;
  expect(dryRun.state.read()).toEqual({ kind: 'idle' });
  expect(bridge.inputsOf('rules.cancelDryRun')).toHaveLength(1);
});

it('says why there is nothing, and nothing where it was cancelled', async () => {
  const bridge = new FakeBridge();
  const dryRun = openDryRun(bridge);
  bridge.answer('rules.dryRun', () => ({
    ok: false,
    code: 'no-history',
    message: 'Nothing is recorded yet.',
  }));
  await dryRun.run([]);
  expect(dryRun.state.read()).toEqual({ kind: 'failed', message: 'Nothing is recorded yet.' });
  bridge.answer('rules.dryRun', () => ({ ok: false, code: 'cancelled', message: 'x' }));
  await dryRun.run([]);
  expect(dryRun.state.read()).toEqual({ kind: 'idle' });
  dryRun.stop();
  expect(bridge.receiverCount('dryRun')).toBe(0);
});
