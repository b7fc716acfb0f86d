import { expect, test } from 'vitest';
import { makeDiagnostics } from '../../bridge/make-diagnostics.ts';
import { reportText } from './report-text.ts';

test('the report has what the page has, refusals with their samples included', () => {
  const { storage, stats } = makeDiagnostics();
  const diagnostics = makeDiagnostics({
    stats: { ...stats, framesPerSecond: 3 },
    storage: { ...storage, condition: 'paused', detail: 'The disk is full.', leftOut: 7 },
    refusals: [{ feed: 'odds', reason: 'unknown action', count: 12, sample: '{"action":"market_pulse"}' }],
  });
  const text = reportText({ diagnostics, atMs: 0 }, { source: 'demo', appInfo: null });
  for (const part of [
    '1970-01-01T00:00:00.000Z',
    'Odds feed: Live. Prices are current.',
    'Connects in the last minute: 0 of 12',
    'Source: Demo feed',
    'Messages a second: 3',
    'Condition: Paused. The disk is full.',
    'Price changes left out: 7',
    'Odds feed: unknown action (12)',
    '{"action":"market_pulse"}',
  ])
    expect(text).toContain(part);
});
