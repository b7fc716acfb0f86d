import { BrowserWindow, screen } from 'electron';
import { placeOnDisplay } from '../desktop/place-on-display.ts';
import type { SettingsStore } from '../desktop/settings-store.ts';
import { PRELOAD } from './main-window.ts';
import { TICKER_URL } from './page.ts';

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
    const { display: lastDisplay, places } = settings.ticker;
    const displays = screen.getAllDisplays();
    const display = displays.find(({ id }) => String(id) === lastDisplay) ?? screen.getPrimaryDisplay();
    const window = new BrowserWindow({
      ...placeOnDisplay(places[String(display.id)] ?? FIRST_SIZE, display.workArea),
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
      const bounds = window.getBounds();
      const { id } = screen.getDisplayMatching(bounds);
      settings.keepTicker({
        display: String(id),
        places: { ...settings.ticker.places, [String(id)]: bounds },
      });
      this.#window = undefined;
    });
    window.on('closed', () => closed(windowId));
    void window.loadURL(TICKER_URL);
    return window;
  }
}

const FIRST_SIZE = { width: 380, height: 280 };
/** The page draws its own half-clear surface. */
const CLEAR = '#00000000';
