import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { KeyStore, type Vault } from './key-store.ts';

const KEY = 'b7c7e5a0-5d33-4a5e-9d0e-2f6d3d1f9a42';

/** A keychain that turns bytes round, for want of a real one. */
function workingVault(backend: string | null = 'gnome_libsecret'): Vault {
  const turn = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
  return {
    backend: async () => backend,
    encrypt: async (plain) => turn(Buffer.from(plain)),
    decrypt: async (sealed) => ({ plain: turn(sealed).toString(), isOld: false }),
  };
}

const broken = () => Promise.reject(new Error('org.freedesktop.Secret.Error.IsLocked'));
const hanging = () => new Promise<never>(() => undefined);

describe('KeyStore', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'linewatch-key-'));
    file = path.join(folder, 'key.json');
  });
  afterEach(() => {
    vi.useRealTimers();
    rmSync(folder, { recursive: true, force: true });
  });

  const onDisk = () =>
    readdirSync(folder)
      .map((name) => readFileSync(path.join(folder, name)))
      .filter((bytes) => bytes.includes(KEY) || bytes.includes(Buffer.from(KEY).toString('base64')));

  it('keeps a key sealed, finds it again, forgets it', async () => {
    expect(await new KeyStore(file, workingVault()).read()).toEqual({ kind: 'none' });
    expect(await new KeyStore(file, workingVault()).keep(KEY)).toEqual({
      kind: 'kept',
      backend: 'gnome_libsecret',
    });
    expect(onDisk()).toEqual([]);
    expect(await new KeyStore(file, workingVault()).read()).toEqual({
      kind: 'kept',
      key: KEY,
      backend: 'gnome_libsecret',
    });
    new KeyStore(file, workingVault()).forget();
    expect(await new KeyStore(file, workingVault()).read()).toEqual({ kind: 'none' });
  });

  test.each<[string, Vault]>([
    ['there is no keychain', workingVault(null)],
    ['it throws', { ...workingVault(), backend: broken }],
    ['it is locked', { ...workingVault(), encrypt: broken }],
    [
      'it hands back the plain text',
      { ...workingVault(), encrypt: async (plain) => Buffer.from(`v10${plain}`) },
    ],
  ])('for this session only where %s', async (_case, vault) => {
    await new KeyStore(file, workingVault()).keep('an older key');
    const kept = await new KeyStore(file, vault).keep(KEY);
    expect(kept).toMatchObject({ kind: 'session', detail: expect.stringContaining('this session only') });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a keychain that hangs is as good as none', async () => {
    vi.useFakeTimers();
    const keeping = new KeyStore(file, { ...workingVault(), encrypt: hanging }).keep(KEY);
    await vi.advanceTimersByTimeAsync(5_001);
    expect(await keeping).toMatchObject({ kind: 'session' });
    expect(onDisk()).toEqual([]);
  });

  it('says so when the keychain changed, is gone or does not open', async () => {
    await new KeyStore(file, workingVault()).keep(KEY);
    expect(await new KeyStore(file, workingVault('kwallet6')).read()).toMatchObject({
      kind: 'unreadable',
      detail: expect.stringContaining('another keychain'),
    });
    expect(await new KeyStore(file, workingVault(null)).read()).toMatchObject({
      kind: 'unreadable',
      detail: expect.stringContaining('does not answer'),
    });
    expect(await new KeyStore(file, { ...workingVault(), decrypt: broken }).read()).toMatchObject({
      kind: 'unreadable',
    });
    // nothing of that has thrown the key away: the keychain may be back tomorrow
    expect(await new KeyStore(file, workingVault()).read()).toMatchObject({ kind: 'kept', key: KEY });
  });

  it('seals again when the keychain has a new key of its own', async () => {
    await new KeyStore(file, workingVault()).keep(KEY);
    const before = readFileSync(file, 'utf8');
    const seal = vi.fn(async (plain: string) => Buffer.from(plain.split('').reverse().join('')));
    await new KeyStore(file, {
      ...workingVault(),
      encrypt: seal,
      decrypt: async () => ({ plain: KEY, isOld: true }),
    }).read();
    expect(seal).toHaveBeenCalledWith(KEY);
    expect(readFileSync(file, 'utf8')).not.toBe(before);
  });

  it('a damaged file is no key', async () => {
    writeFileSync(file, '{"backend": 5');
    expect(await new KeyStore(file, workingVault()).read()).toEqual({ kind: 'none' });
  });
});
