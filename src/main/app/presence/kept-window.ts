import { type BrowserWindow, nativeImage } from 'electron';
import type { Place } from '#contract/place.ts';
import type { Notifier } from '../../desktop/notifications/notifier.ts';
import type { SettingsStore } from '../../desktop/settings-store.ts';
import { openMainWindow } from '../main-window.ts';
import { sendTo } from '../windows.ts';
import { guardClosing } from './close-policy.ts';

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
      hidden,
      crashed: left,
      closed: (windowId) => {
        this.#window = undefined;
        left(windowId);
      },
    });
    guardClosing(window, { settings, notifier, open: () => this.show() });
    window.once('show', () => this.markUnread(this.#unread));
    return window;
  }
}
