import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hostState } from '../boot/host-state.ts';
import { browser } from '../chromium/browser.ts';
import type { CdpTarget } from '../chromium/cdp.ts';
import { debug } from '../debug.ts';
import { nativeImage } from '../desktop/native-image.ts';
import { cancelableEvent } from '../stand-in/events.ts';
import { standIn } from '../stand-in/stand-in.ts';
import { fromChromium, toChromium } from './custom-scheme.ts';
import { type BirthSize, type LivePage, openLivePage } from './live-page.ts';
import { askNavigation } from './navigation-events.ts';
import { PageIpc } from './page-ipc.ts';
import type { LoadingListener } from './page-loading.ts';
import { decidePermission } from './permissions.ts';
import { Session } from './session.ts';
import type { WindowOwn } from './web-contents.ts';
import { WebFrame } from './web-frame.ts';

/** What of `webContents` this layer stands in for. */
export type PageOwn =
  | 'session'
  | 'mainFrame'
  | 'send'
  | 'postMessage'
  | 'loadURL'
  | 'loadFile'
  | 'getURL'
  | 'isLoading'
  | 'isLoadingMainFrame'
  | 'isCrashed'
  | 'reload'
  | 'reloadIgnoringCache'
  | 'stop'
  | 'executeJavaScript'
  | 'capturePage'
  | 'forcefullyCrashRenderer';

/** The page of `webContents`: its documents, and IPC with them. */
export abstract class PageContents
  extends standIn<Electron.WebContents, PageOwn | WindowOwn>('WebContents', 'webContents')
  implements Pick<Electron.WebContents, PageOwn>
{
  readonly session = Session.defaultSession;
  readonly #preferences: Electron.WebPreferences;
  readonly #ipc: PageIpc;
  #opening: Promise<LivePage> | undefined;
  #page: LivePage | undefined;
  #frame: WebFrame;
  #crashed = false;

  constructor(preferences: Electron.WebPreferences) {
    super();
    this.#preferences = preferences;
    this.#frame = new WebFrame('', this.self());
    this.#ipc = new PageIpc({
      contents: this.self(),
      frame: () => this.#frame,
      preloadFailed: (error) => this.#preloadFailed(error),
      titleChanged: (title) => this.titleChanged(title),
      mayNavigate: (url) => this.#mayLeaveFor(url),
      permission: (permission) => decidePermission(browser(), this.self(), permission),
      windowOpen: (request) => this.windowOpen(request),
    });
  }

  /** These contents with all their layers. */
  protected abstract self(): Electron.WebContents;
  protected abstract titleChanged(title: string): void;
  protected abstract windowOpen(request: { url: string; frameName: string; features: string }): void;
  /** The document has shown something. */
  protected abstract painted(): void;

  /** Opens the page in Chromium and gives its id; called once, by the window. */
  async attach(size: BirthSize): Promise<string> {
    this.#opening = openLivePage(size, {
      contents: this.self(),
      session: this.session,
      preferences: this.#preferences,
      ipc: this.#ipc,
      onLoading: this.#onLoading(),
      mayNavigate: (wanted) => askNavigation(this.self(), wanted),
      crashed: () => this.#rendererGone(),
      preloadFailed: (error) => this.#preloadFailed(error),
    });
    this.#page = await this.#opening;
    return this.#page.targetId;
  }

  get mainFrame(): WebFrame {
    return this.#frame;
  }
  send(channel: string, ...args: unknown[]): void {
    this.#ipc.send(channel, args);
  }
  postMessage(channel: string, message: unknown, transfer: Electron.MessagePortMain[] = []): void {
    this.#ipc.send(channel, [message], transfer);
  }

  async loadURL(url: string, { httpReferrer }: Electron.LoadURLOptions = {}): Promise<void> {
    const page = await this.#opening;
    if (!page || this.self().isDestroyed()) return;
    page.gate.expect(toChromium(url));
    await page.loading.load(url, typeof httpReferrer === 'string' ? httpReferrer : httpReferrer?.url);
  }
  loadFile(filePath: string, { query, search, hash }: Electron.LoadFileOptions = {}): Promise<void> {
    const url = pathToFileURL(resolve(hostState.app.folder, filePath));
    if (query) url.search = String(new URLSearchParams(query));
    if (search) url.search = search;
    if (hash) url.hash = hash;
    return this.loadURL(url.href);
  }
  getURL(): string {
    return this.#frame.url;
  }
  isLoading(): boolean {
    return this.#page?.loading.isLoading ?? false;
  }
  isLoadingMainFrame(): boolean {
    return this.isLoading();
  }
  isCrashed(): boolean {
    return this.#crashed;
  }
  reload(): void {
    this.#reload(false);
  }
  reloadIgnoringCache(): void {
    this.#reload(true);
  }
  stop(): void {
    this.#command((cdp) => cdp.send('Page.stopLoading'));
  }

  /** Values come back as JSON carries them. */
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const cdp = (await this.#opening)?.cdp;
    const evaluated = await cdp?.send('Runtime.evaluate', {
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
    const cdp = (await this.#opening)?.cdp;
    const clip = rect ? { clip: { ...rect, scale: 1 } } : {};
    const shot = await cdp?.send('Page.captureScreenshot', { format: 'png', ...clip });
    return nativeImage.createFromBuffer(Buffer.from(shot?.data ?? '', 'base64'));
  }
  forcefullyCrashRenderer(): void {
    this.#command((cdp) => cdp.send('Page.crash'));
  }

  /** The document is of no more use; resolves with the page to close, once there is one. */
  protected async leavePage(): Promise<string | undefined> {
    this.#frame.end();
    this.#page?.loading.abandon();
    this.#page?.cdp.mute();
    const page = await this.#opening;
    page?.cdp.mute();
    return page?.targetId;
  }

  protected get targetId(): string | undefined {
    return this.#page?.targetId;
  }

  #mayLeaveFor(chromiumUrl: string): boolean {
    const wanted = { url: fromChromium(chromiumUrl), isMainFrame: true, redirected: false };
    if (!askNavigation(this.self(), wanted)) return false;
    this.#page?.gate.expect(chromiumUrl);
    return true;
  }

  #command(run: (cdp: CdpTarget) => Promise<unknown>): void {
    const whenOpen = async (): Promise<void> => {
      const page = await this.#opening;
      if (page && !this.self().isDestroyed()) await run(page.cdp);
    };
    whenOpen().catch((error: Error) => debug(error.message));
  }

  #reload(ignoreCache: boolean): void {
    this.#page?.gate.expect(toChromium(this.#frame.url));
    this.#command((cdp) => cdp.send('Page.reload', { ignoreCache }));
  }

  #preloadFailed(error: Error): void {
    const path = this.#preferences.preload ?? '';
    process.stderr.write(`Unable to load preload script: ${path}\n${error.stack ?? error.message}\n`);
    this.emit('preload-error', cancelableEvent(), path, error);
  }

  #rendererGone(): void {
    this.#crashed = true;
    this.#frame.end();
    this.#page?.loading.abandon();
    this.emit('render-process-gone', cancelableEvent(), { reason: 'crashed', exitCode: 5 });
  }

  #onLoading(): LoadingListener {
    const tell = (name: string, ...rest: unknown[]): void => void this.emit(name, cancelableEvent(), ...rest);
    return {
      started: () => this.emit('did-start-loading'),
      stopped: () => this.emit('did-stop-loading'),
      committed: (url, httpStatus) => {
        this.#crashed = false;
        this.#frame.end();
        this.#frame = new WebFrame(url, this.self());
        tell('did-navigate', url, httpStatus, '');
      },
      movedInPage: (url) => {
        this.#frame.url = url;
        tell('did-navigate-in-page', url, true, 1, 1);
      },
      domReady: () => tell('dom-ready'),
      finished: () => {
        tell('did-frame-finish-load', true, 1, 1);
        tell('did-finish-load');
        this.painted();
      },
      failed: ({ errno, code, url }) => tell('did-fail-load', errno, code, url, true, 1, 1),
      painted: () => this.painted(),
    };
  }
}
