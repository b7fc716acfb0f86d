import { WebSocket } from 'ws';
import type { FeedFilters } from '#contract/filters.ts';
import type {
  ControlMessage,
  Feed,
  FeedConnection,
  FeedEnd,
  FeedListener,
  FrameRefusal,
} from '../../ports/feed.ts';
import { redactKey } from '../redact.ts';
import { endOfClose, endOfStatus, wordsOfError } from './socket-end.ts';

/** The first burst can hold frames of tens of MiB; beyond this a frame is a fault. */
const MAX_FRAME_BYTES = 256 * 1024 * 1024;
/** Time for the TCP, TLS and WebSocket handshakes together. */
const HANDSHAKE_TIMEOUT_MS = 15_000;

type Kinded = { readonly kind: string };

/** What decoding a frame hands over: messages in their order, and refusals by reason. */
export interface Decoded<Data extends Kinded> {
  message(message: Data | ControlMessage): void;
  refused(reason: FrameRefusal): void;
}

/** One of the provider's sockets. */
export interface ProviderSocket<Data extends Kinded> {
  /** Base of all endpoints, e.g. `https://spro.agency/api`; `http` and `ws` for a local simulator. */
  readonly base: string;
  /** Path below the base, e.g. `/playbyplay`; empty for the odds. */
  readonly path: string;
  readonly key: string;
  readonly decode: (text: string, out: Decoded<Data>) => void;
  /** Hears every frame as it came, before it is decoded: for a recording. */
  readonly tap?: (data: Buffer, isBinary: boolean) => void;
}

/** The address of a socket. Throws a TypeError for a base that is no URL. */
export function socketUrl(base: string, path: string, key: string): URL {
  const url = new URL(base.replace(/\/+$/, '') + path);
  url.protocol = url.protocol === 'https:' || url.protocol === 'wss:' ? 'wss:' : 'ws:';
  url.searchParams.set('key', key);
  return url;
}

/**
 * A socket of the provider over `ws`. The key is redacted here, where it is known, from everything that leaves.
 * Compression is off: it costs 25 times the CPU for a seventh of the bytes.
 */
export function createProviderFeed<Data extends Kinded>(socket: ProviderSocket<Data>): Feed<Data> {
  const url = socketUrl(socket.base, socket.path, socket.key);
  const redact = redactKey(socket.key);
  return { connect: (listener) => connect(url, socket, redact, listener) };
}

function connect<Data extends Kinded>(
  url: URL,
  { decode, tap }: ProviderSocket<Data>,
  redact: (text: string) => string,
  listener: FeedListener<Data>,
): FeedConnection {
  const socket = new WebSocket(url, {
    perMessageDeflate: false,
    maxPayload: MAX_FRAME_BYTES,
    handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
    skipUTF8Validation: true,
  });
  let isAcknowledged = false;
  let failure: FeedEnd | undefined;

  const out: Decoded<Data> = {
    message(message) {
      if (message.kind === 'acknowledged') isAcknowledged = true;
      if (isError(message)) listener.message({ ...message, text: redact(message.text) });
      else listener.message(message);
    },
    refused: (reason) => listener.refused(reason),
  };
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    tap?.(data, isBinary);
    listener.frame(data.byteLength);
    decode(data.toString('utf8'), out);
  });
  socket.on('unexpected-response', (request, response) => {
    failure = endOfStatus(response.statusCode ?? 0);
    response.resume();
    request.destroy();
    socket.terminate();
  });
  socket.on('error', (error: Error & { code?: string }) => {
    failure ??= { reason: 'unreachable', detail: redact(wordsOfError(error, url)) };
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

function isError(message: Kinded): message is ControlMessage & { kind: 'error' } {
  return message.kind === 'error';
}

/** The subscribe message. A filter that is left out or empty is not sent: the provider takes `[]` as "nothing". */
export function subscribeFrame(filters: FeedFilters): {
  action: 'subscribe';
  filters: Record<string, readonly string[]>;
} {
  const stated = Object.entries(filters).filter(([, values]) => Array.isArray(values) && values.length > 0);
  return { action: 'subscribe', filters: Object.fromEntries(stated) };
}
