import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readRecording } from '#simulator/replay/recording.ts';
import { startSimulator } from '#simulator/simulator.ts';
import { HeadlessRun } from '../headless-run.ts';

const KEY = '6f1f7b1e-9f5c-4b52-8d55-1f7a0f6e3c11';
const SIMULATOR = path.join(import.meta.dirname, '..', '..', '..', '..', 'simulator', 'cli.ts');

describe('headless --record', () => {
  const undo: (() => unknown)[] = [];
  afterEach(async () => {
    for (const each of undo.splice(0).reverse()) await each();
  });

  async function evening() {
    const simulator = await startSimulator({
      key: KEY,
      books: 8,
      games: 10,
      ratePerSecond: 300,
      limits: false,
    });
    undo.push(() => simulator.stop());
    return simulator;
  }

  function headless(base: string, flags: readonly string[]) {
    const run = new HeadlessRun(base, KEY, (folder) => flags.map((flag) => flag.replace('IN', folder)));
    undo.push(() => run.clear());
    return run;
  }

  /** Plays a recording in a process of its own, as fast as it goes. Resolves to its base. */
  async function replay(file: string): Promise<string> {
    const child = spawn(process.execPath, [SIMULATOR, '--replay', file, '--speed', '0', '--key', KEY]);
    undo.push(() => child.kill());
    for await (const chunk of child.stdout) {
      const base = /^base\s+(\S+)$/m.exec(String(chunk))?.[1];
      if (base !== undefined) return base;
    }
    throw new Error('The replay did not start.');
  }

  it('and the simulator that plays the recording back make the same board', async () => {
    const simulator = await evening();
    const first = headless(simulator.base, ['--record', 'IN/r/evening.gz', '--dump-board', 'IN/board']);
    await first.until(() => first.frames > 800);
    const { code, tookMs } = await first.end();
    expect({ code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' });
    expect(tookMs).toBeLessThan(2000);
    const frames = await Array.fromAsync(readRecording(first.at('r/evening.gz')));
    expect(frames.length).toBeGreaterThanOrEqual(first.frames);

    const again = headless(await replay(first.at('r/evening.gz')), ['--dump-board', 'IN/board']);
    await again.until(() => again.frames >= frames.length);
    await again.end();
    expect(again.lines.findLast(({ type }) => type === 'stats')).toMatchObject({ refusedFrames: 0 });
    const board = readFileSync(first.at('board'), 'utf8');
    expect(board.split('\n').length).toBeGreaterThan(1000);
    expect(readFileSync(again.at('board'), 'utf8')).toBe(board);
  });

  it('leaves a readable file when it is killed, up to the last flush', async () => {
    const simulator = await evening();
    const run = headless(simulator.base, ['--record', 'IN/evening.gz']);
    const stats = () => run.lines.filter(({ type }) => type === 'stats');
    // what was counted two stats lines ago is older than a flush
    await run.until(() => stats().length >= 4 && Number(stats().at(-3)?.['frames']) > 0);
    const framesBefore = stats().at(-3)?.['frames'];
    expect(framesBefore).toBeGreaterThan(0);
    await run.end('SIGKILL');
    const frames = await Array.fromAsync(readRecording(run.at('evening.gz')));
    expect(frames.length).toBeGreaterThanOrEqual(Number(framesBefore));
    expect(frames.at(-1)).toMatchObject({ feed: 'odds', frame: expect.stringMatching(/^\{.*\}$/s) });
  });

  it.runIf(existsSync('/dev/full'))('says that the disk failed, and the feed goes on', async () => {
    const simulator = await evening();
    const run = headless(simulator.base, ['--record', '/dev/full']);
    await run.until(() => run.stderr.includes('Recording has stopped'));
    const { frames } = run;
    await run.until(() => run.frames > frames + 200);
    expect((await run.end()).code).toBe(0);
    expect(run.stderr).toMatch(
      /^headless: Recording has stopped, \/dev\/full can't be written: .*ENOSPC.*\n$/,
    );
  });

  it('does not start where the file can not be made', async () => {
    const run = headless('http://127.0.0.1:1/api', ['--record', '/dev/null/no/file']);
    expect(await run.ended).toBe(2);
    expect(run.stderr).toMatch(/can't be made/);
    const other = headless('http://127.0.0.1:1/api', ['--record', 'IN']);
    expect(await other.ended).toBe(2);
    expect(other.stderr).toMatch(/--record: .* can't be written/);
  });
});
