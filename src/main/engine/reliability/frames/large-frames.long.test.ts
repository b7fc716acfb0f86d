import { afterEach, describe, expect, it } from 'vitest';
import { HeadlessRun } from '../headless-run.ts';
import { RawProvider, type RawSocket } from '../raw-provider.ts';

const KEY = '6f1f7b1e-9f5c-4b52-8d55-1f7a0f6e3c11';
const MIB = 1024 * 1024;
const PRICE =
  '{"odds":"-110","outcome_name":"Moneyline","outcome_line":null,"outcome_target":"Home","link":null}';

/** A game at a sportsbook with a hundred outcomes. */
function game(number: number): string {
  const outcomes = Array.from({ length: 100 }, (_, n) => `"outcome ${n}":${PRICE}`).join(',');
  const where = `"sport":"NBA","sportsbook":"book ${number % 20}","game":"game ${number}"`;
  return `{"action":"initial_state","data":{${where},"info":{},"outcomes":{${outcomes}}}}`;
}

/** A list of so many games, in parts. */
function* snapshot(games: number): Generator<Buffer> {
  for (let number = 0; number < games; number += 1)
    yield Buffer.from(`${number === 0 ? '[' : ','}${game(number)}`);
  yield Buffer.from(']');
}

describe('frames as large as the first burst can be', () => {
  const undo: (() => unknown)[] = [];
  afterEach(async () => {
    for (const each of undo.splice(0).reverse()) await each();
  });

  async function setUp(play: (socket: RawSocket, connection: number) => void) {
    let connections = 0;
    const provider = new RawProvider({
      connect(visit) {
        const socket = visit.open();
        connections += 1;
        const connection = connections;
        socket.text('{"action":"socket_connected"}');
        void socket.heard.then(() => play(socket, connection));
      },
    });
    const run = new HeadlessRun(await provider.open(), KEY, () => []);
    undo.push(
      () => provider.close(),
      () => run.clear(),
    );
    return run;
  }

  it('200 MiB in one frame are taken', async () => {
    const parts = [...snapshot(20_000)];
    const bytes = parts.reduce((sum, part) => sum + part.length, 0);
    expect(bytes).toBeGreaterThan(200 * MIB);
    expect(bytes).toBeLessThan(256 * MIB);
    const run = await setUp((socket) => void socket.large(bytes, parts));
    await run.until(() => run.lines.at(-1)?.['selections'] === 2_000_000);
    expect(run.lines.at(-1)).toMatchObject({ frames: 2, refusedFrames: 0, games: 20_000, sportsbooks: 20 });
    expect((await run.end()).code).toBe(0);
  });

  it('more than 256 MiB close the socket with a sentence, and the program lives', async () => {
    const part = Buffer.alloc(MIB, ' ');
    const run = await setUp((socket, connection) => {
      if (connection > 1) return socket.text(game(1));
      void socket.large(
        257 * MIB,
        Array.from({ length: 257 }, () => part),
      );
    });
    await run.until(() => run.lines.some((line) => line['state'] === 'offline'));
    expect(run.lines.find((line) => line['state'] === 'offline')?.['detail']).toMatch(
      /larger than 256 MiB, so/,
    );
    await run.until(() => run.lines.at(-1)?.['selections'] === 100);
    expect((await run.end()).code).toBe(0);
  });
});
