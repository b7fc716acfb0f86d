import { setTimeout as sleep } from 'node:timers/promises';
import type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts';
import type { CdpTarget } from '../chromium/cdp.ts';
import { debug } from '../debug.ts';
import { fromChromium, handlerOf, toChromium } from './custom-scheme.ts';
import type { WantedNavigation } from './navigation-events.ts';
import type { WebRequest } from './web-request.ts';

type Paused = Protocol.Fetch.requestPausedPayload;

/** Decides over navigations. */
export interface NavigationJudge {
  /** Asked when the page itself starts a navigation, or is redirected; false denies. */
  mayNavigate(wanted: WantedNavigation): boolean;
}

/** The page's own announcement of a navigation comes by another way than the request; it is this late at most. */
const ANNOUNCEMENT_GRACE_MS = 150;

/**
 * Stands at the network door of one page: asks the judge about navigations that the page started, and answers
 * requests to the app's custom schemes with the app's `protocol.handle`.
 */
export class RequestGate {
  readonly #page: CdpTarget;
  readonly #mainFrameId: string;
  readonly #judge: NavigationJudge;
  readonly #webRequest: WebRequest;
  /** Addresses that the app itself has asked to load. */
  readonly #expected = new Set<string>();
  /** Navigations that a page announced, by frame. */
  readonly #announced = new Map<string, string>();
  readonly #announcements = new EventTarget();

  constructor(page: CdpTarget, mainFrameId: string, judge: NavigationJudge, webRequest: WebRequest) {
    this.#page = page;
    this.#mainFrameId = mainFrameId;
    this.#judge = judge;
    this.#webRequest = webRequest;
    page.listen('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
      if (disposition !== 'currentTab') return;
      this.#announced.set(frameId, withoutFragment(url));
      this.#announcements.dispatchEvent(new Event(frameId));
    });
    page.listen('Fetch.requestPaused', (paused) => {
      // Chromium refuses an answer to a request whose document has gone; nobody waits for it either.
      this.#handle(paused).catch((error: Error) => debug('request gate:', error.message));
    });
  }

  async open(): Promise<void> {
    const patterns: Protocol.Fetch.RequestPattern[] = [
      { urlPattern: '*', resourceType: 'Document' },
      { urlPattern: 'http://*.localhost/*' },
    ];
    if (this.#webRequest.listens) patterns.push({ urlPattern: '*', requestStage: 'Response' });
    await this.#page.send('Fetch.enable', { patterns });
  }

  /** The app loads this address itself: the judge is not asked. */
  expect(chromiumUrl: string): void {
    this.#expected.add(withoutFragment(chromiumUrl));
  }

  async #handle(paused: Paused): Promise<void> {
    const { requestId, request, resourceType } = paused;
    if (paused.responseStatusCode !== undefined || paused.responseErrorReason !== undefined) {
      await this.#passResponse(paused);
      return;
    }
    if (resourceType === 'Document' && !(await this.#mayPass(paused))) {
      await this.#page.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      return;
    }
    const url = fromChromium(request.url);
    const handler = url === request.url ? undefined : handlerOf(url);
    if (!handler) {
      await this.#page.send('Fetch.continueRequest', { requestId });
      return;
    }
    try {
      await this.#fulfill(requestId, await handler(asRequest(url, request)));
    } catch (error) {
      debug('protocol handler failed:', error);
      await this.#page.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    }
  }

  async #passResponse(paused: Paused): Promise<void> {
    const { requestId, responseStatusCode } = paused;
    if (responseStatusCode === undefined) {
      await this.#page.send('Fetch.continueRequest', { requestId });
      return;
    }
    const isMainFrame = paused.frameId === this.#mainFrameId;
    const decision = await this.#webRequest.decide(paused, fromChromium(paused.request.url), isMainFrame);
    if (decision.cancel) {
      await this.#page.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      return;
    }
    const response = { requestId, responseCode: responseStatusCode, responseHeaders: decision.headers };
    if (paused.resourceType !== 'Document') {
      await this.#page.send('Fetch.continueResponse', response);
      return;
    }
    // Of a document's headers Chromium has read the policy already; only a new answer is read again.
    const { body, base64Encoded } = await this.#page.send('Fetch.getResponseBody', { requestId });
    const encoded = base64Encoded ? body : Buffer.from(body).toString('base64');
    await this.#page.send('Fetch.fulfillRequest', { ...response, body: encoded });
  }

  async #mayPass({ request, frameId, redirectedRequestId }: Paused): Promise<boolean> {
    const isMainFrame = frameId === this.#mainFrameId;
    const url = fromChromium(request.url + (request.urlFragment ?? ''));
    if (redirectedRequestId !== undefined) {
      return this.#judge.mayNavigate({ url, isMainFrame, redirected: true });
    }
    if (isMainFrame && this.#expected.delete(request.url)) return true;
    if (!(await this.#startedByPage(frameId, request.url))) return true;
    return this.#judge.mayNavigate({ url, isMainFrame, redirected: false });
  }

  /** A navigation that no page announced was started by a debugger, such as a test runner's `page.goto`. */
  async #startedByPage(frameId: string, url: string): Promise<boolean> {
    if (this.#announced.get(frameId) !== url) {
      const announced = new Promise((resolve) =>
        this.#announcements.addEventListener(frameId, resolve, { once: true }),
      );
      await Promise.race([announced, sleep(ANNOUNCEMENT_GRACE_MS)]);
    }
    const byPage = this.#announced.get(frameId) === url;
    this.#announced.delete(frameId);
    return byPage;
  }

  async #fulfill(requestId: string, response: Response): Promise<void> {
    if (response.type === 'error') throw new Error('the handler answered with Response.error()');
    const headers = [...response.headers].map(([name, value]) => ({
      name,
      value: name === 'location' ? toChromium(value) : value,
    }));
    const body = Buffer.from(await response.arrayBuffer()).toString('base64');
    await this.#page.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: headers,
      body,
    });
  }
}

function asRequest(url: string, request: Paused['request']): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, fromChromium(value));
  const entries = (request.postDataEntries ?? []).map(({ bytes }) => Buffer.from(bytes ?? '', 'base64'));
  const body = entries.length > 0 ? Buffer.concat(entries) : undefined;
  return new Request(url, { method: request.method, headers, ...(body ? { body } : {}) });
}

const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? url;
