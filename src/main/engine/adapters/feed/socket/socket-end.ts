import type { FeedEnd } from '../../../ports/feed.ts';
import { PROXY_FAULT } from '../../proxy.ts';

/** What an HTTP answer instead of an open socket means. `words`: what it says, redacted; perhaps nothing. */
export function endOfStatus(status: number, words = ''): FeedEnd {
  return { ...meaningOfStatus(status, words), status };
}

/** Whether the provider says that the key is no good; not that its plan lacks something, or that it is used too often. */
export function saysKeyIsBad(words: string): boolean {
  if (/\b(plan|upgrade|too many|rate limit)\b/i.test(words)) return false;
  if (/\bunauthori[sz]ed\b/i.test(words)) return true;
  return (
    /\b(key|token|credentials?|authenticat\w+)\b/i.test(words) &&
    /\b(invalid|wrong|bad|incorrect|unknown|missing|required|expired|revoked|denied|failed|not (valid|found|recogni[sz]ed))\b/i.test(
      words,
    )
  );
}

/** The end of a connection whose key the provider refused in these words, redacted. */
export function keyRefused(words: string): FeedEnd {
  return {
    reason: 'key-refused',
    detail: `The provider refused the key (${words}). Check it in the mail that came with your plan.`,
  };
}

function meaningOfStatus(status: number, words: string): FeedEnd {
  const said = words === '' ? `HTTP ${status}` : `HTTP ${status}: ${words}`;
  if (status === 401 || status === 403) return keyRefused(said);
  if (status === 429 || status === 503) {
    return {
      reason: 'too-many',
      detail: `The provider says there are too many connections (${said}). Close other programs that use your key; Linewatch tries again.`,
    };
  }
  if (status === 404)
    return {
      reason: 'unreachable',
      detail: 'There is no odds feed at this address (HTTP 404). Check the base URL.',
    };
  if (status >= 500)
    return { reason: 'unreachable', detail: `The provider has trouble of its own (${said}); trying again.` };
  if (saysKeyIsBad(words)) return keyRefused(said);
  return {
    reason: 'unreachable',
    detail: `The address opens no odds feed (${said}). Check the base URL.`,
  };
}

/**
 * What a close means: before the acknowledgement it points at the key. `reason`: what the provider said with it or
 * just before, redacted.
 */
export function endOfClose(code: number, reason: string, isAcknowledged: boolean): FeedEnd {
  const words = reason === '' ? `code ${code}` : `${reason} (code ${code})`;
  if (/too many concurrent connections/i.test(reason))
    return {
      reason: 'too-many',
      detail: `The provider closed the feed: ${words}. Close other programs that use your key; Linewatch tries again.`,
    };
  if (isAcknowledged && /subscri/i.test(reason))
    return {
      reason: 'closed',
      detail: `The provider closed the feed because the subscription came too late (${words}). Linewatch subscribes at once: a slow or filtering network holds it back; try another network.`,
    };
  if (!isAcknowledged && saysKeyIsBad(reason)) return keyRefused(reason);
  if (isAcknowledged) return { reason: 'closed', detail: `The provider closed the feed: ${words}.` };
  return {
    reason: 'no-acknowledgement',
    detail: `The provider closed the feed before it acknowledged the key: ${words}. The key may be wrong or expired.`,
  };
}

const UNKNOWN_ISSUER =
  'Nobody known vouches for the certificate of {host}: a firewall may read what passes. Try another network.';

const ERROR_WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing answers at {host}: the address may be wrong, or a firewall refuses it.',
  ENOTFOUND: 'The name {host} is not known: no network, or the address is wrong.',
  EAI_AGAIN: 'The name {host} could not be looked up: there seems to be no network.',
  ETIMEDOUT: 'The connection to {host} timed out: a firewall may swallow it.',
  ECONNRESET: 'The connection to {host} was cut.',
  ENETUNREACH: 'The network is not reachable.',
  EHOSTUNREACH: '{host} is not reachable from this network.',
  EPROTO:
    '{host} does not answer in TLS: a firewall may stand between, or the base URL has to begin with http://.',
  CERT_HAS_EXPIRED: 'The certificate of {host} has expired. Check the clock of this computer.',
  CERT_NOT_YET_VALID: 'The certificate of {host} is not valid yet. Check the clock of this computer.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is not that of {host}: a firewall or the wrong address.',
  DEPTH_ZERO_SELF_SIGNED_CERT: UNKNOWN_ISSUER,
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_ISSUER,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_ISSUER,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_ISSUER,
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
