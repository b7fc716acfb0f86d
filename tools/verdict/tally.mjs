import path from 'node:path';
import { ROOT } from '../setup/places.mjs';

/**
 * What one part of the suite came to. `failures` are for people: the test's name and what it said.
 * @typedef {{ passed: number, failed: number, skipped: number, failures: Failure[] }} Tally
 * @typedef {{ name: string, message: string }} Failure
 */

/** A check that passes or fails as a whole: types, lint. @returns {Tally} */
export function tallyCheck(
  /** @type {string} */ name,
  /** @type {{ code: number, output: string, problem?: string }} */ result,
) {
  if (result.code === 0) return { passed: 1, failed: 0, skipped: 0, failures: [] };
  return failedOnce(name, result.problem || result.output.trim() || `exit code ${result.code}`);
}

/**
 * Counts vitest's JSON report. A file that did not load counts as one failed test; a run that failed without a
 * failed test, or wrote no report, counts as one failed test too.
 * @param {string} name
 * @param {any} report
 * @param {{ code: number, output: string }} result
 * @returns {Tally}
 */
export function tallyVitest(name, report, result) {
  if (!Array.isArray(report?.testResults)) return crashed(name, result);
  const tally = emptyTally();
  for (const file of report.testResults) {
    if (file.status === 'failed' && !file.assertionResults.some(isFailed)) {
      addFailure(tally, shortPath(file.name), file.message || 'the file did not load');
    }
    for (const test of file.assertionResults) {
      if (test.status === 'passed') tally.passed += 1;
      else if (isFailed(test))
        addFailure(tally, `${shortPath(file.name)} › ${test.fullName}`, test.failureMessages?.join('\n'));
      else tally.skipped += 1;
    }
  }
  return withRunner(tally, name, result);
}

/**
 * Counts Playwright's JSON report, by the same rules. A flaky test counts as failed: it was wrong once.
 * @param {string} name
 * @param {any} report
 * @param {{ code: number, output: string }} result
 * @returns {Tally}
 */
export function tallyPlaywright(name, report, result) {
  if (!Array.isArray(report?.suites)) return crashed(name, result);
  const tally = emptyTally();
  for (const { titles, spec } of report.suites.flatMap((/** @type {any} */ suite) => specsBelow(suite, []))) {
    for (const test of spec.tests) {
      if (test.status === 'expected') tally.passed += 1;
      else if (test.status === 'skipped') tally.skipped += 1;
      else {
        const errors = test.results.flatMap((/** @type {any} */ attempt) => attempt.errors ?? []);
        addFailure(
          tally,
          [...titles, spec.title].join(' › '),
          errors.map((/** @type {any} */ error) => error.message).join('\n'),
        );
      }
    }
  }
  for (const error of report.errors ?? []) addFailure(tally, name, error.message);
  return withRunner(tally, name, result);
}

/** A part that could not run at all. @returns {Tally} */
export function failedOnce(/** @type {string} */ name, /** @type {string} */ message) {
  return { passed: 0, failed: 1, skipped: 0, failures: [{ name, message }] };
}

/** The sum of all parts. @returns {Tally} */
export function sum(/** @type {readonly Tally[]} */ tallies) {
  const total = emptyTally();
  for (const tally of tallies) {
    total.passed += tally.passed;
    total.failed += tally.failed;
    total.skipped += tally.skipped;
    total.failures.push(...tally.failures);
  }
  return total;
}

/** `N passed, N failed`, and `, N skipped` where there are any. */
export function countLine(/** @type {Tally} */ { passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** True only when something ran and nothing failed. */
export function isGreen(/** @type {Tally} */ { passed, failed }) {
  return failed === 0 && passed > 0;
}

/** @returns {Tally} */
function emptyTally() {
  return { passed: 0, failed: 0, skipped: 0, failures: [] };
}

function crashed(
  /** @type {string} */ name,
  /** @type {{ code: number, output: string }} */ { code, output },
) {
  return failedOnce(name, `the runner ended with code ${code} and no report\n${output.trim().slice(-3000)}`);
}

/** A run may fail beside its tests: an unhandled rejection, a failing teardown, no test found. */
function withRunner(
  /** @type {Tally} */ tally,
  /** @type {string} */ name,
  /** @type {{ code: number, output: string }} */ { code, output },
) {
  if (code !== 0 && tally.failed === 0) {
    addFailure(
      tally,
      name,
      `the runner ended with code ${code} beside its tests\n${output.trim().slice(-3000)}`,
    );
  }
  return tally;
}

function addFailure(
  /** @type {Tally} */ tally,
  /** @type {string} */ name,
  /** @type {string | undefined} */ message,
) {
  tally.failed += 1;
  tally.failures.push({ name, message: plain(message ?? 'no message') });
}

function isFailed(/** @type {{ status: string }} */ test) {
  return test.status === 'failed';
}

/** @returns {{ titles: string[], spec: any }[]} */
function specsBelow(/** @type {any} */ suite, /** @type {string[]} */ above) {
  const titles = [...above, suite.title];
  const own = (suite.specs ?? []).map((/** @type {any} */ spec) => ({ titles, spec }));
  return [...own, ...(suite.suites ?? []).flatMap((/** @type {any} */ inner) => specsBelow(inner, titles))];
}

/** A path as the project speaks of it. */
function shortPath(/** @type {string} */ file) {
  const inside = path.relative(ROOT, file);
  return inside.startsWith('..') ? file : inside.replaceAll('\\', '/');
}

/** Without a terminal's colours, and without the test runner's own stack frames. */
function plain(/** @type {string} */ text) {
  const ESC = String.fromCharCode(27);
  const lines = text.replaceAll(new RegExp(`${ESC}\\[[0-9;]*m`, 'g'), '').split('\n');
  return lines
    .filter((line) => !/^\s*at .*(node_modules|<anonymous>)/.test(line))
    .join('\n')
    .trim();
}
