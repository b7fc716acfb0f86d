import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { RawProvider, type RawSocket } from '../../../reliability/raw-provider.ts';
import { SeededChance } from '../../../reliability/seeded-chance.ts';
import { decodeOddsFrame } from '../decode-odds.ts';
import { createOddsFeed } from '../odds-feed.ts';
import { decodeLargeList } from './large-lists.ts';

const GUIDE = readFileSync(path.join(import.meta.dirname, '../fixtures/guide-messages.ndjson'), 'utf8')
  .split('\n')
  .filter((line) => line !== '');
const ODD_ONES = [
  'null',
  '7',
  '"text"',
  '[]',
  '[{"action":"ping"}]',
  '{}',
  '{"action":"ping"}',
  '{"é\\"]":"],}"}',
  '{"a":NaN}',
];
const STRUCTURE = [...'{}[],":\\ \n', '\u00a0', '\ufeff', 'é', 'NaN', '1e', '\u0000'];

/** What is heard of a list: whole, or in pieces. */
function heard(list: Buffer, decode: (list: Buffer, out: Parameters<typeof decodeOddsFrame>[1]) => void) {
  const all: unknown[] = [];
  decode(list, { message: (message) => all.push(message), refused: (reason) => all.push(reason) });
  return all;
}

const whole = (list: Buffer) => heard(list, (frame, out) => decodeOddsFrame(frame.toString('utf8'), out));
const inPieces = (list: Buffer) =>
  heard(list, (frame, out) => {
    const decode = (each: Buffer) => decodeOddsFrame(each.toString('utf8'), out);
    for (const _ of decodeLargeList(frame, decode, () => out.refused('not-an-object')));
  });

describe('a list of frames in pieces', () => {
  it.each([
    '[]',
    '1]',
    ' [ ] ',
    '[',
    '[,]',
    '[1,]',
    '[1 2]',
    '[1]2',
    '[{]}',
    '["a]',
    `[${ODD_ONES.slice(0, -1).join(',')}]`,
    `[${ODD_ONES.join(' ,\n')}]`,
  ])('says of %s what the whole does', (text) => {
    expect(inPieces(Buffer.from(text))).toEqual(whole(Buffer.from(text)));
  });

  it('says what the whole does, however it is damaged', () => {
    const chance = new SeededChance(11).next;
    const pick = <T>(of: readonly T[]) => of[Math.floor(chance() * of.length)]!;
    let refusedWhole = 0;
    for (let round = 0; round < 3_000; round += 1) {
      const frames = Array.from({ length: 1 + Math.floor(chance() * 5) }, () =>
        chance() < 0.3 ? pick(ODD_ONES) : pick(GUIDE),
      );
      let bytes = Buffer.from(`[${frames.join(pick([',', ', ', ',\n']))}]`);
      for (let damage = Math.floor(chance() * 3); damage > 0; damage -= 1) {
        const at = Math.floor(chance() * bytes.length);
        const [before, after] = [bytes.subarray(0, at), bytes.subarray(at + Math.floor(chance() * 3))];
        const cut = chance() < 0.2;
        bytes = Buffer.concat(
          cut ? [before] : [before, Buffer.from(chance() < 0.2 ? [255] : pick(STRUCTURE)), after],
        );
      }
      const expected = whole(bytes);
      if (expected[0] === 'not-json') refusedWhole += 1;
      expect(inPieces(bytes)).toEqual(expected);
    }
    expect(refusedWhole).toBeGreaterThan(500);
    expect(refusedWhole).toBeLessThan(2_700);
  });
});

describe('a frame of many MiB', () => {
  let provider: RawProvider | undefined;
  afterEach(() => provider?.close());
  const OUTCOMES = Array.from(
    { length: 300 },
    (_, n) => `"outcome ${n}":{"odds":"-110","outcome_name":"Moneyline"}`,
  );
  const game = (n: number) =>
    `{"action":"initial_state","data":{"sport":"NBA","sportsbook":"circa","game":"game ${n}","info":{},"outcomes":{${OUTCOMES.join(',')}}}}`;
  const LARGE = `[${Array.from({ length: 600 }, (_, n) => game(n)).join(',')}]`;

  /** The games that are heard, in their order, and how often a timer of 1 ms could run while they were decoded. */
  async function follow(play: (socket: RawSocket) => void, isEnough = (_games: readonly string[]) => false) {
    provider = new RawProvider({
      connect(visit) {
        const socket = visit.open();
        socket.text('{"action":"socket_connected"}');
        play(socket);
      },
    });
    const base = await provider.open();
    const games: string[] = [];
    let turns = 0;
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if (games.length > 0 && games.length < 600) turns += 1;
      }, 1);
      const done = () => {
        clearInterval(timer);
        resolve();
      };
      const connection = createOddsFeed({ base, key: 'no-such-key' }).connect({
        frame: () => undefined,
        message(message) {
          if (message.kind !== 'board' || message.message.kind !== 'prices') return;
          games.push(message.message.at.game);
          if (!isEnough(games)) return;
          connection.close();
          setTimeout(done, 50);
        },
        refused: () => undefined,
        ended: done,
      });
    });
    return { games, turns };
  }

  it('lets timers run meanwhile; later frames and the end wait their turn', async () => {
    const { games, turns } = await follow((socket) => {
      socket.text(LARGE);
      socket.text(game(600));
      socket.close(1000, 'done');
    });
    expect(games).toEqual(Array.from({ length: 601 }, (_, n) => `game ${n}`));
    expect(turns).toBeGreaterThan(5);
  });

  it('is dropped in its midst when the connection is let go', async () => {
    const { games } = await follow(
      (socket) => {
        socket.text(LARGE);
        socket.text(game(600));
      },
      ({ length }) => length === 200,
    );
    expect(games).toHaveLength(200);
  });
});
