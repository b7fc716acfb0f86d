import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from './lock.mjs';

/** @type {string} */
let folder;
/** @type {string} */
let file;
const ignore = () => undefined;
const nobodyDied = async () => expect.fail('no lock was left behind');

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'linewatch-lock-'));
  file = path.join(folder, 'deep', 'setup.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the setup lock', () => {
  it('lets one in at a time, and says once whom the others wait for', async () => {
    let inside = 0;
    let most = 0;
    /** @type {number[]} */
    const waits = [];
    const work = async () => {
      const free = await takeLock(file, 'a', (pid) => void waits.push(pid), nobodyDied);
      inside += 1;
      most = Math.max(most, inside);
      await pause(20);
      inside -= 1;
      free();
    };
    await Promise.all([work(), work(), work()]);
    expect(most).toBe(1);
    expect(waits).toEqual([process.pid, process.pid]);
    expect(existsSync(file)).toBe(false);
  });

  it('takes over the lock of a process that is gone', async () => {
    (await takeLock(file, 'a', ignore, nobodyDied))();
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(file, JSON.stringify({ pid, host: os.hostname(), token: 'the dead one' }));
    /** @type {string[]} */
    const dead = [];
    const onWait = () => expect.fail('nobody is there to wait for');
    const free = await takeLock(file, 'b', onWait, async (token) => void dead.push(token));
    expect(dead).toEqual(['the dead one']);
    free();
  });

  it('takes over a lock that nobody has touched for a while, whatever its holder is', async () => {
    (await takeLock(file, 'a', ignore, nobodyDied))();
    writeFileSync(file, JSON.stringify({ pid: process.pid, host: 'another-machine', token: 'a' }));
    const free = await takeLock(file, 'b', ignore, async () => undefined, { silentAfterMs: 300 });
    free();
  });

  it('keeps a lock that is touched', async () => {
    const first = await takeLock(file, 'a', ignore, nobodyDied, { beatMs: 20 });
    let second = false;
    const waiting = takeLock(file, 'b', ignore, nobodyDied, { silentAfterMs: 300 }).then((free) => {
      second = true;
      return free;
    });
    await pause(900);
    expect(second).toBe(false);
    first();
    (await waiting)();
  });
});
