import { existsSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Has the app start in the stand-in host where Electron is not installed and nothing else was chosen. */
export function standInWithoutElectron(): void {
  const isInstalled = existsSync(path.join(ROOT, 'node_modules/electron/path.txt'));
  if (!isInstalled) process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= path.join(ROOT, 'e2e/host/dist');
}
