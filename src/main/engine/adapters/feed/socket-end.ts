import type { FeedEnd } from '../../ports/feed.ts';
import { PROXY_FAULT } from '../proxy.ts';

/** What an HTTP answer instead of an open socket means. */
export function endOfStatus(status: number): FeedEnd {
  return { ...meaningOfStatus(status), status };
}

function meaningOfStatus(status: number): FeedEnd {
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

/** What a close means: before the acknowledgement it points at the key. `reason` must be redacted. */
export function endOfClose(code: number, reason: string, isAcknowledged: boolean): FeedEnd {
  const words = reason === '' ? `code ${code}` : `${reason} (code ${code})`;
  if (/too many concurrent connections/i.test(reason))
    return { reason: 'too-many', detail: `The provider closed the feed: ${words}.` };
  if (isAcknowledged && /subscri/i.test(reason))
    return {
      reason: 'closed',
      detail: `The provider closed the feed because the subscription came too late (${words}). Linewatch subscribes at once: a slow or filtering network holds it back; try another network.`,
    };
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
  WS_ERR_UNSUPPORTED_MESSAGE_LENGTH:
    'A message from {host} was larger than 256 MiB, so the connection was closed.',
};

/** A network error in words that say what to do. The key may stand in it: redact. */
export function wordsOfError(error: Error & { code?: string }, url: URL): string {
  if (error.code === PROXY_FAULT) return error.message;
  const known = ERROR_WORDS[error.code ?? ''];
  if (known !== undefined) return known.replace('{host}', url.host);
  if (/handshake has timed out/i.test(error.message)) {
    return `${url.host} did not answer the handshake within 15 s: a firewall may block WebSocket connections.`;
  }
  return `The connection to ${url.host} failed: ${error.message}.`;
}
