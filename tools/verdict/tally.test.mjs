import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countLine, isGreen, sum, tallyCheck, tallyPlaywright, tallyVitest } from './tally.mjs';

const sample = (/** @type {string} */ name) =>
  JSON.parse(readFileSync(new URL(`samples/${name}.json`, import.meta.url), 'utf8'));
const ended = (/** @type {number} */ code) => ({ code, output: 'what the runner wrote' });

describe('counting a vitest report', () => {
  it('counts passed, failed, skipped and todo tests, and a file that did not load as one failed', () => {
    const tally = tallyVitest('unit', sample('vitest'), ended(1));
    expect(tally).toMatchObject({ passed: 1, failed: 2, skipped: 2 });
    expect(tally.failures.map(({ name }) => name)).toEqual([
      '/project/broken.test.ts',
      '/project/good.test.ts › odds add up',
    ]);
    expect(tally.failures[0]?.message).toContain("Cannot find module './not-there.ts'");
    expect(tally.failures[1]?.message).toContain('expected 1 to be 2');
    expect(tally.failures[1]?.message).not.toContain('node_modules');
  });

  it('counts a run that failed beside its tests as one failed', () => {
    const report = sample('vitest-unhandled');
    expect(tallyVitest('unit', report, ended(0))).toMatchObject({ passed: 1, failed: 0 });
    const tally = tallyVitest('unit', report, ended(1));
    expect(tally).toMatchObject({ passed: 1, failed: 1 });
    expect(tally.failures[0]?.message).toContain('what the runner wrote');
  });

  it.each([[null], [{}], [[]]])('counts a runner that left no report (%j) as one failed', (report) => {
    expect(tallyVitest('unit', report, ended(134))).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('counting a Playwright report', () => {
  it('counts tests of nested groups and names them', () => {
    const tally = tallyPlaywright('journeys', sample('playwright'), ended(1));
    expect(tally).toMatchObject({ passed: 2, failed: 1, skipped: 1 });
    expect(tally.failures[0]?.name).toBe('j.spec.ts › odds screen › moves');
    expect(tally.failures[0]?.message).toMatch(/Expected: 2\nReceived: 1/);
  });

  it('counts a test that passed only when tried again as failed', () => {
    const report = sample('playwright');
    report.suites[0].specs[0].tests[0].status = 'flaky';
    expect(tallyPlaywright('journeys', report, ended(0))).toMatchObject({ passed: 1, failed: 2 });
  });

  it('counts an error outside all tests, and a run without tests, as failed', () => {
    const outside = { suites: [], errors: [{ message: 'No tests found' }] };
    expect(tallyPlaywright('journeys', outside, ended(1))).toMatchObject({ passed: 0, failed: 1 });
    expect(tallyPlaywright('journeys', null, ended(1))).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('the verdict', () => {
  it('adds up the parts and says so in one line', () => {
    const parts = [
      tallyCheck('types', { code: 0, output: '' }),
      tallyCheck('lint', { code: 1, output: 'a fence is broken' }),
      tallyPlaywright('journeys', sample('playwright'), ended(1)),
    ];
    const total = sum(parts);
    expect(countLine(total)).toBe('3 passed, 2 failed, 1 skipped');
    expect(total.failures[0]).toEqual({ name: 'lint', message: 'a fence is broken' });
    expect(isGreen(total)).toBe(false);
  });

  it('leaves skipped tests out of the line when there are none', () => {
    expect(countLine(tallyCheck('types', { code: 0, output: '' }))).toBe('1 passed, 0 failed');
  });

  it('is not green when nothing ran', () => {
    expect(isGreen(sum([]))).toBe(false);
    expect(isGreen(tallyCheck('types', { code: 0, output: '' }))).toBe(true);
  });
});
