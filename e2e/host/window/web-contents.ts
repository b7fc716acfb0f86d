import { browser } from '../chromium/browser.ts';
import { closeTarget } from '../chromium/close-target.ts';
import { debug } from '../debug.ts';
import { makeDestroyed } from '../stand-in/destroyed.ts';
import { notStoodIn } from '../stand-in/stand-in.ts';
import { PageContents } from './page-contents.ts';

/** What of `webContents` this layer stands in for. */
export type WindowOwn =
  | 'id'
  | 'hostWebContents'
  | 'getTitle'
  | 'getType'
  | 'isDestroyed'
  | 'isFocused'
  | 'focus'
  | 'close'
  | 'setWindowOpenHandler'
  | 'setBackgroundThrottling'
  | 'getBackgroundThrottling'
  | 'backgroundThrottling'
  | 'isDevToolsOpened';

/** The window that shows these contents. */
export interface ContentsOwner {
  readonly window: Electron.BrowserWindow;
  titleChanged(title: string): void;
  painted(): void;
}

const alive = new Map<number, WebContents>();
let lastId = 0;

/** `webContents`: a page and its window. */
export class WebContents extends PageContents implements Pick<Electron.WebContents, WindowOwn> {
  static fromId(id: number): WebContents | undefined {
    return alive.get(id);
  }
  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return WebContents.getAllWebContents().find((contents) => contents.targetId === targetId);
  }
  static fromFrame(frame: Electron.WebFrameMain): WebContents | undefined {
    return WebContents.getAllWebContents().find((contents) => contents.mainFrame === frame);
  }
  static getAllWebContents(): WebContents[] {
    return [...alive.values()];
  }
  static getFocusedWebContents(): WebContents | null {
    return WebContents.getAllWebContents().find((contents) => contents.isFocused()) ?? null;
  }

  readonly id = ++lastId;
  readonly hostWebContents = null;
  backgroundThrottling = true;
  readonly #owner: ContentsOwner;
  #title = '';
  #destroyed = false;
  #onWindowOpen: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | undefined;

  constructor(preferences: Electron.WebPreferences, owner: ContentsOwner) {
    super(preferences);
    this.#owner = owner;
    alive.set(this.id, this);
  }

  getTitle(): string {
    return this.#title;
  }
  getType(): 'window' {
    return 'window';
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  isFocused(): boolean {
    return this.#owner.window.isFocused();
  }
  focus(): void {
    this.#owner.window.focus();
  }
  close(_options?: Electron.CloseOpts): void {
    this.#owner.window.close();
  }
  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.#onWindowOpen = handler;
  }
  setBackgroundThrottling(allowed: boolean): void {
    this.backgroundThrottling = allowed;
  }
  getBackgroundThrottling(): boolean {
    return this.backgroundThrottling;
  }
  isDevToolsOpened(): boolean {
    return false;
  }

  /** Called by the window when it goes; closes the page in Chromium. */
  destroy(): void {
    this.#destroyed = true;
    alive.delete(this.id);
    const close = async (left: Promise<string | undefined>): Promise<void> => {
      const targetId = await left;
      if (targetId !== undefined) await closeTarget(browser(), targetId);
    };
    close(this.leavePage()).catch((error: Error) => debug('closing the page:', error.message));
    makeDestroyed(this, WebContents, ['isDestroyed', 'self']);
    this.emit('destroyed');
  }

  /** Called when Chromium has closed the page by itself. */
  pageClosed(): void {
    this.#owner.window.destroy();
  }

  protected override self(): this {
    return this;
  }
  protected override titleChanged(title: string): void {
    if (title === this.#title) return;
    this.#title = title;
    this.#owner.titleChanged(title);
  }
  protected override painted(): void {
    this.#owner.painted();
  }
  protected override windowOpen(request: { url: string; frameName: string; features: string }): void {
    const referrer = { url: '', policy: 'strict-origin-when-cross-origin' } as const;
    const disposition = request.features === '' ? 'foreground-tab' : 'new-window';
    const response = this.#onWindowOpen?.({ ...request, disposition, referrer });
    if (response?.action !== 'deny') throw notStoodIn(`a popup that is not denied (${request.url})`);
  }
}
