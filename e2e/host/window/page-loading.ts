import type { CdpTarget } from '../chromium/cdp.ts';
import { fromChromium, toChromium } from './custom-scheme.ts';
import { loadError } from './net-errors.ts';

/** What happens to the main frame's document, in Electron's words. */
export interface LoadingListener {
  started(): void;
  stopped(): void;
  /** `httpStatus` is -1 for what does not come over HTTP. */
  committed(url: string, httpStatus: number): void;
  movedInPage(url: string): void;
  domReady(): void;
  finished(): void;
  failed(error: { code: string; errno: number; url: string }): void;
  painted(): void;
}

type Waiter = { url: string; resolve(): void; reject(error: Error): void };

/** Follows the loading of one page's main frame and loads addresses into it. */
export class PageLoading {
  readonly #page: CdpTarget;
  readonly #listener: LoadingListener;
  readonly #waiters = new Map<string, Waiter>();
  readonly #finished = new Set<string>();
  /** The loader of the document that the window was born with. */
  #birthLoader: string | undefined;
  #loader: string | undefined;
  #failedLoader: string | undefined;
  #httpStatus = 200;
  /** Something is on its way. */
  isLoading = false;

  constructor(page: CdpTarget, frameId: string, listener: LoadingListener) {
    this.#page = page;
    this.#listener = listener;
    page.listen('Page.frameStartedLoading', (event) => event.frameId === frameId && this.#setLoading(true));
    page.listen('Page.frameStoppedLoading', (event) => event.frameId === frameId && this.#setLoading(false));
    page.listen('Page.frameNavigated', ({ frame }) => {
      if (frame.id === frameId) this.#commit(frame.loaderId, frame.url, frame.unreachableUrl);
    });
    page.listen('Network.responseReceived', ({ type, response, frameId: ofFrame }) => {
      if (type === 'Document' && ofFrame === frameId) this.#httpStatus = response.status;
    });
    page.listen('Page.navigatedWithinDocument', (event) => {
      if (event.frameId === frameId) listener.movedInPage(fromChromium(event.url));
    });
    page.listen('Page.lifecycleEvent', (event) => {
      if (event.frameId === frameId) this.#lifecycle(event.name, event.loaderId);
    });
  }

  async open(): Promise<void> {
    await this.#page.send('Page.enable');
    await this.#page.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 });
    const { frameTree } = await this.#page.send('Page.getFrameTree');
    this.#birthLoader = frameTree.frame.loaderId;
    await this.#page.send('Page.setLifecycleEventsEnabled', { enabled: true });
  }

  /** Loads an address; resolves when the document has finished loading, rejects as `loadURL` does. */
  async load(url: string, referrer?: string): Promise<void> {
    const { errorText, loaderId } = await this.#page.send('Page.navigate', {
      url: toChromium(url),
      ...(referrer ? { referrer } : {}),
    });
    if (errorText) {
      const error = loadError(errorText, url);
      this.#listener.failed(error);
      throw error;
    }
    if (loaderId === undefined || this.#finished.has(loaderId)) return;
    await new Promise<void>((resolve, reject) => this.#waiters.set(loaderId, { url, resolve, reject }));
  }

  /** The page is gone: nothing that loads will finish. */
  abandon(): void {
    this.#setLoading(false);
    this.#rejectWaiters('ERR_FAILED', undefined);
  }

  #setLoading(loading: boolean): void {
    if (loading === this.isLoading) return;
    this.isLoading = loading;
    if (loading) this.#listener.started();
    else this.#listener.stopped();
  }

  #commit(loaderId: string, url: string, unreachableUrl: string | undefined): void {
    this.#rejectWaiters('ERR_ABORTED', loaderId);
    this.#loader = loaderId;
    if (unreachableUrl === undefined) {
      this.#listener.committed(fromChromium(url), url.startsWith('http') ? this.#httpStatus : -1);
    } else this.#failedLoader = loaderId;
  }

  #lifecycle(name: string, loaderId: string): void {
    if (loaderId === this.#birthLoader || loaderId === this.#failedLoader) return;
    if (name === 'firstPaint' || name === 'firstContentfulPaint') this.#listener.painted();
    if (name === 'DOMContentLoaded') this.#listener.domReady();
    if (name !== 'load' || (this.#loader !== undefined && loaderId !== this.#loader)) return;
    this.#finished.clear();
    this.#finished.add(loaderId);
    this.#listener.finished();
    const waiter = this.#waiters.get(loaderId);
    this.#waiters.delete(loaderId);
    waiter?.resolve();
  }

  #rejectWaiters(code: string, except: string | undefined): void {
    for (const [loaderId, waiter] of this.#waiters) {
      if (loaderId === except) continue;
      this.#waiters.delete(loaderId);
      waiter.reject(loadError(code, waiter.url));
    }
  }
}
