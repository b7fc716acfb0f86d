import { app } from 'electron';
import type { AppInfo } from '#contract/requests.ts';
import type { Settings } from '#contract/settings.ts';
import type { SettingsStore } from '../desktop/settings-store.ts';
import type { Handlers } from '../ipc/door.ts';
import type { EngineThread } from './engine-thread.ts';
import type { StatusBoard } from './status-board.ts';

interface HandlerNeeds {
  /** Resolves when the engine runs; rejects when it could not be started. */
  readonly engine: Promise<EngineThread>;
  readonly status: StatusBoard;
  readonly settings: SettingsStore;
  /** Tells every window the new settings. */
  readonly settingsChanged: (settings: Settings) => void;
}

const ENGINE_STOPPED = {
  ok: false,
  code: 'engine-stopped',
  message: 'The feed engine is not running; start Linewatch again.',
} as const;

/** What each request does. The engine's work is only passed on. */
export function createHandlers({ engine, status, settings, settingsChanged }: HandlerNeeds): Handlers {
  const ask: EngineThread['call'] = async (name, input) => (await engine).call(name, input);
  return {
    'app.info': () => ({ ok: true, value: appInfo() }),
    'status.read': () => ({ ok: true, value: status.report }),
    'leagues.read': () => ask('leagues', null).then(done, () => ENGINE_STOPPED),
    'screen.open': (query, windowId) =>
      ask('screen.open', { windowId, query }).then(done, () => ENGINE_STOPPED),
    async 'screen.painted'(painted, windowId) {
      await ask('screen.painted', { windowId, ...painted }).catch(() => null);
      return { ok: true, value: null };
    },
    async 'screen.close'(_input, windowId) {
      await ask('screen.close', { windowId }).catch(() => null);
      return { ok: true, value: null };
    },
    'settings.read': () => ({ ok: true, value: settings.read() }),
    'settings.change'(part) {
      try {
        const changed = settings.change(part);
        settingsChanged(changed);
        return { ok: true, value: changed };
      } catch (error) {
        return { ok: false, code: 'not-saved', message: `The settings could not be saved: ${String(error)}` };
      }
    },
  };
}

function done<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
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
