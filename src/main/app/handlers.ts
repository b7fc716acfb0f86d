import { app, nativeTheme } from 'electron';
import type { AppInfo } from '#contract/requests.ts';
import type { SettingsStore } from '../desktop/settings-store.ts';
import type { Handlers } from '../ipc/door.ts';
import type { EngineThread } from './engine-thread.ts';
import type { FeedChoice } from './feed-choice.ts';
import type { StatusBoard } from './status-board.ts';
import { broadcast } from './windows.ts';

interface HandlerNeeds {
  /** Resolves when the engine runs; rejects when it could not be started. */
  readonly engine: Promise<EngineThread>;
  readonly status: StatusBoard;
  readonly settings: SettingsStore;
  readonly choice: FeedChoice;
}

const ENGINE_STOPPED = {
  ok: false,
  code: 'engine-stopped',
  message: 'The feed engine is not running; start Linewatch again.',
} as const;

/** What each request does. The engine's work is only passed on. */
export function createHandlers({ engine, status, settings, choice }: HandlerNeeds): Handlers {
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
    'catalogue.read': () => ask('catalogue', null).then(done, () => ENGINE_STOPPED),
    'catalogue.refresh': () => ask('catalogue.refresh', null).then(done, () => ENGINE_STOPPED),
    'markets.read': (query) => ask('markets', query).then(done, () => ENGINE_STOPPED),
    'filters.read': () => ask('filters', null).then(done, () => ENGINE_STOPPED),
    async 'filters.change'(filters) {
      try {
        // the demo's games are not the provider's: its filters are not worth keeping
        if (choice.state.kind !== 'none') settings.change({ filters });
      } catch (error) {
        return notSaved(error);
      }
      return ask('filters.change', filters).then(done, () => ENGINE_STOPPED);
    },
    'key.read': () => done(choice.state),
    async 'key.enter'({ key, base }) {
      const trial = await choice.enter(key, base);
      return trial.ok ? done(trial.state) : trial;
    },
    'key.remove': () => choice.remove().then(done),
    'parlays.read': (input) => ask('parlays', input).catch(() => ENGINE_STOPPED),
    'plays.follow': ({ games }, windowId) =>
      ask('plays.follow', { windowId, games }).then(done, () => ENGINE_STOPPED),
    'plays.read': (input) => ask('plays.read', input).then(done, () => ENGINE_STOPPED),
    'diagnostics.read': () => ask('diagnostics', null).then(done, () => ENGINE_STOPPED),
    'settings.read': () => ({ ok: true, value: settings.read() }),
    'settings.change'(part) {
      try {
        const changed = settings.change(part);
        nativeTheme.themeSource = changed.theme;
        broadcast('settings', changed);
        return { ok: true, value: changed };
      } catch (error) {
        return notSaved(error);
      }
    },
  };
}

function notSaved(error: unknown) {
  return {
    ok: false,
    code: 'not-saved',
    message: `The settings could not be saved: ${String(error)}`,
  } as const;
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
