import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hostState } from '../boot/host-state.ts';
import { browser } from '../chromium/browser.ts';
import type { CdpTarget } from '../chromium/cdp.ts';
import { closeTarget } from '../chromium/close-target.ts';
import { debug } from '../debug.ts';
import { nativeImage } from '../desktop/native-image.ts';
import { isolatedWorldScript, mainWorldScript } from '../page/page-scripts.ts';
import { BATCH_CHARS, type PreloadProcess } from '../page/wire.ts';
import { makeDestroyed } from '../stand-in/destroyed.ts';
import { cancelableEvent } from '../stand-in/events.ts';
import { notStoodIn, standIn } from '../stand-in/stand-in.ts';
import { emitConsoleMessages } from './console-messages.ts';
import { toChromium } from './custom-scheme.ts';
import { PageIpc } from './page-ipc.ts';
import { PageLoading } from './page-loading.ts';
import { followTheme } from './page-theme.ts';
import { decidePermission } from './permissions.ts';
import { type NavigationJudge, RequestGate } from './request-gate.ts';
import { Session } from './session.ts';
import { WebFrame } from './web-frame.ts';

type Own =
  | 'id'
  | 'session'
  | 'mainFrame'
  | 'hostWebContents'
  | 'send'
  | 'postMessage'
  | 'loadURL'
  | 'loadFile'
  | 'getURL'
  | 'getTitle'
  | 'getType'
  | 'isDestroyed'
  | 'isLoading'
  | 'isLoadingMainFrame'
  | 'isCrashed'
  | 'isFocused'
  | 'focus'
  | 'close'
  | 'reload'
  | 'reloadIgnoringCache'
  | 'stop'
  | 'setWindowOpenHandler'
  | 'executeJavaScript'
  | 'capturePage'
  | 'forcefullyCrashRenderer'
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

const AFTER_DESTROY = new Set(['isDestroyed', 'destroy', 'page', 'targetId', 'window']);
const TOKEN = `x${randomBytes(12).toString('hex')}`;
const alive = new Map<number, WebContents>();
let lastId = 0;

/** `webContents`: one page of Chromium, with the preload in an isolated world. */
export class WebContents
  extends standIn<Electron.WebContents, Own>('WebContents', 'webContents')
  implements Pick<Electron.WebContents, Own>
{
  static fromId(id: number): WebContents | undefined {
    return alive.get(id);
  }
  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return WebContents.getAllWebContents().find((contents) => contents.#targetId === targetId);
  }
  static fromFrame(frame: Electron.WebFrameMain): WebContents | undefined {
    return WebContents.getAllWebContents().find((contents) => contents.#frame === frame);
  }
  static getAllWebContents(): WebContents[] {
    return [...alive.values()];
  }
  static getFocusedWebContents(): WebContents | null {
    return WebContents.getAllWebContents().find((contents) => contents.isFocused()) ?? null;
  }

  readonly id = ++lastId;
  readonly session = Session.defaultSession;
  readonly hostWebContents = null;
  backgroundThrottling = true;
  readonly #preferences: Electron.WebPreferences;
  readonly #owner: ContentsOwner;
  readonly #ipc: PageIpc;
  #attached: Promise<void> | undefined;
  #page: CdpTarget | undefined;
  #targetId: string | undefined;
  #loading: PageLoading | undefined;
  #gate: RequestGate | undefined;
  #frame: WebFrame;
  #title = '';
  #destroyed = false;
  #crashed = false;
  #onWindowOpen: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | undefined;

  constructor(preferences: Electron.WebPreferences, owner: ContentsOwner) {
    super();
    this.#preferences = preferences;
    this.#owner = owner;
    this.#frame = new WebFrame('', this);
    this.#ipc = new PageIpc({
      contents: this,
      frame: () => this.#frame,
      preloadFailed: (error) => this.#preloadFailed(error),
      titleChanged: (title) => this.#titleChanged(title),
      permission: (permission) => decidePermission(browser(), this, permission),
      windowOpen: (request) => this.#windowOpen(request),
    });
    alive.set(this.id, this);
  }

  /** Opens the page in Chromium; called once by the window. */
  attach(size: { width: number; height: number; background: boolean }): Promise<void> {
    this.#attached = this.#attach(size);
    return this.#attached;
  }

  async #attach({ width, height, background }: Parameters<WebContents['attach']>[0]): Promise<void> {
    const target = { url: 'about:blank', newWindow: true, width, height, background };
    const { targetId } = await browser().send('Target.createTarget', target);
    this.#targetId = targetId;
    const page = await browser().attach(targetId);
    this.#page = page;
    const loading = new PageLoading(page, targetId, this.#loadingListener());
    const judge = {
      mayNavigate: (...asked: Parameters<NavigationJudge['mayNavigate']>) => this.#mayNavigate(...asked),
    };
    const gate = new RequestGate(page, targetId, judge, this.session.webRequest);
    const reopen = (): void => void gate.open().catch((error: Error) => debug(error.message));
    this.once('destroyed', this.session.webRequest.follow(reopen));
    this.#loading = loading;
    this.#gate = gate;
    page.listen('Inspector.targetCrashed', () => this.#rendererGone());
    emitConsoleMessages(page, this);
    await Promise.all([
      loading.open(),
      page.send('Inspector.enable'),
      page.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript(TOKEN) }),
      this.#ipc.open(page, targetId, this.#isolatedScript()),
      gate.open(),
      page.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
      followTheme(page).then((stop) => this.once('destroyed', stop)),
    ]);
  }

  /** The page's protocol session, or undefined before it is attached. */
  get page(): CdpTarget | undefined {
    return this.#page;
  }
  get targetId(): string | undefined {
    return this.#targetId;
  }
  get window(): Electron.BrowserWindow {
    return this.#owner.window;
  }

  get mainFrame(): Electron.WebFrameMain {
    return this.#frame;
  }
  send(channel: string, ...args: unknown[]): void {
    this.#ipc.send(channel, args);
  }
  postMessage(channel: string, message: unknown, transfer: Electron.MessagePortMain[] = []): void {
    this.#ipc.send(channel, [message], transfer);
  }
  async loadURL(url: string, options: Electron.LoadURLOptions = {}): Promise<void> {
    await this.#attached;
    if (this.#destroyed) return;
    this.#gate?.expect(toChromium(url));
    const referrer =
      typeof options.httpReferrer === 'string' ? options.httpReferrer : options.httpReferrer?.url;
    await this.#loading?.load(url, referrer);
  }
  loadFile(filePath: string, options: Electron.LoadFileOptions = {}): Promise<void> {
    const url = pathToFileURL(resolve(hostState.app.folder, filePath));
    if (options.query) url.search = String(new URLSearchParams(options.query));
    if (options.search) url.search = options.search;
    if (options.hash) url.hash = options.hash;
    return this.loadURL(url.href);
  }
  getURL(): string {
    return this.#frame.url;
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
  isLoading(): boolean {
    return this.#loading?.loading ?? false;
  }
  isLoadingMainFrame(): boolean {
    return this.isLoading();
  }
  isCrashed(): boolean {
    return this.#crashed;
  }
  isFocused(): boolean {
    return !this.#destroyed && this.#owner.window.isFocused();
  }
  focus(): void {
    this.#owner.window.focus();
  }
  isDevToolsOpened(): boolean {
    return false;
  }
  close(_options?: Electron.CloseOpts): void {
    if (!this.#destroyed) this.#owner.window.close();
  }
  reload(): void {
    this.#reload(false);
  }
  reloadIgnoringCache(): void {
    this.#reload(true);
  }
  stop(): void {
    this.#command((page) => page.send('Page.stopLoading'));
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
  /** Values come back as JSON carries them. */
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    await this.#attached;
    const evaluated = await this.#page?.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    });
    const thrown = evaluated?.exceptionDetails;
    if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
    return evaluated?.result.value;
  }
  async capturePage(rect?: Electron.Rectangle): Promise<Electron.NativeImage> {
    await this.#attached;
    const clip = rect ? { clip: { ...rect, scale: 1 } } : {};
    const shot = await this.#page?.send('Page.captureScreenshot', { format: 'png', ...clip });
    return nativeImage.createFromBuffer(Buffer.from(shot?.data ?? '', 'base64'));
  }
  forcefullyCrashRenderer(): void {
    this.#command((page) => page.send('Page.crash'));
  }

  /** Called by the window when it is gone; closes the page in Chromium. */
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    alive.delete(this.id);
    this.#frame.end();
    this.#loading?.abandon();
    const close = async (): Promise<void> => {
      await this.#attached;
      if (this.#targetId) await closeTarget(browser(), this.#targetId);
    };
    close().catch((error: Error) => debug('closing the page:', error.message));
    makeDestroyed(this, AFTER_DESTROY);
    this.emit('destroyed');
  }

  #titleChanged(title: string): void {
    if (title === this.#title || this.#destroyed) return;
    this.#title = title;
    this.#owner.titleChanged(title);
  }

  #command(run: (page: CdpTarget) => Promise<unknown>): void {
    const whenAttached = async (): Promise<void> => {
      await this.#attached;
      if (this.#page && !this.#destroyed) await run(this.#page);
    };
    whenAttached().catch((error: Error) => debug(error.message));
  }

  #reload(ignoreCache: boolean): void {
    this.#gate?.expect(toChromium(this.getURL()));
    this.#command((page) => page.send('Page.reload', { ignoreCache }));
  }

  #isolatedScript(): string {
    const { preload, additionalArguments = [] } = this.#preferences;
    const preloadProcess: PreloadProcess = {
      platform: process.platform,
      arch: process.arch,
      versions: { ...process.versions },
      env: { ...process.env },
      argv: [process.execPath, ...additionalArguments],
      execPath: process.execPath,
      pid: process.pid,
      resourcesPath: process.resourcesPath,
    };
    return isolatedWorldScript({
      token: TOKEN,
      process: preloadProcess,
      preloadSource: preload === undefined ? undefined : this.#readPreload(preload),
      maxChars: BATCH_CHARS,
    });
  }

  #readPreload(path: string): string | undefined {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      setImmediate(() => this.#preloadFailed(error as Error));
      return undefined;
    }
  }

  #preloadFailed(error: Error): void {
    const path = this.#preferences.preload ?? '';
    process.stderr.write(`Unable to load preload script: ${path}\n${error.stack ?? error.message}\n`);
    this.emit('preload-error', cancelableEvent(), path, error);
  }

  #mayNavigate(url: string, isMainFrame: boolean, redirected: boolean): boolean {
    if (this.#destroyed) return false;
    const frame = isMainFrame ? this.#frame : null;
    const fields = { url, isMainFrame, isSameDocument: false, frame, initiator: frame };
    const frameEvent = cancelableEvent(fields);
    const event = cancelableEvent(fields);
    if (redirected) this.emit('will-redirect', event, url, false, isMainFrame, 1, 1);
    else {
      this.emit('will-frame-navigate', frameEvent);
      if (isMainFrame && !frameEvent.defaultPrevented)
        this.emit('will-navigate', event, url, false, true, 1, 1);
    }
    return !frameEvent.defaultPrevented && !event.defaultPrevented;
  }

  #windowOpen({ url, frameName, features }: { url: string; frameName: string; features: string }): void {
    const referrer = { url: '', policy: 'strict-origin-when-cross-origin' } as const;
    const disposition = features === '' ? 'foreground-tab' : 'new-window';
    const response = this.#onWindowOpen?.({ url, frameName, features, disposition, referrer });
    if (response?.action !== 'deny') throw notStoodIn(`a popup that is not denied (${url})`);
  }

  #rendererGone(): void {
    this.#crashed = true;
    this.#frame.end();
    this.#loading?.abandon();
    this.emit('render-process-gone', cancelableEvent(), { reason: 'crashed', exitCode: 5 });
  }

  #loadingListener(): ConstructorParameters<typeof PageLoading>[2] {
    return {
      started: () => this.emit('did-start-loading'),
      stopped: () => this.#destroyed || this.emit('did-stop-loading'),
      committed: (url) => {
        this.#crashed = false;
        this.#frame.end();
        this.#frame = new WebFrame(url, this);
        this.emit('did-navigate', cancelableEvent(), url, url.startsWith('file:') ? -1 : 200, '');
      },
      movedInPage: (url) => {
        this.#frame.url = url;
        this.emit('did-navigate-in-page', cancelableEvent(), url, true, 1, 1);
      },
      domReady: () => this.emit('dom-ready', cancelableEvent()),
      finished: () => {
        this.emit('did-frame-finish-load', cancelableEvent(), true, 1, 1);
        this.emit('did-finish-load', cancelableEvent());
        this.#owner.painted();
      },
      failed: ({ errno, code, url }) =>
        this.emit('did-fail-load', cancelableEvent(), errno, code, url, true, 1, 1),
      painted: () => this.#owner.painted(),
    };
  }
}
