import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { autostartEntry, HIDDEN_SWITCH } from './autostart-entry.ts';

/** Whether the system started Linewatch at login, where no switch of ours can say so. */
export function wasStartedAtLogin(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

/** Has the system start Linewatch at login, without a window, or no longer. Throws the disk's errors. */
export function startAtLogin(isOn: boolean): void {
  if (process.platform !== 'linux')
    return app.setLoginItemSettings({ openAtLogin: isOn, args: [HIDDEN_SWITCH] });
  const folder = path.join(app.getPath('appData'), 'autostart');
  const file = path.join(folder, 'linewatch.desktop');
  if (!isOn) return rmSync(file, { force: true });
  mkdirSync(folder, { recursive: true });
  const program = process.env['APPIMAGE'] ?? process.execPath;
  writeFileSync(file, autostartEntry([program, ...(app.isPackaged ? [] : [app.getAppPath()])]));
}
