import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRecording } from '#simulator/replay/recording.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { FrameRecorder } from './recorder.ts';

const KEY = '6f1f7b1e-9f5c-4b52-8d55-1f7a0f6e3c11';

describe('FrameRecorder', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'linewatch-recorder-'));
    file = path.join(folder, 'evening.ndjson.gz');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function setUp(at = file) {
    const clock = new ManualClock();
    const failures: string[] = [];
    const failed = (sentence: string) => void failures.push(sentence);
    return { clock, failures, recorder: new FrameRecorder({ file: at, key: KEY, clock, failed }) };
  }

  const frames = async () => (await Array.fromAsync(readRecording(file))).map(({ frame }) => frame);

  it('is read back by the simulator: each frame with its time, its feed, and its kind', async () => {
    const { clock, recorder } = setUp();
    recorder.frame('odds', Buffer.from('{"action":"socket_connected"}'), false);
    clock.pass(1_250);
    recorder.frame('plays', Buffer.from('{"event":"Über – \u{1F3C0}"}'), false);
    recorder.frame('scores', Buffer.from('[1]'), true);
    clock.pass(10);
    recorder.frame('odds', Buffer.from([0x22, 0xff, 0x22]), false);
    expect(await recorder.stop()).toEqual({ frames: 4, leftOut: 0 });
    expect(await Array.fromAsync(readRecording(file))).toEqual([
      { atMs: 0, feed: 'odds', frame: '{"action":"socket_connected"}' },
      { atMs: 1250, feed: 'playbyplay', frame: '{"event":"Über – \u{1F3C0}"}' },
      { atMs: 1250, feed: 'livescores', frame: Buffer.from('[1]') },
      { atMs: 1260, feed: 'odds', frame: Buffer.from([0x22, 0xff, 0x22]) },
    ]);
    expect(JSON.parse(gunzipSync(readFileSync(file)).toString().split('\n')[0]!)).toEqual({
      linewatch: 'recording',
      version: 1,
      startedAtMs: expect.any(Number),
    });
  });

  it('is readable up to the last flush when the program is killed', async () => {
    const { clock, recorder } = setUp();
    recorder.frame('odds', Buffer.from('"first"'), false);
    clock.pass(1_000);
    await expect.poll(frames).toEqual(['"first"']);
    recorder.frame('odds', Buffer.from('"second"'), false);
    clock.pass(1_000);
    await expect.poll(frames).toEqual(['"first"', '"second"']);
    await recorder.stop();
  });

  it('plans nothing while nothing arrives, nor after the end', async () => {
    const { clock, recorder } = setUp();
    clock.pass(1_000);
    expect(clock.planned).toBe(0);
    recorder.frame('odds', Buffer.from('1'), false);
    expect(clock.planned).toBe(1);
    await recorder.stop();
    expect(clock.planned).toBe(0);
    recorder.frame('odds', Buffer.from('2'), false);
    expect(await frames()).toEqual(['1']);
  });

  it('never holds the key, in text or bytes', async () => {
    const { recorder } = setUp();
    const told = `{"message":"bad key ${KEY}","url":"wss://h/api?key=${encodeURIComponent(KEY)}"}`;
    recorder.frame('odds', Buffer.from(told), false);
    recorder.frame('odds', Buffer.from(told), true);
    recorder.frame('plays', Buffer.from(Buffer.from(`user:${KEY}`).toString('base64')), true);
    await recorder.stop();
    const written = (await frames()).map((frame) => String(frame)).join();
    expect(written).toContain('bad key');
    for (const form of [KEY, Buffer.from(KEY).toString('base64').slice(0, 20)])
      expect(written).not.toContain(form);
    expect(written).not.toContain(Buffer.from(`user:${KEY}`).toString('base64').slice(8, 40));
  });

  it('leaves out and counts what the disk is too slow for, and says where', async () => {
    const { recorder } = setUp();
    const large = Buffer.alloc(8 << 20, 'a');
    for (let n = 0; n < 10; n += 1) recorder.frame('odds', large, false);
    const { frames: kept, leftOut } = recorder.counts;
    expect(kept + leftOut).toBe(10);
    expect(kept).toBeGreaterThanOrEqual(4);
    expect(leftOut).toBeGreaterThanOrEqual(4);
    await expect
      .poll(() => {
        recorder.frame('odds', Buffer.from('"after"'), false);
        return recorder.counts.frames;
      })
      .toBeGreaterThan(kept);
    const total = await recorder.stop();
    const lines = gunzipSync(readFileSync(file)).toString().split('\n');
    expect(lines.filter((line) => line.includes('"text":'))).toHaveLength(total.frames);
    expect(lines).toContainEqual(expect.stringMatching(`"leftOut":${total.leftOut}}$`));
  });

  it('throws at once where the file can not be made', () => {
    expect(() => setUp(path.join(folder, 'no', 'such', 'folder', 'file'))).toThrow(/ENOENT/);
  });

  it.runIf(existsSync('/dev/full'))('says once that the disk failed, and goes quiet', async () => {
    const { clock, recorder, failures } = setUp('/dev/full');
    for (let second = 0; second < 3; second += 1) {
      recorder.frame('odds', Buffer.from('1'), false);
      clock.pass(1_000);
      await sleep(20);
    }
    await recorder.stop();
    expect(failures).toEqual([
      expect.stringMatching(/^Recording has stopped, \/dev\/full can't be written: .*ENOSPC/),
    ]);
    expect(clock.planned).toBe(0);
  });
});
