import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '../process/run.mjs';
import { ROOT, readJson } from '../setup/places.mjs';
import { tallyCheck, tallyPlaywright, tallyVitest } from './tally.mjs';

/**
 * A part of the suite: its name and how to run it on `node` with `env`.
 * @typedef {{ node: string, env: NodeJS.ProcessEnv }} Context
 * @typedef {{ name: string, run: (context: Context) => Promise<import('./tally.mjs').Tally> }} Part
 */

const MODULES = path.join(ROOT, 'node_modules');
const SCRIPTS = {
  tsc: path.join(MODULES, 'typescript', 'bin', 'tsc'),
  biome: path.join(MODULES, '@biomejs', 'biome', 'bin', 'biome'),
  knip: path.join(MODULES, 'knip', 'bin', 'knip.js'),
  vitest: path.join(MODULES, 'vitest', 'vitest.mjs'),
  playwright: path.join(MODULES, '@playwright', 'test', 'cli.js'),
};

/** All rooms and their fences. */
export const types = check('types', 'tsc', ['-b', '--pretty', 'false']);
/** Lint, format and the fences that types do not see. */
export const lint = check('lint', 'biome', [
  'ci',
  '--colors=off',
  '--diagnostic-level=error',
  '--max-diagnostics=60',
]);
/** Files, exports and packages that nobody uses. */
export const unused = check('unused code', 'knip', ['--no-progress']);

/** Vitest tests of the named projects of `vitest.config.ts`. @returns {Part} */
export function vitestPart(/** @type {string} */ name, /** @type {readonly string[]} */ projects) {
  return {
    name,
    run: (context) =>
      withReport(async (report) => {
        const chosen = projects.map((project) => `--project=${project}`);
        // The JSON alone is silent about what fails beside the tests.
        const flags = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
        const result = await run(context.node, [SCRIPTS.vitest, 'run', ...chosen, ...flags], {
          env: context.env,
        });
        return tallyVitest(name, readJson(report), result);
      }),
  };
}

/** The journeys through the whole app, or one of `of` shares of them, each on a screen of its own. @returns {Part} */
export function journeys(share = 1, of = 1) {
  const name = of === 1 ? 'journeys' : `journeys, part ${share} of ${of}`;
  const flags = of === 1 ? [] : [`--shard=${share}/${of}`, `--output=test-results/${share}`];
  return {
    name,
    run: (context) =>
      withReport(async (report) => {
        const env = { ...context.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
        const command = [SCRIPTS.playwright, 'test', '--reporter=json', ...flags];
        const result = await run(context.node, command, { env });
        return tallyPlaywright(name, readJson(report), result);
      }),
  };
}

/** The same part with more in its environment. @returns {Part} */
export function withEnv(/** @type {Part} */ part, /** @type {NodeJS.ProcessEnv} */ more) {
  return { ...part, run: ({ node, env }) => part.run({ node, env: { ...env, ...more } }) };
}

/** @returns {Part} */
function check(
  /** @type {string} */ name,
  /** @type {keyof typeof SCRIPTS} */ script,
  /** @type {string[]} */ args,
) {
  return {
    name,
    run: async ({ node, env }) => tallyCheck(name, await run(node, [SCRIPTS[script], ...args], { env })),
  };
}

/** @template T */
async function withReport(/** @type {(file: string) => Promise<T>} */ work) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'linewatch-report-'));
  try {
    return await work(path.join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
