import { WebSocket } from 'ws';
import type { Feed, FeedConnection, FeedEnd, FeedFilters, FeedListener } from '../../ports/feed.ts';
import { decodeOddsFrame } from './decode-odds.ts';
import { redactKey } from './redact.ts';

/** The first burst can hold frames of tens of MiB; beyond this a frame is a fault. */
const MAX_FRAME_BYTES = 256 * 1024 * 1024;
/** Time for the TCP, TLS and WebSocket handshakes together. */
const HANDSHAKE_TIMEOUT_MS = 15_000;

/** Where the provider is, and who we are. */
export interface OddsFeedOptions {
  /** Base of all endpoints, e.g. `https://spro.agency/api`; `http` and `ws` for a local simulator. */
  readonly base: string;
  readonly key: string;
}

/** The address of the odds socket below a base. Throws a TypeError for a base that is no URL. */
export function oddsSocketUrl(base: string, key: string): URL {
  const url = new URL(base.replace(/\/+$/, ''));
  url.protocol = url.protocol === 'https:' || url.protocol === 'wss:' ? 'wss:' : 'ws:';
  url.searchParams.set('key', key);
  return url;
}

/** The odds socket over `ws`. Compression is off: it costs 25 times the CPU for a seventh of the bytes. */
export function createOddsFeed({ base, key }: OddsFeedOptions): Feed {
  const redact = redactKey(key);
  const url = oddsSocketUrl(base, key);
  return { connect: (listener) => openSocket(url, redact, listener) };
}

function openSocket(url: URL, redact: (text: string) => string, listener: FeedListener): FeedConnection {
  const socket = new WebSocket(url, {
    perMessageDeflate: false,
    maxPayload: MAX_FRAME_BYTES,
    handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
    skipUTF8Validation: true,
  });
  let isAcknowledged = false;
  let failure: FeedEnd | undefined;

  socket.on('message', (data: Buffer) => {
    listener.frame(data.byteLength);
    decodeOddsFrame(data.toString('utf8'), {
      message(message) {
        if (message.kind === 'acknowledged') isAcknowledged = true;
        listener.message(message.kind === 'error' ? { kind: 'error', text: redact(message.text) } : message);
      },
      refused: (reason) => listener.refused(reason),
    });
  });
  socket.on('unexpected-response', (request, response) => {
    failure = endOfStatus(response.statusCode ?? 0);
    response.resume();
    request.destroy();
    socket.terminate();
  });
  socket.on('error', (error: Error & { code?: string }) => {
    failure ??= { reason: 'unreachable', detail: redact(wordsOf(error, url)) };
  });
  socket.on('close', (code: number, reason: Buffer) => {
    listener.ended(failure ?? endOfClose(code, redact(reason.toString('utf8')), isAcknowledged));
  });

  return {
    subscribe(filters) {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(subscribeFrame(filters)));
    },
    close: () => socket.terminate(),
  };
}

/** The subscribe message. A filter that is left out or empty is not sent: the provider takes `[]` as "nothing". */
export function subscribeFrame(filters: FeedFilters): {
  action: 'subscribe';
  filters: Record<string, readonly string[]>;
} {
  const stated = Object.entries(filters).filter(([, values]) => Array.isArray(values) && values.length > 0);
  return { action: 'subscribe', filters: Object.fromEntries(stated) };
}

function endOfStatus(status: number): FeedEnd {
  if (status === 401 || status === 403) {
    return {
      reason: 'key-refused',
      detail: `The provider refused the key (HTTP ${status}). Check it in the mail that came with your plan.`,
    };
  }
  if (status === 429 || status === 503) {
    return {
      reason: 'too-many',
      detail: `The provider says there are too many connections (HTTP ${status}).`,
    };
  }
  if (status === 404)
    return {
      reason: 'unreachable',
      detail: 'There is no odds feed at this address (HTTP 404). Check the base URL.',
    };
  return {
    reason: 'unreachable',
    detail: `The provider answered HTTP ${status} instead of opening the feed.`,
  };
}

function endOfClose(code: number, reason: string, isAcknowledged: boolean): FeedEnd {
  const words = reason === '' ? `code ${code}` : `${reason} (code ${code})`;
  if (/too many concurrent connections/i.test(reason))
    return { reason: 'too-many', detail: `The provider closed the feed: ${words}.` };
  if (isAcknowledged) return { reason: 'closed', detail: `The provider closed the feed: ${words}.` };
  return {
    reason: 'no-acknowledgement',
    detail: `The provider closed the feed before it acknowledged the key: ${words}. The key may be wrong or expired.`,
  };
}

const ERROR_WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing answers at {host}: the address may be wrong, or a firewall refuses it.',
  ENOTFOUND: 'The name {host} is not known: no network, or the address is wrong.',
  EAI_AGAIN: 'The name {host} could not be looked up: there seems to be no network.',
  ETIMEDOUT: 'The connection to {host} timed out: a firewall may swallow it.',
  ECONNRESET: 'The connection to {host} was cut.',
  ENETUNREACH: 'The network is not reachable.',
  EHOSTUNREACH: '{host} is not reachable from this network.',
};

function wordsOf(error: Error & { code?: string }, url: URL): string {
  const known = ERROR_WORDS[error.code ?? ''];
  if (known !== undefined) return known.replace('{host}', url.host);
  if (/handshake has timed out/i.test(error.message)) {
    return `${url.host} did not answer the handshake within 15 s: a firewall may block WebSocket connections.`;
  }
  return `The connection to ${url.host} failed: ${error.message}.`;
}
