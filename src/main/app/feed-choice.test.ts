import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FeedState, FeedStatus } from '#contract/feed-status.ts';
import type { EngineOptions } from '#engine/index.ts';
import { KeyStore } from '../desktop/keychain/key-store.ts';
import { FeedChoice } from './feed-choice.ts';

const demo = vi.hoisted(() => ({ started: 0, stopped: 0, end: (_why: string): void => undefined }));
vi.mock('./demo-feed.ts', () => ({
  async startDemoFeed(ended: (why: string) => void) {
    demo.started += 1;
    demo.end = ended;
    return {
      base: `http://127.0.0.1:${demo.started}/api`,
      key: 'demo-key',
      async stop() {
        demo.stopped += 1;
      },
    };
  },
}));
vi.mock('./life/log.ts', () => ({ hideInLog: () => undefined }));

const BASE = 'https://spro.agency/api';
const status = (state: FeedState, retryAtMs: number | null = null): FeedStatus => ({
  feed: 'odds',
  state,
  detail: `It is ${state}.`,
  sinceMs: 0,
  retryAtMs,
});

describe('the feed that was chosen', () => {
  let folder: string;
  let starts: EngineOptions[];
  /** What the engine says while it starts. */
  let whileStarting: () => void;
  let ended: string[];
  let choice: FeedChoice;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'linewatch-choice-'));
    [starts, ended, whileStarting] = [[], [], () => undefined];
    [demo.started, demo.stopped] = [0, 0];
    const vault = {
      backend: async () => 'keychain',
      encrypt: async (plain: string) => Buffer.from(plain).map((byte) => byte ^ 0x55) as Buffer,
      decrypt: async (sealed: Buffer) => ({
        plain: Buffer.from(sealed.map((byte) => byte ^ 0x55)).toString(),
        isOld: false,
      }),
    };
    choice = new FeedChoice({
      keys: new KeyStore(path.join(folder, 'key.json'), vault),
      dataFolder: folder,
      async start(options) {
        starts.push(options);
        whileStarting();
      },
      demoEnded: (why) => ended.push(why),
      base: () => BASE,
      filters: () => ({}),
      proxy: () => '',
      stakePlan: () => null,
      sharedSources: () => [],
      retention: () => ({ days: null, bytes: null }),
      keepBase: () => undefined,
      changed: () => undefined,
    });
    await choice.start(null);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const sources = () => starts.map(({ source, key }) => `${source} ${key}`);
  const enter = async (key: string, ...said: FeedStatus[]) => {
    const trial = choice.enter(key, BASE);
    await vi.waitFor(() => expect(starts.at(-1)?.key).toBe(key));
    await new Promise((resolve) => setImmediate(resolve));
    for (const each of said) choice.noteStatus(each);
    return trial;
  };

  it('is the demo\u2019s until a key is found good', async () => {
    expect(await enter('a-key', status('connecting'), status('live'))).toMatchObject({
      ok: true,
      state: { kind: 'kept' },
    });
    expect(sources()).toEqual(['demo demo-key', 'provider a-key']);
    expect(demo.stopped).toBe(1);
  });

  it('believes no key because the feed before it was live', async () => {
    whileStarting = () => choice.noteStatus(status('live'));
    expect(await enter('bad-key', status('stale'), status('refused'))).toMatchObject({
      ok: false,
      code: 'key-refused',
    });
    expect(sources()).toEqual(['demo demo-key', 'provider bad-key', 'demo demo-key']);
    expect([demo.started, demo.stopped, choice.state.kind]).toEqual([1, 0, 'none']);
  });

  it('blames the key for nothing that is tried again by itself', async () => {
    expect(await enter('a-key', status('refused', 60_000))).toMatchObject({ code: 'refused-now' });
    expect(await enter('a-key', status('offline', 60_000))).toMatchObject({ code: 'unreachable' });
  });

  it('runs as before when the engine could not be started with a key', async () => {
    whileStarting = () => {
      whileStarting = () => undefined;
      throw new Error('no thread');
    };
    expect(await choice.enter('a-key', BASE)).toMatchObject({ ok: false, code: 'unreachable' });
    expect(sources()).toEqual(['demo demo-key', 'provider a-key', 'demo demo-key']);
  });

  it('starts once more what ran last', async () => {
    await choice.resume();
    expect(demo.started).toBe(1);
    demo.end('exit code 1');
    expect(ended).toEqual(['exit code 1']);
    await choice.resume();
    expect(starts.at(-1)?.base).toBe('http://127.0.0.1:2/api');
    await enter('a-key', status('live'));
    await choice.resume();
    expect(starts.at(-1)).toMatchObject({ source: 'provider', key: 'a-key' });
    await choice.remove();
    expect(starts.at(-1)?.source).toBe('demo');
  });
});
