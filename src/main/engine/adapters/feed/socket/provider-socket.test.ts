import { afterEach, describe, expect, it } from 'vitest';
import type { FeedEnd } from '../../../ports/feed.ts';
import { RawProvider, type RawSocket, type Visit } from '../../../reliability/raw-provider.ts';
import { createOddsFeed } from '../odds-feed.ts';
import { socketUrl } from './provider-socket.ts';

const KEY = '6f1f7b1e-9f5c-4b52-8d55-1f7a0f6e3c11';

describe('a socket of the provider', () => {
  const undo: (() => void)[] = [];
  afterEach(() => {
    for (const each of undo.splice(0)) each();
  });

  /** Follows a provider that plays this once it was subscribed to; answers how it ended and after how long. */
  async function ending(play: (socket: RawSocket) => void): Promise<FeedEnd & { tookMs: number }> {
    let playedAtMs = 0;
    const provider = new RawProvider({
      connect(visit) {
        const socket = visit.open();
        socket.text('{"action":"socket_connected"}');
        void socket.heard.then(() => {
          playedAtMs = performance.now();
          play(socket);
        });
      },
    });
    undo.push(() => provider.close());
    const base = await provider.open();
    return new Promise((resolve) => {
      const connection = createOddsFeed({ base, key: KEY }).connect({
        frame: () => undefined,
        message: ({ kind }) => kind === 'acknowledged' && connection.subscribe({}),
        refused: () => undefined,
        ended: (end) => resolve({ ...end, tookMs: performance.now() - playedAtMs }),
      });
    });
  }

  /** How a connection ends that is not let in. */
  async function refusal(connect: (visit: Visit) => void): Promise<FeedEnd> {
    const provider = new RawProvider({ connect });
    undo.push(() => provider.close());
    const base = await provider.open();
    return new Promise((resolve) => {
      createOddsFeed({ base, key: KEY }).connect({
        frame: () => undefined,
        message: () => undefined,
        refused: () => undefined,
        ended: resolve,
      });
    });
  }

  it('ends at once when the protocol is broken, though the provider does not hang up', async () => {
    const end = await ending((socket) => socket.raw(Buffer.from([0xf1, 0x01, 0x20])));
    expect(end).toMatchObject({
      reason: 'unreachable',
      detail: expect.stringContaining('Invalid WebSocket frame'),
    });
    expect(end.tookMs).toBeLessThan(1_000);
  });

  it('refuses a frame of more than 256 MiB by its head, in words', async () => {
    const head = Buffer.from([0x81, 0x7f, 0, 0, 0, 0, 0x10, 0, 0, 1]);
    const end = await ending((socket) => socket.raw(head));
    expect(end.detail).toMatch(
      /^A message from 127\.0\.0\.1:\d+ was larger than 256 MiB, so the connection was closed\.$/,
    );
    expect(end.tookMs).toBeLessThan(1_000);
  });

  it('ends soon after a goodbye that the provider does not follow by hanging up', async () => {
    const end = await ending((socket) => socket.raw(Buffer.from([0x88, 0x02, 0x03, 0xe8])));
    expect(end).toMatchObject({ reason: 'closed', detail: 'The provider closed the feed: code 1000.' });
    expect(end.tookMs).toBeLessThan(3_000);
  });

  it.each([
    ['and stays', (socket: RawSocket) => socket],
    ['and closes', (socket: RawSocket) => socket.close(1000, '')],
  ])('takes the word of a provider that finds the key bad %s', async (_how, then) => {
    const end = await refusal((visit) => {
      const socket = visit.open();
      socket.text(`{"action":"error","message":"Invalid API key ${KEY}"}`);
      then(socket);
    });
    expect(end).toEqual({
      reason: 'key-refused',
      detail:
        'The provider refused the key (Invalid API key ••••). Check it in the mail that came with your plan.',
    });
  });

  it.each([
    [400, `{"error":"Invalid key ${KEY}."}`, 'key-refused', '(HTTP 400: Invalid key ••••)'],
    [400, 'Sorry,\n not here', 'unreachable', '(HTTP 400: Sorry, not here)'],
    [200, '<html>Please sign in to the hotel</html>', 'unreachable', '(HTTP 200)'],
    [429, '{"message":"slower"}', 'too-many', '(HTTP 429: slower)'],
    [502, 'x'.repeat(1_000_000), 'unreachable', `(HTTP 502: ${'x'.repeat(200)})`],
  ])('says what comes with HTTP %i: %.40s', async (status, body, reason, words) => {
    const end = await refusal((visit) => visit.refuse(status, {}, body));
    expect(end).toMatchObject({ reason, status, detail: expect.stringContaining(words) });
  });

  it('asks for the address that the base means', () => {
    expect(String(socketUrl('https://spro.agency/api/', '/playbyplay', 'a b'))).toBe(
      'wss://spro.agency/api/playbyplay?key=a+b',
    );
    expect(String(socketUrl('http://localhost:1/api#part', '', 'k'))).toBe('ws://localhost:1/api?key=k');
  });
});
