import { app } from '../app/app.ts';
import { hostState } from '../boot/host-state.ts';
import { makeDestroyed } from '../stand-in/destroyed.ts';
import { cancelableEvent } from '../stand-in/events.ts';
import { openWindows } from './open-windows.ts';
import { focusedWindow, ShownWindow } from './shown-window.ts';
import { WebContents } from './web-contents.ts';
import { checkWindowOptions } from './window-options.ts';

/** What of `BrowserWindow` this layer stands in for. */
export type ContentOwn =
  | 'id'
  | 'webContents'
  | 'loadURL'
  | 'loadFile'
  | 'reload'
  | 'capturePage'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'title'
  | 'setTitle'
  | 'getTitle'
  | 'setMenu'
  | 'removeMenu'
  | 'setMenuBarVisibility'
  | 'setAutoHideMenuBar'
  | 'setIcon'
  | 'setBackgroundColor'
  | 'isModal'
  | 'getParentWindow';

let lastId = 0;

/** `BrowserWindow`: a page of Chromium and what a desktop would do with the window around it. */
export class BrowserWindow extends ShownWindow implements Pick<Electron.BrowserWindow, ContentOwn> {
  static getAllWindows(): BrowserWindow[] {
    return [...openWindows.values()];
  }
  static fromId(id: number): BrowserWindow | null {
    return openWindows.get(id) ?? null;
  }
  static fromWebContents(contents: Electron.WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.#contents === contents) ?? null;
  }
  static getFocusedWindow(): BrowserWindow | null {
    return focusedWindow();
  }

  readonly #id = ++lastId;
  readonly #contents: WebContents;
  #title: string;
  #isReadyToShow = false;
  #closing = false;
  #destroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    if (!hostState.ready) throw new Error('Cannot create BrowserWindow before app is ready');
    checkWindowOptions(options);
    super(options);
    this.#title = options.title ?? app.getName();
    openWindows.set(this.#id, this);
    this.#contents = new WebContents(options.webPreferences ?? {}, {
      window: this,
      titleChanged: (title) => this.#pageTitleChanged(title),
      painted: () => this.#painted(),
    });
    this.#contents.on('render-process-gone', (_event, details) =>
      app.emit('render-process-gone', cancelableEvent(), this.#contents, details),
    );
    void this.#openPage();
    app.emit('web-contents-created', cancelableEvent(), this.#contents);
    app.emit('browser-window-created', cancelableEvent(), this);
    if (this.isVisible()) this.takeFocus();
  }

  get id(): number {
    return this.#id;
  }
  get webContents(): WebContents {
    return this.#contents;
  }
  loadURL(url: string, options?: Electron.LoadURLOptions): Promise<void> {
    return this.#contents.loadURL(url, options);
  }
  loadFile(filePath: string, options?: Electron.LoadFileOptions): Promise<void> {
    return this.#contents.loadFile(filePath, options);
  }
  reload(): void {
    this.#contents.reload();
  }
  capturePage(rect?: Electron.Rectangle): Promise<Electron.NativeImage> {
    return this.#contents.capturePage(rect);
  }

  close(): void {
    if (this.#closing) return;
    const event = cancelableEvent();
    this.emit('close', event);
    if (event.defaultPrevented) {
      app.windowStayed();
      return;
    }
    this.#closing = true;
    setImmediate(() => this.#destroyed || this.destroy());
  }
  destroy(): void {
    this.#destroyed = true;
    openWindows.delete(this.#id);
    this.blur();
    this.#contents.destroy();
    makeDestroyed(this, BrowserWindow, ['isDestroyed']);
    this.emit('closed');
    app.windowClosed();
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }

  get title(): string {
    return this.#title;
  }
  set title(title: string) {
    this.#title = title;
  }
  setTitle(title: string): void {
    this.#title = title;
  }
  getTitle(): string {
    return this.#title;
  }
  isModal(): boolean {
    return false;
  }
  getParentWindow(): null {
    return null;
  }
  // What only a desktop shows: taken, and not to be seen here.
  setMenu(_menu: Electron.Menu | null): void {
    return;
  }
  removeMenu(): void {
    return;
  }
  setMenuBarVisibility(_visible: boolean): void {
    return;
  }
  setAutoHideMenuBar(_hide: boolean): void {
    return;
  }
  setIcon(_icon: Electron.NativeImage | string): void {
    return;
  }
  setBackgroundColor(_backgroundColor: string): void {
    return;
  }

  async #openPage(): Promise<void> {
    const { width, height } = this.getBounds();
    try {
      this.frame.attachTo(await this.#contents.attach({ width, height, background: !this.isVisible() }));
    } catch (error) {
      // A window that was destroyed meanwhile needs no page.
      if (!this.#destroyed) process.stderr.write(`stand-in host: no page for a window: ${String(error)}\n`);
    }
  }
  #pageTitleChanged(title: string): void {
    const event = cancelableEvent();
    this.#contents.emit('page-title-updated', cancelableEvent(), title, true);
    this.emit('page-title-updated', event, title, true);
    if (!event.defaultPrevented) this.#title = title;
  }
  #painted(): void {
    if (this.#isReadyToShow || this.#destroyed) return;
    this.#isReadyToShow = true;
    this.emit('ready-to-show', cancelableEvent());
  }
}
