import path from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import type { SettingsStore } from '../desktop/settings-store.ts';
import { revivePage } from './life/revive-page.ts';
import { PAGE_URL } from './page.ts';
import { keepPlace, lastPlace } from './window-place.ts';

interface MainWindowNeeds {
  readonly settings: SettingsStore;
  /** Opened for later: not shown until somebody asks. */
  readonly startsHidden: boolean;
  /** The window went out of sight (hidden, minimized) or came back. */
  readonly hidden: (windowId: number, isHidden: boolean) => void;
  /** The page's process crashed: what it had asked for is void. */
  readonly crashed: (windowId: number) => void;
  readonly closed: (windowId: number) => void;
}

/** What every window of ours loads before its page. */
export const PRELOAD = path.join(import.meta.dirname, '../preload/index.cjs');

/** What a window shows before its page has painted: the page's own surface. */
const SURFACE = { dark: '#0e131b', light: '#ffffff' };

/** Opens the main window at its last place. It is shown when its first paint is ready. */
export function openMainWindow({
  settings,
  startsHidden,
  hidden,
  crashed,
  closed,
}: MainWindowNeeds): BrowserWindow {
  const { isMaximized, ...bounds } = lastPlace(settings, 'main', FIRST);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Linewatch',
    backgroundColor: nativeTheme.shouldUseDarkColors ? SURFACE.dark : SURFACE.light,
    webPreferences: { preload: PRELOAD, sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  const windowId = window.webContents.id;
  if (isMaximized) window.once('show', () => window.maximize());
  window.once('ready-to-show', () => {
    if (startsHidden) return;
    window.show();
    process.stdout.write('linewatch: window shown\n');
  });
  if (startsHidden) hidden(windowId, true);
  window.on('hide', () => hidden(windowId, true));
  window.on('minimize', () => hidden(windowId, true));
  window.on('show', () => hidden(windowId, false));
  window.on('restore', () => hidden(windowId, false));
  revivePage(window.webContents, () => crashed(windowId));
  window.on('close', () => keepPlace(window, settings, 'main'));
  window.on('closed', () => closed(windowId));
  void window.loadURL(PAGE_URL);
  return window;
}

const FIRST = { width: 1440, height: 900, at: 'middle' } as const;
