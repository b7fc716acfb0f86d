import { WebSocket } from 'ws';
import type { FeedFilters } from '#contract/filters.ts';
import type {
  ControlMessage,
  Feed,
  FeedConnection,
  FeedEnd,
  FeedListener,
  FrameRefusal,
} from '../../../ports/feed.ts';
import type { Tunnel } from '../../proxy.ts';
import { type Redact, redactKey } from '../../redact.ts';
import { gatherFrames } from './gather-frames.ts';
import { decodeLargeList, isLargeList } from './large-lists.ts';
import { wordsOfRefusal } from './refusal-words.ts';
import { endOfClose, endOfStatus, keyRefused, saysKeyIsBad, wordsOfError } from './socket-end.ts';
import { WorkInSlices } from './work-in-slices.ts';

/** The first burst can hold frames of tens of MiB; beyond this a frame is a fault. */
const MAX_FRAME_BYTES = 256 * 1024 * 1024;
/** Characters kept of a frame that was not understood. */
const SAMPLE_LENGTH = 300;
/** Time for the TCP, TLS and WebSocket handshakes together. */
const HANDSHAKE_TIMEOUT_MS = 15_000;
/** Time for a provider that has said goodbye to end the connection: nothing comes any more. */
const CLOSE_TIMEOUT_MS = 1_000;

/** Compression is off: it costs 25 times the CPU for a seventh of the bytes. */
const OPTIONS = {
  perMessageDeflate: false,
  maxPayload: MAX_FRAME_BYTES,
  handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
  closeTimeout: CLOSE_TIMEOUT_MS,
  skipUTF8Validation: true,
  /** Bytes that are read of a socket that is paused: no more than come with the first look. */
  highWaterMark: 1,
};

type Kinded = { readonly kind: string };

/** What decoding a frame hands over: messages in their order, and refusals by reason. */
export interface Decoded<Data extends Kinded> {
  message(message: Data | ControlMessage): void;
  refused(reason: FrameRefusal): void;
}

/**
 * Hands over what is in a frame. `text` makes a text of it, without the key; for the length of the call it is also what
 * a sample of a refusal is taken from.
 */
export type Decode<Data extends Kinded> = (frame: Buffer, text: () => string, out: Decoded<Data>) => void;

/** One of the provider's sockets. */
export interface ProviderSocket<Data extends Kinded> {
  /** Base of all endpoints, e.g. `https://spro.agency/api`; `http` and `ws` for a local simulator. */
  readonly base: string;
  /** Path below the base, e.g. `/playbyplay`; empty for the odds. */
  readonly path: string;
  readonly key: string;
  readonly decode: Decode<Data>;
  /** The way to the provider, where it is not the plain one. */
  readonly tunnel?: Tunnel;
  /** Hears every frame as it came, before it is decoded: for a recording. */
  readonly tap?: (data: Buffer, isBinary: boolean) => void;
  /** Called when a socket has opened, before its first frame. */
  readonly opened?: () => void;
  /** How long frames may gather now before they are read together; left out or 0 = not at all. Unit: ms. */
  readonly gatherMs?: () => number;
}

/** The address of a socket. Throws a TypeError for a base that is no URL. */
export function socketUrl(base: string, path: string, key: string): URL {
  const url = new URL(base.replace(/\/+$/, '') + path);
  url.protocol = url.protocol === 'https:' || url.protocol === 'wss:' ? 'wss:' : 'ws:';
  url.searchParams.set('key', key);
  url.hash = '';
  return url;
}

/**
 * A socket of the provider over `ws`. The key is redacted here, where it is known, from everything that leaves.
 */
export function createProviderFeed<Data extends Kinded>(socket: ProviderSocket<Data>): Feed<Data> {
  const url = socketUrl(socket.base, socket.path, socket.key);
  const redact = redactKey(socket.key);
  return { connect: (listener) => connect(url, socket, redact, listener) };
}

function connect<Data extends Kinded>(
  url: URL,
  { key, decode, tap, opened, tunnel, gatherMs }: ProviderSocket<Data>,
  redact: Redact,
  listener: FeedListener<Data>,
): FeedConnection {
  const socket = new WebSocket(url, tunnel === undefined ? OPTIONS : { ...OPTIONS, agent: tunnel });
  let isAcknowledged = false;
  let isLetGo = false;
  let failure: FeedEnd | undefined;
  /** What the provider complained of before it acknowledged the key. */
  let complaint = '';
  /** The frame that is being decoded, for a sample of what was not understood. */
  let frameText = '';

  const out: Decoded<Data> = {
    message(message) {
      if (message.kind === 'acknowledged') isAcknowledged = true;
      else if (isComplaint(message) && !isAcknowledged) {
        complaint = redact(message.text);
        if (saysKeyIsBad(complaint)) {
          failure ??= keyRefused(complaint);
          return socket.terminate();
        }
      }
      listener.message(isControl(message) ? withoutKey(message, redact) : message);
    },
    refused: (reason) => listener.refused(reason, () => sampleOf(frameText, redact)),
  };
  const textOf = (data: Buffer): string => {
    const text = data.toString('utf8');
    frameText = text.includes(key) ? redact(text) : text;
    return frameText;
  };
  const large = new WorkInSlices((isBusy) => {
    listener.working?.();
    if (isBusy) socket.pause();
    else socket.resume();
  });
  const gather = gatherMs && gatherFrames(socket, gatherMs, () => large.isBusy);
  const decodeOne = (frame: Buffer): void => {
    decode(frame, () => textOf(frame), out);
    frameText = '';
  };
  const receive = (data: Buffer, isBinary: boolean): void => {
    gather?.(data.byteLength);
    tap?.(data, isBinary);
    listener.frame(data.byteLength);
    if (isLargeList(data)) large.begin(decodeLargeList(data, decodeOne, () => out.refused('not-an-object')));
    else decodeOne(data);
  };
  socket.on('open', () => opened?.());
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    // a socket that was let go may still hand over what had arrived
    if (isLetGo) return;
    if (large.isBusy) large.inTurn(() => receive(data, isBinary));
    else receive(data, isBinary);
  });
  socket.on('unexpected-response', (request, response) => {
    void wordsOfRefusal(response, redact).then((words) => {
      failure ??= endOfStatus(response.statusCode ?? 0, words);
      request.destroy();
      socket.terminate();
    });
  });
  socket.on('error', (error: Error & { code?: string }) => {
    failure ??= { reason: 'unreachable', detail: redact(wordsOfError(error, url)) };
    // a peer that broke the protocol may never answer the close, and what it said is stale now
    socket.terminate();
  });
  socket.on('close', (code: number, reason: Buffer) => {
    const words = redact(reason.toString('utf8')) || (isAcknowledged ? '' : complaint);
    large.inTurn(() => listener.ended(failure ?? endOfClose(code, words, isAcknowledged)));
  });

  return {
    subscribe(filters) {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(subscribeFrame(filters)));
    },
    close() {
      isLetGo = true;
      large.stop();
      socket.terminate();
    },
  };
}

/**
 * The beginning of a frame. Redacted before it is cut, or half a key might be left; a copy, because a slice would keep
 * the whole frame alive.
 */
function sampleOf(frame: string, redact: Redact): string {
  const clean = redact(frame.slice(0, 10 * SAMPLE_LENGTH)).slice(0, SAMPLE_LENGTH);
  return Buffer.from(clean).toString();
}

function isControl(message: Kinded): message is ControlMessage {
  return message.kind === 'error' || message.kind === 'acknowledged';
}

function isComplaint(message: Kinded): message is ControlMessage & { kind: 'error' } {
  return message.kind === 'error';
}

function withoutKey(message: ControlMessage, redact: Redact): ControlMessage {
  if (message.kind === 'acknowledged') return { ...message, plan: message.plan && redact(message.plan) };
  if (message.kind !== 'error') return message;
  const { game } = message;
  return { ...message, text: redact(message.text), ...(game !== undefined && { game: redact(game) }) };
}

/** The subscribe message. A filter that is left out or empty is not sent: the provider takes `[]` as "nothing". */
export function subscribeFrame(filters: FeedFilters): {
  action: 'subscribe';
  filters: Record<string, readonly string[]>;
} {
  const stated = Object.entries(filters).filter(([, values]) => Array.isArray(values) && values.length > 0);
  return { action: 'subscribe', filters: Object.fromEntries(stated) };
}
