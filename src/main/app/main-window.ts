import path from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { placeOnDisplay } from '../desktop/place-on-display.ts';
import type { SettingsStore, WindowPlace } from '../desktop/settings-store.ts';
import { revivePage } from './life/revive-page.ts';
import { PAGE_URL } from './page.ts';

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
  const { isMaximized, ...bounds } = lastPlace(settings);
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
  window.once('ready-to-show', () => {
    if (startsHidden) return;
    if (isMaximized) window.maximize();
    window.show();
    process.stdout.write('linewatch: window shown\n');
  });
  if (startsHidden) hidden(windowId, true);
  window.on('hide', () => hidden(windowId, true));
  window.on('minimize', () => hidden(windowId, true));
  window.on('show', () => hidden(windowId, false));
  window.on('restore', () => hidden(windowId, false));
  revivePage(window.webContents, () => crashed(windowId));
  window.on('close', () => keepPlace(window, settings));
  window.on('closed', () => closed(windowId));
  void window.loadURL(PAGE_URL);
  return window;
}

const FIRST_SIZE = { width: 1440, height: 900 };

/** Where the window was on its last display, or, where that is gone, on the primary one; else in the middle. */
function lastPlace(settings: SettingsStore): WindowPlace {
  const { display: last, places } = settings.mainWindow;
  const display = screen.getAllDisplays().find(({ id }) => String(id) === last) ?? screen.getPrimaryDisplay();
  const place = places[String(display.id)] ?? places[''];
  if (place !== undefined) {
    return { ...placeOnDisplay(place, display.workArea), isMaximized: place.isMaximized === true };
  }
  const { x, y, width, height } = placeOnDisplay({ ...FIRST_SIZE, x: 0, y: 0 }, display.workArea);
  const { workArea } = display;
  return {
    x: x + Math.round((workArea.width - width) / 2),
    y: y + Math.round((workArea.height - height) / 2),
    width,
    height,
  };
}

function keepPlace(window: BrowserWindow, settings: SettingsStore): void {
  const { display, places } = settings.mainWindow;
  const place = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
  const id = String(screen.getDisplayMatching(place).id);
  if (id === display && JSON.stringify(places[id]) === JSON.stringify(place)) return;
  settings.keepMainWindow({ display: id, places: { ...places, [id]: place } });
}
