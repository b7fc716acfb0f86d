import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesWithKey, findKey, keyForms } from '../../../../../e2e/keys/key-forms.ts';
import { tryKey } from './key-trial.ts';

const KEY = '6f1f7b1e-9f5c-4b52-8d55-1f7a0f6e3c11';

describe('the key', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'linewatch-key-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is in no file and in nothing that was said after 1,000 failures that throw it back', async () => {
    const { failures, emitted } = await tryKey(folder, KEY);
    expect(failures).toBeGreaterThanOrEqual(1_000);
    expect(emitted.length).toBeGreaterThan(100_000);
    expect(findKey(Buffer.from(emitted), KEY)).toEqual([]);
    expect(filesWithKey(folder, KEY)).toEqual([]);
  }, 120_000);

  it('would be found in any form, in plain and in compressed files', () => {
    for (const { name, bytes } of keyForms(KEY)) {
      expect(findKey(Buffer.concat([Buffer.from('ab'), bytes, Buffer.from('c')]), KEY)).toContain(name);
      writeFileSync(path.join(folder, 'file.gz'), gzipSync(bytes));
      expect(filesWithKey(folder, KEY)).not.toEqual([]);
    }
    for (const before of ['', 'a', 'ab', 'abc'])
      expect(findKey(Buffer.from(Buffer.from(`${before}${KEY}c`).toString('base64')), KEY)).not.toEqual([]);
  });
});
