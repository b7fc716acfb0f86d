import { type BrowserWindow, nativeImage } from 'electron';
import type { Place } from '#contract/place.ts';
import type { Notifier } from '../../desktop/notifications/notifier.ts';
import type { SettingsStore } from '../../desktop/settings-store.ts';
import { trayWithin } from '../../desktop/tray/has-tray.ts';
import { say } from '../life/log.ts';
import { openMainWindow } from '../main-window.ts';
import { sendTo } from '../windows.ts';
import { guardClosing } from './close-policy.ts';

/** How often the tray is looked for from which a hidden window is opened. */
const LOOK_FOR_TRAY_EVERY_MS = 10_000;
/** A desktop whose panel starts anew has its tray again within this. */
const TRAY_BACK_WITHIN_MS = 5_000;

interface KeptWindowNeeds {
  readonly settings: SettingsStore;
  readonly notifier: Notifier;
  /** The picture that marks the window's button in the taskbar while there is something unread. */
  readonly overlayFile: string;
  /** The window went out of sight (hidden, minimized) or came back. */
  readonly hidden: (windowId: number, isHidden: boolean) => void;
  /** The window's page is gone, with all that it had asked for. */
  readonly left: (windowId: number) => void;
}

/** The main window: there is one, or it can be opened again, at the place where the user wants to be. */
export class KeptWindow {
  readonly #needs: KeptWindowNeeds;
  #window: BrowserWindow | undefined;
  #place: Place | null = null;
  #unread = 0;
  #looking: NodeJS.Timeout | undefined;

  constructor(needs: KeptWindowNeeds) {
    this.#needs = needs;
  }

  /** Opens the window without showing it. */
  openHidden(): void {
    this.#window ??= this.#open(true);
  }

  /** An engine that has just started does not know whether the window is in sight. */
  tellHidden(): void {
    if (this.#window === undefined) return;
    const isHidden = !this.#window.isVisible() || this.#window.isMinimized();
    if (isHidden) this.#needs.hidden(this.#window.webContents.id, true);
  }

  /** How many alerts nobody has looked at: Windows has no count for that, and marks the window's button instead. */
  markUnread(count: number): void {
    this.#unread = count;
    if (process.platform !== 'win32') return;
    const overlay = count === 0 ? null : nativeImage.createFromPath(this.#needs.overlayFile);
    this.#window?.setOverlayIcon(overlay, count === 0 ? '' : `${count} unread`);
  }

  /** Opens the window, or brings it to the front. */
  show(): void {
    if (this.#window === undefined) {
      this.#window = this.#open(false);
      return;
    }
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
  }

  /** Shows the window, or hides the one that is shown. */
  toggle(): void {
    if (this.#window?.isVisible() && !this.#window.isMinimized()) this.#window.hide();
    else this.show();
  }

  /** Shows the window and has it go to a place, at once or as soon as its page is there. */
  showAt(place: Place): void {
    this.#place = place;
    this.show();
    if (this.#window !== undefined) sendTo(this.#window.webContents.id, 'navigate', null);
  }

  /** The place that the window shall go to, once. */
  takePlace(): Place | null {
    const place = this.#place;
    this.#place = null;
    return place;
  }

  #open(startsHidden: boolean): BrowserWindow {
    const { settings, notifier, hidden, left } = this.#needs;
    const window = openMainWindow({
      settings,
      startsHidden,
      hidden: (windowId, isHidden) => {
        hidden(windowId, isHidden);
        this.#lookForTray(isHidden);
      },
      crashed: left,
      closed: (windowId) => {
        this.#window = undefined;
        this.#lookForTray(false);
        left(windowId);
      },
    });
    guardClosing(window, { settings, notifier, open: () => this.show() });
    window.once('show', () => this.markUnread(this.#unread));
    return window;
  }

  /** While the window is out of sight: where the tray goes away, nothing else would bring the window back. */
  #lookForTray(isHidden: boolean): void {
    clearInterval(this.#looking);
    if (!isHidden) return;
    this.#looking = setInterval(async () => {
      if (this.#isReachable() || (await trayWithin(TRAY_BACK_WITHIN_MS)) || this.#isReachable()) return;
      say('The tray is gone; the window comes back.');
      this.show();
    }, LOOK_FOR_TRAY_EVERY_MS);
  }

  /** Whether it has no need of the tray: it is seen, or has a button on the desktop, or is gone for good. */
  #isReachable(): boolean {
    return this.#window === undefined || this.#window.isVisible() || this.#window.isMinimized();
  }
}
