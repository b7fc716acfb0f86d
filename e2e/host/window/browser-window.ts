import { app } from '../app/app.ts';
import { hostState } from '../boot/host-state.ts';
import { debug } from '../debug.ts';
import { screen } from '../desktop/screen.ts';
import { makeDestroyed } from '../stand-in/destroyed.ts';
import { cancelableEvent } from '../stand-in/events.ts';
import { standIn } from '../stand-in/stand-in.ts';
import { openWindows } from './open-windows.ts';
import { WebContents } from './web-contents.ts';
import { WindowFrame } from './window-frame.ts';
import { checkWindowOptions } from './window-options.ts';

type Own =
  | 'id'
  | 'webContents'
  | 'loadURL'
  | 'loadFile'
  | 'reload'
  | 'capturePage'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'isVisible'
  | 'focus'
  | 'blur'
  | 'isFocused'
  | 'minimize'
  | 'isMinimized'
  | 'restore'
  | 'maximize'
  | 'unmaximize'
  | 'isMaximized'
  | 'isNormal'
  | 'setFullScreen'
  | 'isFullScreen'
  | 'getBounds'
  | 'setBounds'
  | 'getNormalBounds'
  | 'getContentBounds'
  | 'setContentBounds'
  | 'getSize'
  | 'setSize'
  | 'getContentSize'
  | 'setContentSize'
  | 'getPosition'
  | 'setPosition'
  | 'center'
  | 'getMinimumSize'
  | 'setMinimumSize'
  | 'setTitle'
  | 'getTitle'
  | 'title'
  | 'setMenu'
  | 'removeMenu'
  | 'setMenuBarVisibility'
  | 'setAutoHideMenuBar'
  | 'setIcon'
  | 'setBackgroundColor'
  | 'isResizable'
  | 'isModal'
  | 'getParentWindow'
  | 'moveTop';

type State = 'normal' | 'maximized' | 'fullscreen';

const DEFAULT_SIZE = { width: 800, height: 600 };
const AFTER_DESTROY = new Set(['isDestroyed']);
let lastId = 0;
let focused: BrowserWindow | undefined;

/** `BrowserWindow`: a page of Chromium and what a desktop would do with the window around it. */
export class BrowserWindow
  extends standIn<Electron.BrowserWindow, Own>('BrowserWindow')
  implements Pick<Electron.BrowserWindow, Own>
{
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
    return focused ?? null;
  }

  readonly #id = ++lastId;
  readonly #contents: WebContents;
  readonly #frame: WindowFrame;
  #bounds: Electron.Rectangle;
  #normalBounds: Electron.Rectangle;
  #minimum: { width: number; height: number };
  #visible: boolean;
  #minimized = false;
  #state: State = 'normal';
  #title: string;
  #shownReady = false;
  #closing = false;
  #destroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    if (!hostState.ready) throw new Error('Cannot create BrowserWindow before app is ready');
    checkWindowOptions(options);
    this.#minimum = { width: options.minWidth ?? 0, height: options.minHeight ?? 0 };
    const size = this.#atLeastMinimum({
      width: options.width ?? DEFAULT_SIZE.width,
      height: options.height ?? DEFAULT_SIZE.height,
    });
    this.#bounds = { ...centered(size), ...definedPlace(options), ...size };
    this.#normalBounds = this.#bounds;
    this.#visible = options.show !== false;
    this.#title = options.title ?? app.getName();
    openWindows.set(this.#id, this);
    this.#contents = new WebContents(options.webPreferences ?? {}, {
      window: this,
      titleChanged: (title) => this.#pageTitleChanged(title),
      painted: () => this.#painted(),
    });
    const attached = this.#contents.attach({ ...size, background: !this.#visible });
    this.#frame = new WindowFrame(
      attached.then(
        () => (this.#destroyed ? undefined : this.#contents.targetId),
        (error: Error) => {
          if (!this.#destroyed)
            process.stderr.write(`stand-in host: no page for a window: ${error.message}\n`);
          return undefined;
        },
      ),
    );
    this.#frame.place(this.#bounds);
    this.#contents.on('render-process-gone', (_event, details) =>
      app.emit('render-process-gone', cancelableEvent(), this.#contents, details),
    );
    app.emit('web-contents-created', cancelableEvent(), this.#contents);
    app.emit('browser-window-created', cancelableEvent(), this);
    if (this.#visible) this.#takeFocus();
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
    if (this.#destroyed || this.#closing) return;
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
    if (this.#destroyed) return;
    this.#destroyed = true;
    openWindows.delete(this.#id);
    if (focused === this) this.#loseFocus();
    this.#contents.destroy();
    makeDestroyed(this, AFTER_DESTROY);
    this.emit('closed');
    app.windowClosed();
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }

  show(): void {
    this.showInactive();
    this.#takeFocus();
  }
  showInactive(): void {
    if (this.#visible) return;
    this.#visible = true;
    if (!this.#minimized) this.#frame.setState('normal');
    this.emit('show');
  }
  hide(): void {
    if (!this.#visible) return;
    this.#visible = false;
    this.#loseFocus();
    this.#frame.setState('minimized');
    this.emit('hide');
  }
  isVisible(): boolean {
    return this.#visible && !this.#minimized;
  }
  focus(): void {
    if (this.#visible) this.#takeFocus();
  }
  blur(): void {
    this.#loseFocus();
  }
  isFocused(): boolean {
    return focused === this;
  }
  moveTop(): void {
    return;
  }
  minimize(): void {
    if (this.#minimized) return;
    this.#minimized = true;
    this.#loseFocus();
    this.#frame.setState('minimized');
    this.emit('minimize');
  }
  isMinimized(): boolean {
    return this.#minimized;
  }
  restore(): void {
    if (!this.#minimized) return;
    this.#minimized = false;
    this.#frame.setState('normal');
    this.emit('restore');
    if (this.#visible) this.#takeFocus();
  }
  maximize(): void {
    if (!this.#visible) this.show();
    if (this.#state === 'maximized') return;
    this.#enter('maximized', screen.getDisplayMatching(this.#bounds).workArea);
    this.emit('maximize');
  }
  unmaximize(): void {
    if (this.#state !== 'maximized') return;
    this.#enter('normal', this.#normalBounds);
    this.emit('unmaximize');
  }
  isMaximized(): boolean {
    return this.#state === 'maximized';
  }
  isNormal(): boolean {
    return this.#state === 'normal' && !this.#minimized;
  }
  setFullScreen(flag: boolean): void {
    if (flag === this.isFullScreen()) return;
    if (flag) this.#enter('fullscreen', screen.getDisplayMatching(this.#bounds).bounds);
    else this.#enter('normal', this.#normalBounds);
    this.emit(flag ? 'enter-full-screen' : 'leave-full-screen');
  }
  isFullScreen(): boolean {
    return this.#state === 'fullscreen';
  }

  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }
  getNormalBounds(): Electron.Rectangle {
    return { ...(this.#state === 'normal' ? this.#bounds : this.#normalBounds) };
  }
  getContentBounds(): Electron.Rectangle {
    return this.getBounds();
  }
  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height];
  }
  getContentSize(): number[] {
    return this.getSize();
  }
  getPosition(): number[] {
    return [this.#bounds.x, this.#bounds.y];
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    const before = this.#bounds;
    const wanted = { ...before, ...bounds };
    this.#bounds = { ...wanted, ...this.#atLeastMinimum(wanted) };
    this.#frame.place(this.#bounds);
    const { x, y, width, height } = this.#bounds;
    if (width !== before.width || height !== before.height) this.emit('resize');
    if (x !== before.x || y !== before.y) this.emit('move');
  }
  setContentBounds(bounds: Electron.Rectangle): void {
    this.setBounds(bounds);
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }
  center(): void {
    this.setBounds(centered(this.#bounds));
  }
  getMinimumSize(): number[] {
    return [this.#minimum.width, this.#minimum.height];
  }
  setMinimumSize(width: number, height: number): void {
    this.#minimum = { width, height };
    this.setBounds(this.#bounds);
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
  isResizable(): boolean {
    return true;
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

  #takeFocus(): void {
    if (focused === this) return;
    focused?.blur();
    focused = this;
    this.emit('focus');
    app.emit('browser-window-focus', cancelableEvent(), this);
  }
  #loseFocus(): void {
    if (focused !== this) return;
    focused = undefined;
    this.emit('blur');
    app.emit('browser-window-blur', cancelableEvent(), this);
  }
  #enter(state: State, bounds: Electron.Rectangle): void {
    if (this.#state === 'normal') this.#normalBounds = this.#bounds;
    this.#state = state;
    this.setBounds(bounds);
  }
  #atLeastMinimum({ width, height }: Electron.Size): Electron.Size {
    return { width: Math.max(width, this.#minimum.width), height: Math.max(height, this.#minimum.height) };
  }
  #pageTitleChanged(title: string): void {
    const event = cancelableEvent();
    this.#contents.emit('page-title-updated', cancelableEvent(), title, true);
    this.emit('page-title-updated', event, title, true);
    if (!event.defaultPrevented) this.#title = title;
  }
  #painted(): void {
    if (this.#shownReady || this.#destroyed) return;
    this.#shownReady = true;
    debug('window', this.#id, 'is ready to show');
    this.emit('ready-to-show', cancelableEvent());
  }
}

function centered({ width, height }: Electron.Size): Electron.Point {
  const area = screen.getPrimaryDisplay().workArea;
  return {
    x: area.x + Math.max(0, Math.round((area.width - width) / 2)),
    y: area.y + Math.max(0, Math.round((area.height - height) / 2)),
  };
}

function definedPlace({ x, y }: Partial<Electron.Point>): Partial<Electron.Point> {
  return { ...(x === undefined ? {} : { x }), ...(y === undefined ? {} : { y }) };
}
