import type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts';
import { notStoodIn, standIn } from '../stand-in/stand-in.ts';

type HeadersListener = NonNullable<Parameters<Electron.WebRequest['onHeadersReceived']>[0]>;
type Details = Electron.OnHeadersReceivedListenerDetails;
type Paused = Protocol.Fetch.requestPausedPayload;

/** A response's headers as the app wants them, or that it wants none of it. */
export type HeadersDecision =
  | { cancel: true }
  | { cancel: false; headers: { name: string; value: string }[] };

const RESOURCE_TYPES: Partial<Record<Paused['resourceType'], Details['resourceType']>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  Media: 'media',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  WebSocket: 'webSocket',
};

let lastId = 0;

/** `session.webRequest`: `onHeadersReceived` for what comes from the network, without a filter. */
export class WebRequest
  extends standIn<Electron.WebRequest, 'onHeadersReceived'>('WebRequest', 'session.webRequest')
  implements Pick<Electron.WebRequest, 'onHeadersReceived'>
{
  readonly #followers = new Set<() => void>();
  #listener: HeadersListener | null = null;

  onHeadersReceived(
    first: Electron.WebRequestFilter | HeadersListener | null,
    second?: HeadersListener | null,
  ): void {
    if (typeof first === 'object' && first !== null)
      throw notStoodIn('session.webRequest.onHeadersReceived with a filter');
    this.#listener = first ?? second ?? null;
    for (const follow of this.#followers) follow();
  }

  /** The app wants to see responses. */
  get listens(): boolean {
    return this.#listener !== null;
  }

  /** Calls `follow` when the app begins or ceases to listen; returns the undo. */
  follow(follow: () => void): () => void {
    this.#followers.add(follow);
    return () => this.#followers.delete(follow);
  }

  /** Asks the app about a response. */
  async decide(paused: Paused, url: string, isMainFrame: boolean): Promise<HeadersDecision> {
    const received = paused.responseHeaders ?? [];
    const listener = this.#listener;
    if (!listener) return { cancel: false, headers: received };
    const statusCode = paused.responseStatusCode ?? 0;
    const document = isMainFrame ? 'mainFrame' : 'subFrame';
    const details: Details = {
      id: ++lastId,
      url,
      method: paused.request.method,
      resourceType:
        paused.resourceType === 'Document' ? document : (RESOURCE_TYPES[paused.resourceType] ?? 'other'),
      referrer: paused.request.headers['Referer'] ?? '',
      timestamp: Date.now(),
      statusLine: `HTTP/1.1 ${statusCode} ${paused.responseStatusText ?? ''}`.trim(),
      statusCode,
      responseHeaders: byName(received),
    };
    const response = await new Promise<Electron.HeadersReceivedResponse>((resolve) =>
      listener(details, resolve),
    );
    if (response.cancel) return { cancel: true };
    if (!response.responseHeaders) return { cancel: false, headers: received };
    const headers = Object.entries(response.responseHeaders).flatMap(([name, values]) =>
      [values].flat().map((value) => ({ name, value })),
    );
    return { cancel: false, headers };
  }
}

function byName(headers: readonly { name: string; value: string }[]): Record<string, string[]> {
  const grouped: Record<string, string[]> = {};
  for (const { name, value } of headers) grouped[name] = [...(grouped[name] ?? []), value];
  return grouped;
}
