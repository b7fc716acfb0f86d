import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** What stands before the switches in Electron's executable that are set when an app is packed. */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** The switches in their order, and how Electron is delivered: `1` on, `0` off. */
const FUSES = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'asarIntegrity',
  'onlyLoadAppFromAsar',
  'browserV8Snapshot',
  'fileProtocolPrivileges',
] as const;
const DELIVERED = '10110001';

/** What came out of packing. */
export interface Packed {
  /** Every file in the archive with its size in bytes. */
  readonly archive: ReadonlyMap<string, number>;
  /** Files beside the archive that belong to it. */
  readonly unpacked: readonly string[];
  readonly fuses: Readonly<Record<(typeof FUSES)[number], boolean>>;
  /** The deb's control data, and the folder that it was unpacked into. */
  readonly control: string;
  readonly installed: string;
}

/**
 * Packs the built app as a release does, with a runtime that is no Electron: it shows what is packed and how it is
 * described, not that it runs. Writes into `folder`.
 */
export function packOnStandIn(folder: string): Packed {
  const runtime = path.join(folder, 'runtime');
  const output = path.join(folder, 'packed');
  mkdirSync(path.join(runtime, 'locales'), { recursive: true });
  writeFileSync(path.join(runtime, 'locales/en-US.pak'), '');
  writeFileSync(path.join(runtime, 'version'), '45.0.0');
  const wire = Buffer.concat([
    Buffer.from(FUSE_MARK),
    Buffer.from([1, DELIVERED.length]),
    Buffer.from(DELIVERED),
  ]);
  writeFileSync(path.join(runtime, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n#'), wire]), {
    mode: 0o755,
  });
  execFileSync(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/electron-builder/cli.js'),
      ...['--linux', 'deb', '--x64', '--publish', 'never'],
      `-c.electronDist=${runtime}`,
      `-c.directories.output=${output}`,
    ],
    {
      cwd: ROOT,
      stdio: 'pipe',
      env: { ...process.env, CUSTOM_FPM_PATH: path.join(import.meta.dirname, 'fpm.mjs') },
    },
  );
  const resources = path.join(output, 'linux-unpacked/resources');
  const deb = path.join(output, readdirSync(output).find((name) => name.endsWith('.deb')) ?? '');
  const installed = path.join(folder, 'installed');
  execFileSync('dpkg-deb', ['-x', deb, installed]);
  return {
    archive: filesOfArchive(path.join(resources, 'app.asar')),
    unpacked: filesBelow(path.join(resources, 'app.asar.unpacked')),
    fuses: readFuses(path.join(output, 'linux-unpacked/linewatch')),
    control: execFileSync('dpkg-deb', ['-f', deb], { encoding: 'utf8' }),
    installed,
  };
}

function readFuses(executable: string): Packed['fuses'] {
  const bytes = readFileSync(executable);
  const at = bytes.indexOf(FUSE_MARK) + FUSE_MARK.length + 2;
  return Object.fromEntries(
    FUSES.map((name, index) => [name, bytes[at + index] === 0x31]),
  ) as Packed['fuses'];
}

interface ArchiveNode {
  readonly files?: Readonly<Record<string, ArchiveNode>>;
  readonly size?: number;
}

/** The table of contents of an asar: four numbers, then JSON. */
function filesOfArchive(file: string): Map<string, number> {
  const handle = openSync(file, 'r');
  const head = Buffer.alloc(16);
  readSync(handle, head, 0, 16, 0);
  const json = Buffer.alloc(head.readUInt32LE(12));
  readSync(handle, json, 0, json.length, 16);
  closeSync(handle);
  const found = new Map<string, number>();
  const walk = (node: ArchiveNode, name: string): void => {
    if (node.files === undefined) found.set(name, node.size ?? 0);
    for (const [child, inside] of Object.entries(node.files ?? {}))
      walk(inside, name === '' ? child : `${name}/${child}`);
  };
  walk(JSON.parse(json.toString()) as ArchiveNode, '');
  return found;
}

/** Every file below a folder, by its path in it. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}
