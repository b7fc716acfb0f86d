import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { giveKey, ownPage, sweepFiles, sweepRunning } from '../keys/left-behind.ts';
import { OddsPage } from './odds-page.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Chromium refuses its sandbox to root; containers run as root. */
const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Linewatch, running, with its main window. */
export interface Linewatch {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly odds: OddsPage;
  /** Everything that the program wrote to stdout and stderr so far. */
  readonly printed: () => string;
  /** Where its settings and data are; a second start with the same folder finds them again. */
  readonly userData: string;
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly userData?: string;
  readonly args?: readonly string[];
  /** The provider to connect to, with the key that the app is given; without it the demo feed runs. */
  readonly feed?: { readonly base: string; readonly key: string };
  /** The desktop to run on, instead of the one of the tests. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A new folder for the data of somebody who has never started Linewatch. */
export function strangerData(): string {
  return mkdtempSync(path.join(tmpdir(), 'linewatch-user-'));
}

/** A new folder for the data of a user who has seen the first steps, with what else they chose. */
export function newUserData(chosen: Readonly<Record<string, unknown>> = {}): string {
  const folder = strangerData();
  writeFileSync(
    path.join(folder, 'settings.json'),
    JSON.stringify({ settings: { isWelcomed: true, ...chosen } }),
  );
  return folder;
}

/** Forgets a user's data; what is left of it is looked through for keys first. */
export function removeUserData(folder: string): void {
  sweepFiles(folder);
  for (const each of [folder, keyPlace(folder)])
    rmSync(each, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** The arguments that start the built app for a user. */
export function appArguments(userData: string, args: readonly string[] = []): string[] {
  return [ROOT, `--user-data-dir=${userData}`, ...AS_ROOT, ...args];
}

/** The switches that connect to a feed; its key is written beside the user's data, which may not hold it. */
function feedArguments(userData: string, { base, key }: NonNullable<LaunchOptions['feed']>): string[] {
  giveKey(userData, key);
  writeFileSync(keyPlace(userData), key, { mode: 0o600 });
  return ['--base', base, '--key-file', keyPlace(userData)];
}

function keyPlace(userData: string): string {
  return `${userData}.key`;
}

/** Starts the built app, as a user would, and waits for its window. */
export async function launch({
  userData = newUserData(),
  args = [],
  feed,
  env,
}: LaunchOptions = {}): Promise<Linewatch> {
  const app = await _electron.launch({
    args: appArguments(userData, [...(feed ? feedArguments(userData, feed) : []), ...args]),
    cwd: ROOT,
    ...(env && { env }),
  });
  const pid = app.process().pid ?? 0;
  let printed = '';
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.on('data', (data: Buffer) => {
      printed += data.toString();
    });
  }
  const page = await app.firstWindow();
  ownPage(page, userData);
  return {
    app,
    page,
    odds: new OddsPage(page),
    printed: () => printed,
    userData,
    async close() {
      await sweepRunning(userData, page, pid, printed);
      await app.close();
    },
  };
}
