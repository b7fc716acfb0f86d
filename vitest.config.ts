import { configDefaults, defineConfig } from 'vitest/config';

const LAUNCH = '**/*.launch.test.ts';
const LONG = '**/*.long.test.ts';
const THOROUGH = '**/*.thorough.test.ts';
/** The stand-in host and its tests need Linux; elsewhere the real Electron is the only one. */
const STAND_IN = 'e2e/host/**';
const NEVER = [...configDefaults.exclude, '**/out/**', '**/.cache/**'];

/**
 * `quick`: unit and property tests, for the inner loop. `thorough`: those that take many seconds each. `launch`: tests that start processes or browsers, one file at a time.
 * `long`: minutes or hours, only with `npm run test:long`.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'quick',
          include: ['{src,tools,e2e,bench}/**/*.test.{ts,tsx,mjs}'],
          exclude: [...NEVER, THOROUGH, LAUNCH, LONG],
          // a worker for each of a hundred files costs more than the tests in it
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'thorough',
          include: [THOROUGH],
          exclude: NEVER,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'launch',
          include: [LAUNCH],
          exclude: process.platform === 'linux' ? NEVER : [...NEVER, STAND_IN],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'long',
          include: [LONG],
          exclude: NEVER,
          fileParallelism: false,
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
