import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';

/** The folder that ELECTRON_OVERRIDE_DIST_PATH names to have this host started as Electron. */
export const HOST_DIST = join(import.meta.dirname, 'dist');
/** The app that the host's own tests run. */
export const FIXTURE_APP = join(import.meta.dirname, 'fixture-app');

// Where the `electron` package looks for the executable; it does so when Playwright first asks.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] = HOST_DIST;

/** The fixture app, running, with its first window. */
export interface RunningFixture {
  app: ElectronApplication;
  page: Page;
  userData: string;
  /** What the app and the host wrote to standard error so far. */
  stderr(): string;
  /** Ends the app and removes its folder. */
  stop(): Promise<void>;
}

/** Starts the fixture app as a Playwright test does; it must be stopped. */
export async function launchFixture(
  extraArgs: string[] = [],
  env: Record<string, string> = process.env as Record<string, string>,
  folder: string = FIXTURE_APP,
): Promise<RunningFixture> {
  const userData = mkdtempSync(join(tmpdir(), 'host-fixture-'));
  const app = await _electron.launch({
    args: [folder, `--user-data-dir=${userData}`, ...extraArgs],
    env,
    colorScheme: null,
  });
  let stderr = '';
  app.process().stderr?.on('data', (chunk) => {
    stderr += String(chunk);
  });
  const page = await app.firstWindow();
  await page.waitForFunction("'fixture' in window");
  return {
    app,
    page,
    userData,
    stderr: () => stderr,
    async stop() {
      await app.close();
      rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** How long a test waits for what comes by itself; the machine may be busy. */
export const PATIENCE = { timeout: 15_000 };
