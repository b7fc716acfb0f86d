import { existsSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import type { UpdateSource } from './updates.ts';

/** The releases that a packed app was built for; `null` where it was built for none. */
export async function openReleases(): Promise<UpdateSource | null> {
  if (!app.isPackaged || !existsSync(path.join(process.resourcesPath, 'app-update.yml'))) return null;
  const { default: electronUpdater } = await import('electron-updater');
  const updater = electronUpdater.autoUpdater;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.logger = null;
  // What fails rejects as well; without a listener it would be an uncaught exception besides.
  updater.on('error', () => undefined);
  return {
    async check() {
      const result = await updater.checkForUpdates();
      return result?.isUpdateAvailable ? result.updateInfo.version : null;
    },
    async download(progress) {
      const tell = ({ percent }: { readonly percent: number }) => progress(percent);
      updater.on('download-progress', tell);
      try {
        await updater.downloadUpdate();
      } finally {
        updater.off('download-progress', tell);
      }
    },
    install: () => updater.quitAndInstall(),
  };
}
