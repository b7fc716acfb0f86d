import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { FeedStatus } from '#contract/feed-status.ts';
import type { Board } from '#domain/board/board.ts';
import type { Changes } from '#domain/board/changes.ts';
import { describeSelections } from '#domain/board/describe.ts';
import { startSimulator } from '#simulator/simulator.ts';
import { sorted } from '#simulator/testing.ts';
import { Engine } from '../../index.ts';
import { threadFiles } from '../../threads.ts';
import { TcpProxy } from './tcp-proxy.ts';

/** What a window would show as live, told by changes alone; a price that is not live any more may not come back. */
class LivePrices {
  readonly #prices = new Map<number, number>();
  readonly wrong: string[] = [];

  take(changes: Changes, board: Board): void {
    for (let at = 0; at < changes.count; at += 1) {
      const selection = changes.selection(at);
      const previous = changes.previous(at);
      const live = this.#prices.get(selection) ?? 0;
      if (previous !== 0 && previous !== live)
        this.wrong.push(`${board.selections.key(selection)} from ${previous}, live was ${live}`);
      this.#prices.set(selection, changes.american(at));
    }
  }

  allStale(): void {
    this.#prices.clear();
  }
}

describe('a socket that is open and dead', () => {
  const undo: (() => unknown)[] = [];
  afterEach(async () => {
    for (const each of undo.splice(0).reverse()) await each();
  });

  async function setUp() {
    const evening = { books: 5, games: 8, ratePerSecond: 60, pingIntervalMs: 1_000, timeScale: 5 };
    const simulator = await startSimulator({ ...evening, seed: 11 });
    const proxy = new TcpProxy(Number(new URL(simulator.base).port));
    const base = `http://127.0.0.1:${await proxy.open()}/api`;
    const folder = mkdtempSync(path.join(tmpdir(), 'linewatch-blackhole-'));
    const statuses: (FeedStatus & { atMs: number })[] = [];
    const live = new LivePrices();
    const ignore = () => undefined;
    const engine = new Engine(
      { base, key: simulator.key, source: 'provider', filters: {}, dataFolder: folder },
      threadFiles(new URL('../../worker.ts', import.meta.url).href),
      {
        status(status) {
          statuses.push({ ...status, atMs: performance.now() });
          if (status.state !== 'live' && status.state !== 'resyncing') live.allStale();
        },
        stats: ignore,
        dryRun: ignore,
        storage: ignore,
        catalogue: ignore,
        filters: ignore,
        plays: ignore,
        bets: ignore,
        watchlists: ignore,
        watched: ignore,
        exported: ignore,
        alerts: ignore,
        rules: ignore,
        batch: ignore,
        gameBatch: ignore,
        linesBatch: ignore,
      },
      { changed: (changes, board) => live.take(changes, board) },
    );
    undo.push(
      () => simulator.stop(),
      () => proxy.close(),
      () => rmSync(folder, { recursive: true, force: true }),
      () => engine.stop(),
    );
    engine.start();
    const confirmed = () => {
      let count = 0;
      for (const [, listing] of engine.board.listings.onBoard()) {
        for (let each = listing.head; each !== -1; each = engine.board.selections.next(each))
          if (engine.board.isConfirmed(each)) count += 1;
      }
      return count;
    };
    const state = () => statuses.at(-1)?.state;
    const equal = () =>
      expect
        .poll(
          () =>
            describeSelections(engine.board)
              .map((record) => JSON.stringify(record))
              .sort(),
          { timeout: 15_000 },
        )
        .toEqual(sorted(simulator.boardFor()));
    return { simulator, proxy, engine, statuses, live, confirmed, state, equal };
  }

  it('is stale after three ping intervals, and what comes after it healed is the provider\u2019s board', async () => {
    const { simulator, proxy, engine, statuses, live, confirmed, state, equal } = await setUp();
    await expect.poll(state, { timeout: 5_000 }).toBe('live');
    await sleep(4_000);
    expect(confirmed()).toBeGreaterThan(500);
    const deadAtMs = performance.now();
    proxy.goDead();
    await expect
      .poll(() => statuses.some((status) => status.state === 'stale'), { timeout: 20_000 })
      .toBe(true);
    const stale = statuses.find((status) => status.state === 'stale')!;
    expect(stale.atMs - deadAtMs).toBeGreaterThan(13_900);
    expect(stale.atMs - deadAtMs).toBeLessThan(17_000);
    expect(stale.detail).toMatch(/^No sign of life from the provider for 15 s/);
    expect(confirmed()).toBe(0);
    await sleep(1_000);
    expect(state()).toBe('connecting');
    proxy.heal();
    await expect.poll(state, { timeout: 20_000 }).toBe('live');
    simulator.pause();
    await equal();
    expect(confirmed()).toBe(engine.board.selections.size);

    // the same for a machine that slept: nothing of before is taken for live
    simulator.resume();
    await sleep(500);
    engine.reconnect('The machine slept.');
    expect(confirmed()).toBe(0);
    expect(['live', 'resyncing']).not.toContain(state());
    await expect.poll(state, { timeout: 20_000 }).toBe('live');
    simulator.pause();
    await equal();
    expect(live.wrong).toEqual([]);
  }, 90_000);
});
