import { writeFile } from 'node:fs/promises';
import { app } from 'electron';
import type { AppInfo, AppRequests } from '#contract/requests/app-requests.ts';
import type { SettingsStore } from '../../desktop/settings-store.ts';
import type { Handlers } from '../../ipc/door.ts';
import type { RunningFeed } from '../run-feed.ts';
import { type Ask, done, ENGINE_STOPPED, notSaved } from './ask.ts';
import { fileToSave } from './choose-file.ts';

const REPORT_FILES = [{ name: 'Text', extensions: ['txt'] }];

/** What requests about the app, its state and the settings do. */
export function appHandlers(
  ask: Ask,
  { status, revival }: Pick<RunningFeed, 'status' | 'revival'>,
  settings: SettingsStore,
): Pick<Handlers, keyof AppRequests> {
  return {
    'app.info': () => done(appInfo()),
    'status.read': () => done(status.report),
    'engine.begin'() {
      revival.beginNow();
      return done(null);
    },
    'diagnostics.read': () => ask('diagnostics', null).then(done, () => ENGINE_STOPPED),
    async 'diagnostics.save'({ text }) {
      const file = await fileToSave('Save diagnostics', 'linewatch-diagnostics.txt', REPORT_FILES);
      if (file === null) return done(null);
      try {
        await writeFile(file, text);
        return done(file);
      } catch (error) {
        return {
          ok: false,
          code: 'not-saved',
          message: error instanceof Error ? error.message : String(error),
        };
      }
    },
    'settings.read': () => done(settings.read()),
    'settings.change'(part) {
      try {
        return done(settings.change(part));
      } catch (error) {
        return notSaved(error);
      }
    },
  };
}

function appInfo(): AppInfo {
  return {
    version: app.getVersion(),
    electron: process.versions.electron ?? '',
    chromium: process.versions['chrome'] ?? '',
    node: process.versions.node,
    platform: process.platform,
  };
}
