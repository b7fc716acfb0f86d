import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runningBrowser } from '../chromium/browser.ts';
import { installedVersion } from '../chromium/chromium.ts';

const HOST = join(import.meta.dirname, '..');

/** The version of the `electron` package that this host stands in for. */
export function electronVersion(): string {
  const manifest = readFileSync(join(HOST, '../../node_modules/electron/package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** Gives `process` what Electron's main process finds there. */
export function dressProcess(args: readonly string[]): void {
  const executable = join(HOST, 'dist/electron');
  process.execPath = executable;
  process.argv = [executable, ...args];
  Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: join(HOST, 'dist/resources') });
  Object.defineProperty(process.versions, 'electron', { value: electronVersion(), enumerable: true });
  let chrome: string | undefined;
  Object.defineProperty(process.versions, 'chrome', {
    // Chromium starts after the app's first line; who asks earlier pays for asking the program itself.
    get: () => (chrome ??= runningBrowser()?.version ?? installedVersion()),
    enumerable: true,
  });
}
