import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildFingerprint } from './build.mjs';
import { packagesAreCurrent, packagesDigest } from './packages.mjs';

/** @type {string} */
let root;
const write = (/** @type {string} */ name, /** @type {string | object} */ content) => {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
};

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'linewatch-stamps-'));
  write('src/domain/price.ts', 'export const price = 1;');
  write('src/main/index.ts', 'start();');
  write('electron.vite.config.ts', 'export default {};');
  write('package.json', { name: 'x', scripts: { start: 'a' }, dependencies: { ws: '8.0.0' } });
  write('package-lock.json', {
    packages: {
      '': {},
      'node_modules/ws': { version: '8.0.0' },
      'node_modules/mac-only': { version: '1.0.0', optional: true },
    },
  });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the build fingerprint', () => {
  it('stays when only times change', () => {
    const before = buildFingerprint(root);
    utimesSync(path.join(root, 'src/main/index.ts'), new Date(0), new Date(0));
    expect(buildFingerprint(root)).toBe(before);
  });

  /** @type {[string, () => void][]} */
  const changes = [
    ['a source', () => write('src/main/index.ts', 'stop();')],
    ['a new source', () => write('src/main/more.ts', '')],
    [
      'a moved source',
      () => renameSync(path.join(root, 'src/domain/price.ts'), path.join(root, 'src/domain/odds.ts')),
    ],
    ['a removed source', () => rmSync(path.join(root, 'src/domain/price.ts'))],
    ['an icon', () => write('resources/icon.png', 'x')],
    ['the build settings', () => write('electron.vite.config.ts', 'export default { main: {} };')],
    ['the lock', () => write('package-lock.json', '{}')],
  ];
  it.each(changes)('changes with %s', (_what, change) => {
    const before = buildFingerprint(root);
    change();
    expect(buildFingerprint(root)).not.toBe(before);
  });

  it('does not care for tests, which are not built', () => {
    const before = buildFingerprint(root);
    write('src/domain/price.test.ts', 'it();');
    expect(buildFingerprint(root)).toBe(before);
  });

  it('tells a file that ends where the next begins from one that does not', () => {
    write('src/a.ts', '');
    write('src/b.ts', 'src/c.ts');
    const before = buildFingerprint(root);
    write('src/a.ts', 'src/b.ts');
    write('src/b.ts', '');
    expect(buildFingerprint(root)).not.toBe(before);
  });
});

describe('the stamp of the packages', () => {
  const installed = (/** @type {object} */ packages) =>
    write('node_modules/.package-lock.json', { packages });

  it('asks for an install when there is none', () => {
    expect(packagesAreCurrent(root)).toBe(false);
  });

  it('takes over an install that matches the lock, without the packages of other systems', () => {
    installed({ 'node_modules/ws': { version: '8.0.0' } });
    expect(packagesAreCurrent(root)).toBe(true);
  });

  it.each([
    ['another version', { 'node_modules/ws': { version: '7.0.0' } }],
    [
      'a package that the lock does not know',
      { 'node_modules/ws': { version: '8.0.0' }, 'node_modules/y': { version: '1.0.0' } },
    ],
    ['a package less', {}],
  ])('refuses an install with %s', (_what, packages) => {
    installed(packages);
    expect(packagesAreCurrent(root)).toBe(false);
  });

  it('asks again after the lock changed', () => {
    installed({ 'node_modules/ws': { version: '8.0.0' } });
    expect(packagesAreCurrent(root)).toBe(true);
    write('package-lock.json', { packages: { '': {}, 'node_modules/ws': { version: '8.0.1' } } });
    expect(packagesAreCurrent(root)).toBe(false);
  });

  it('depends on what npm installs, not on the scripts', () => {
    const before = packagesDigest(root);
    write('package.json', { name: 'x', scripts: { start: 'b' }, dependencies: { ws: '8.0.0' } });
    expect(packagesDigest(root)).toBe(before);
    write('package.json', {
      name: 'x',
      scripts: { start: 'b' },
      dependencies: { ws: '8.0.0' },
      overrides: { y: '1' },
    });
    expect(packagesDigest(root)).not.toBe(before);
  });
});
