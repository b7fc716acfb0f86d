import type { Reply, RequestName, Requests, StreamName, Streams } from './requests.ts';

/** The IPC channel of all requests. */
export const REQUEST_CHANNEL = 'linewatch:request';
/** The IPC channel of all streams: `(name, payload)`. */
export const STREAM_CHANNEL = 'linewatch:stream';
/** The name under which the preload shows the bridge to the page. */
export const BRIDGE_GLOBAL = 'linewatch';

/** What the page sees as `window.linewatch`. */
export interface Bridge {
  /** Sends one request; resolves always, failures are values. */
  request<N extends RequestName>(name: N, input: Requests[N]['input']): Promise<Reply<N>>;
  /** Calls `receive` for every payload of a stream until the returned function is called. */
  listen<N extends StreamName>(name: N, receive: (payload: Streams[N]) => void): () => void;
}
