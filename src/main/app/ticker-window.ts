import { BrowserWindow } from 'electron';
import type { SettingsStore } from '../desktop/settings-store.ts';
import { PRELOAD } from './main-window.ts';
import { TICKER_URL } from './page.ts';
import { keepPlace, lastPlace } from './window-place.ts';

interface TickerNeeds {
  readonly settings: SettingsStore;
  readonly closed: (windowId: number) => void;
}

/** The floating ticker: a small window over all others, where it was last on the display it was on. */
export class TickerWindow {
  readonly #needs: TickerNeeds;
  #window: BrowserWindow | undefined;

  constructor(needs: TickerNeeds) {
    this.#needs = needs;
  }

  /** Opens it, or closes it. Answers whether it is open now. */
  toggle(): boolean {
    if (this.#window === undefined) this.#window = this.#open();
    else this.#window.close();
    return this.#window !== undefined;
  }

  #open(): BrowserWindow {
    const { settings, closed } = this.#needs;
    const { isMaximized: _, ...bounds } = lastPlace(settings, 'ticker', FIRST);
    const window = new BrowserWindow({
      ...bounds,
      minWidth: 260,
      minHeight: 120,
      show: false,
      frame: false,
      transparent: true,
      alwaysOnTop: true,
      skipTaskbar: true,
      maximizable: false,
      minimizable: false,
      fullscreenable: false,
      title: 'Linewatch ticker',
      backgroundColor: CLEAR,
      webPreferences: { preload: PRELOAD, sandbox: true, contextIsolation: true, nodeIntegration: false },
    });
    const windowId = window.webContents.id;
    window.once('ready-to-show', () => window.show());
    window.on('close', () => {
      keepPlace(window, settings, 'ticker');
      this.#window = undefined;
    });
    window.on('closed', () => closed(windowId));
    void window.loadURL(TICKER_URL);
    return window;
  }
}

const FIRST = { width: 380, height: 280, at: 'corner' } as const;
/** The page draws its own half-clear surface. */
const CLEAR = '#00000000';
