import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow, type Packed, type PackedDeb, packDeb, packMac } from './packed.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const hasDpkg = () => {
  try {
    return execFileSync('dpkg-deb', ['--version']).length > 0;
  } catch {
    return false;
  }
};
const CLOSED: Packed['fuses'] = {
  runAsNode: false,
  cookieEncryption: true,
  nodeOptions: false,
  nodeCliInspect: false,
  asarIntegrity: true,
  onlyLoadAppFromAsar: true,
  browserV8Snapshot: false,
  fileProtocolPrivileges: false,
};
/** The packages that run with the app, by the lock. */
function productionPackages(): string[] {
  const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; optional?: boolean; devOptional?: boolean }>;
  };
  return Object.entries(lock.packages)
    .filter(([name, { dev, devOptional }]) => name !== '' && !dev && !devOptional)
    .map(([name]) => name.split('node_modules/').at(-1) ?? '');
}

describe.skipIf(process.platform !== 'linux' || !hasDpkg())('what is packed', () => {
  let folder: string;
  let packed: PackedDeb;
  let names: string[];
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'linewatch-packing-'));
    packed = packDeb(folder);
    names = [...packed.archive.keys()];
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is what runs', () => {
    const wanted = [
      'package.json',
      'out/main/index.js',
      'out/main/engine.js',
      'out/main/history-writer.js',
      'out/main/history-reader.js',
      'out/main/history-export.js',
      'out/main/dry-run.js',
      'out/main/database-copy.js',
      'out/main/simulator.js',
      'out/preload/index.cjs',
      'out/renderer/index.html',
      'out/renderer/ticker.html',
      'out/renderer/crashed.html',
      'out/renderer/licences.txt',
      'resources/icon.png',
      'resources/tray/live.png',
      'resources/tray/live@2x.png',
      'resources/tray/overlay.png',
      'node_modules/better-sqlite3/package.json',
      'node_modules/ws/package.json',
    ];
    expect(wanted.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('holds no sources, maps, tests or tools', () => {
    expect(names.filter((name) => /\.(ts|tsx|mts|cts|map)$|(^|\/)(tests?|__tests__)\//.test(name))).toEqual(
      [],
    );
    const tops = new Set(names.map((name) => name.split('/')[0]));
    expect([...tops].sort()).toEqual(['node_modules', 'out', 'package.json', 'resources']);
  });

  it('has the packages that run with it, and none that built it', () => {
    const inside = names.filter((name) => name.startsWith('node_modules/'));
    const packages = new Set(
      inside.map((name) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? name),
    );
    const allowed = new Set(productionPackages());
    expect([...packages].filter((name) => !allowed.has(name))).toEqual([]);
    for (const tool of [
      'electron',
      'vite',
      'vitest',
      'playwright',
      'typescript',
      'electron-builder',
      'react',
    ])
      expect(packages).not.toContain(tool);
  });

  it('has one binary, of its own system', () => {
    const binaries = names.filter((name) => name.endsWith('.node'));
    expect(binaries).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node']);
    expect(packed.unpacked).toContain('node_modules/better-sqlite3/prebuilds/linux-x64.node');
  });

  it('is no larger than what it is made of', () => {
    const bytes = [...packed.archive.values()].reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(2_000_000);
    expect(bytes).toBeLessThan(12_000_000);
  });

  it('closes the ways past the app', () => expect(packed.fuses).toEqual(CLOSED));

  it('is a deb that says what it is and needs', () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    expect(packed.control).toMatch(/^Package: linewatch$/m);
    expect(packed.control).toContain(`Version: ${version}`);
    expect(packed.control).toMatch(/^Architecture: amd64$/m);
    expect(packed.control).toMatch(/^Depends: .*libnotify4.*libsecret-1-0/m);
    expect(packed.control).toMatch(/^Description: Watches sports odds/m);
  });

  it('has a desktop entry that opens its links, and icons of every size', () => {
    const entry = readFileSync(
      path.join(packed.installed, 'usr/share/applications/com.linewatch.Linewatch.desktop'),
      'utf8',
    );
    expect(entry.split('\n')).toEqual(
      expect.arrayContaining([
        '[Desktop Entry]',
        'Name=Linewatch',
        'Exec=/opt/Linewatch/linewatch %U',
        'Icon=linewatch',
        'Type=Application',
        'Terminal=false',
        'StartupWMClass=com.linewatch.Linewatch',
        'MimeType=x-scheme-handler/linewatch;',
        'Categories=Finance;',
      ]),
    );
    const icons = filesBelow(path.join(packed.installed, 'usr/share/icons/hicolor'));
    expect(icons).toEqual(
      [16, 24, 32, 48, 64, 128, 256, 512].map((size) => `${size}x${size}/apps/linewatch.png`).sort(),
    );
  });
});

describe.skipIf(process.platform !== 'linux')('what is packed for macOS', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'linewatch-packing-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is two halves with the same files, that say what they are and are closed', () => {
    const { x64, arm64 } = packMac(folder);
    // binaries are chosen by the system that packs: see the patterns
    const others = (names: Iterable<string>) => [...names].filter((name) => !name.endsWith('.node'));
    expect(others(arm64.unpacked)).toEqual(others(x64.unpacked));
    expect(others(arm64.archive.keys())).toEqual(others(x64.archive.keys()));
    expect([x64.fuses, arm64.fuses]).toEqual([CLOSED, CLOSED]);
    for (const said of [
      'com.linewatch.desktop',
      'public.app-category.finance',
      '<string>linewatch</string>',
      'ElectronAsarIntegrity',
    ])
      expect(x64.info).toContain(said);
  });
});

it.each([
  ['linux', 'x64', ['linux-x64']],
  ['linux', 'arm64', ['linux-arm64']],
  ['win32', 'x64', ['win32-x64']],
  // halves of a universal app are joined only where each file is in both
  ['darwin', 'x64', ['darwin-arm64', 'darwin-x64']],
  ['darwin', 'arm64', ['darwin-arm64', 'darwin-x64']],
])('on %s for %s the patterns choose the binaries %j', (platform, arch, wanted) => {
  const folder = 'node_modules/better-sqlite3/prebuilds';
  const config = readFileSync(path.join(ROOT, 'electron-builder.yml'), 'utf8');
  const excluded = [...config.matchAll(/^ {2}- '!(node_modules\/better-sqlite3\/prebuilds\/.+)'$/gm)].map(
    ([, pattern = '']) => pattern.replace(/\$\{platform\}/g, platform).replace(/\$\{arch\}/g, arch),
  );
  const left = readdirSync(path.join(ROOT, folder)).filter(
    (name) => !excluded.some((pattern) => path.matchesGlob(`${folder}/${name}`, pattern)),
  );
  expect(left).toEqual(wanted.map((name) => `${name}.node`));
});
