import { afterEach, describe, expect, it } from 'vitest';
import { RawProvider, type RawSocket } from '../../../reliability/raw-provider.ts';
import { createOddsFeed } from '../odds-feed.ts';

const FRAMES = 100;

describe('frames that may gather', () => {
  let provider: RawProvider | undefined;
  afterEach(() => provider?.close());

  /** What a follower hears, and in how many looks at the socket, of a provider that plays this. */
  async function heard(gatherMs: number, play: (socket: RawSocket) => Promise<void> | void) {
    provider = new RawProvider({
      connect(visit) {
        const socket = visit.open();
        socket.text('{"action":"socket_connected"}');
        void Promise.resolve(play(socket)).then(() => socket.close(1000, 'done'));
      },
    });
    const base = await provider.open();
    const lengths: number[] = [];
    let looks = 0;
    let isLooking = false;
    await new Promise<void>((resolve) => {
      createOddsFeed({ base, key: 'k', gatherMs: () => gatherMs }).connect({
        frame(bytes) {
          lengths.push(bytes);
          if (isLooking) return;
          isLooking = true;
          looks += 1;
          setImmediate(() => {
            isLooking = false;
          });
        },
        message: () => undefined,
        refused: () => undefined,
        ended: () => resolve(),
      });
    });
    return { lengths: lengths.slice(1), looks };
  }

  /** One frame after the other, each a byte longer. */
  async function trickle(socket: RawSocket): Promise<void> {
    for (let n = 0; n < FRAMES; n += 1) {
      socket.text(`"${'x'.repeat(n)}"`);
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  }

  it('are all heard, in their order and to the last, in far fewer looks', async () => {
    const expected = Array.from({ length: FRAMES }, (_, n) => n + 2);
    const gathered = await heard(60, trickle);
    expect(gathered.lengths).toEqual(expected);
    expect(gathered.looks).toBeLessThan(FRAMES / 4);
  });

  it('do not hold up a snapshot', async () => {
    const frame = JSON.stringify('x'.repeat(40_000));
    const startedAtMs = performance.now();
    const { lengths } = await heard(2_000, (socket) => {
      for (let n = 0; n < 200; n += 1) socket.text(frame);
    });
    expect(lengths).toHaveLength(200);
    expect(performance.now() - startedAtMs).toBeLessThan(8_000);
  });
});
