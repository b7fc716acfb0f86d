import { spawnSync } from 'node:child_process';

/**
 * Asks `xdg-settings`, as Electron does on Linux, about who opens links of a scheme. False where the tool is missing or
 * the app has no desktop file: that is told by CHROME_DESKTOP.
 */
export function defaultProtocolClient(action: 'set' | 'check', scheme: string): boolean {
  const desktopFile = process.env['CHROME_DESKTOP'];
  if (!desktopFile || scheme === '') return false;
  const settings = spawnSync('xdg-settings', [action, 'default-url-scheme-handler', scheme, desktopFile], {
    encoding: 'utf8',
  });
  return settings.status === 0 && (action === 'set' || settings.stdout.trim() === 'yes');
}
