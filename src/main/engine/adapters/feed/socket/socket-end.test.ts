import { describe, expect, test } from 'vitest';
import { endOfClose, endOfStatus, saysKeyIsBad, wordsOfError } from './socket-end.ts';

const url = new URL('wss://spro.agency/api');
const failure = (code: string, message = code) =>
  wordsOfError(Object.assign(new Error(message), { code }), url);

describe('every trouble of the provider’s guide has a sentence of its own that says what to do', () => {
  const sentences: readonly (readonly [string, string, RegExp])[] = [
    ['a bad key', endOfStatus(401).detail, /refused the key .*Check it in the mail/],
    ['a key that ends the socket', endOfClose(1008, 'bye', false).detail, /key may be wrong or expired/],
    ['a wrong address', endOfStatus(404).detail, /no odds feed at this address.*Check the base URL/],
    ['a wrong host', failure('ENOTFOUND'), /spro\.agency is not known: no network, or the address is wrong/],
    ['a firewall that refuses', failure('ECONNREFUSED'), /spro\.agency.*firewall refuses/],
    ['a firewall that swallows', failure('ETIMEDOUT'), /timed out: a firewall may swallow/],
    [
      'a firewall that lets no WebSocket through',
      failure('', 'Opening handshake has timed out'),
      /did not answer the handshake.*firewall may block WebSocket/,
    ],
    ['a firewall that answers itself', failure('EPROTO'), /does not answer in TLS: a firewall/],
    [
      'a firewall that reads along',
      failure('SELF_SIGNED_CERT_IN_CHAIN'),
      /spro\.agency: a firewall may read what passes/,
    ],
    ['a clock that is wrong', failure('CERT_HAS_EXPIRED'), /has expired\. Check the clock/],
    ['another server', endOfStatus(301).detail, /opens no odds feed \(HTTP 301\)\. Check the base URL/],
    ['a provider in trouble', endOfStatus(502).detail, /trouble of its own \(HTTP 502\); trying again/],
    ['no network', failure('EAI_AGAIN'), /there seems to be no network/],
    ['too many connections', endOfStatus(503).detail, /too many connections/],
    ['a late subscription', endOfClose(1008, 'no subscription', true).detail, /subscription came too late/],
  ];

  test.each(sentences)('%s', (_trouble, sentence, words) => {
    expect(sentence).toMatch(words);
  });

  test('no two are the same', () => {
    expect(new Set(sentences.map(([, sentence]) => sentence)).size).toBe(sentences.length);
  });
});

test.each([
  ['Invalid API key', true],
  ['Unauthorized', true],
  ['authentication failed: key expired', true],
  ['Missing token', true],
  ['The key of your plan is not valid for this feed', false],
  ['Invalid key usage: too many concurrent connections', false],
  ['Authentication service is busy', false],
  ['going away', false],
  ['', false],
])('%j says that the key is bad: %s', (words, isBad) => {
  expect(saysKeyIsBad(words)).toBe(isBad);
  expect(endOfClose(1008, words, false).reason === 'key-refused').toBe(isBad);
  expect(endOfStatus(400, words).reason === 'key-refused').toBe(isBad);
  expect(endOfStatus(503, words).reason).toBe('too-many');
});
