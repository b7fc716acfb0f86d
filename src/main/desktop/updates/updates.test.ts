import { beforeEach, describe, expect, it } from 'vitest';
import type { UpdateState } from '#contract/updates.ts';
import { type UpdateSource, Updates } from './updates.ts';

class HandSource implements UpdateSource {
  newest: string | null = '0.2.0';
  failure: Error | undefined;
  installs = 0;
  downloads = 0;
  async check() {
    if (this.failure) throw this.failure;
    return this.newest;
  }
  async download(progress: (percent: number) => void) {
    this.downloads += 1;
    for (const percent of [10, 10.4, 60]) progress(percent);
    if (this.failure) throw this.failure;
  }
  install() {
    this.installs += 1;
  }
}

describe('updates', () => {
  let source: HandSource;
  let seen: UpdateState[];
  let updates: Updates;
  beforeEach(() => {
    source = new HandSource();
    seen = [];
    updates = new Updates(source, (state) => seen.push(state));
  });
  const kinds = () => seen.map(({ kind, percent }) => (kind === 'downloading' ? percent : kind));

  it('are told, then downloaded and put in place only when asked', async () => {
    await updates.step('check');
    expect([source.downloads, source.installs]).toEqual([0, 0]);
    expect(updates.state).toMatchObject({ kind: 'available', version: '0.2.0' });
    await updates.step('install');
    expect(source.installs).toBe(0);
    await updates.step('download');
    expect(source.installs).toBe(0);
    await updates.step('install');
    expect(source.installs).toBe(1);
    expect(kinds()).toEqual(['available', 0, 10, 60, 'ready']);
  });

  it('that were declined are not offered again, newer ones are', async () => {
    await updates.step('check');
    await updates.step('decline');
    expect((await updates.step('check')).kind).toBe('current');
    source.newest = '0.3.0';
    expect(await updates.step('check')).toMatchObject({ kind: 'available', version: '0.3.0' });
    await updates.step('download');
    await updates.step('decline');
    await updates.step('install');
    expect(source.installs).toBe(0);
  });

  it('that fail say why in one line, and can be tried again', async () => {
    source.failure = new Error('net::ERR_NAME_NOT_RESOLVED\n    at somewhere');
    expect(await updates.step('check')).toMatchObject({
      kind: 'failed',
      detail: 'net::ERR_NAME_NOT_RESOLVED',
    });
    source.failure = undefined;
    expect((await updates.step('check')).kind).toBe('available');
    source.failure = new Error('sha512 checksum mismatch');
    expect((await updates.step('download')).kind).toBe('failed');
    await updates.step('install');
    expect(source.installs).toBe(0);
  });

  it('stay away from a build that has nothing to update from', async () => {
    const none = new Updates(null, (state) => seen.push(state));
    for (const step of ['check', 'download', 'install', 'decline'] as const) await none.step(step);
    expect(none.state.kind).toBe('off');
    expect(seen).toEqual([]);
  });
});
