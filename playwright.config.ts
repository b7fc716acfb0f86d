import { defineConfig } from '@playwright/test';
import { openLedger } from './e2e/keys/ledger.ts';

openLedger();
/** For the test of the search for keys: one journey that leaves one. */
const journeys = process.env['PLANT'] === undefined ? '**/*.spec.ts' : 'keys/planted-journey.ts';

/** The journeys: the built app in Electron, or in the stand-in that `ELECTRON_OVERRIDE_DIST_PATH` names. */
export default defineConfig({
  testDir: 'e2e',
  projects: [
    { name: 'journeys', testMatch: journeys, teardown: 'keys' },
    { name: 'keys', testMatch: 'keys/after-all.ts' },
  ],
  outputDir: 'test-results',
  // Windows share one screen, one notification daemon and one keychain.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
});
