import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { FUSE_MARK, linuxRuntime, macRuntime } from './stand-in-runtimes.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Electron's switches in their order. */
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

/** What came out of packing. */
export interface Packed {
  /** Every file in the archive with its size in bytes. */
  readonly archive: ReadonlyMap<string, number>;
  /** Files beside the archive that belong to it. */
  readonly unpacked: readonly string[];
  readonly fuses: Readonly<Record<(typeof FUSES)[number], boolean>>;
}

/** The deb, besides: its control data, and the folder that it was unpacked into. */
export interface PackedDeb extends Packed {
  readonly control: string;
  readonly installed: string;
}

/** The app for one of a Mac's processors, besides: what it says of itself, as XML. */
export interface PackedMac extends Packed {
  readonly info: string;
}

/**
 * Packs the built app as a release does, with a runtime that is no Electron: it shows what is packed and how it is
 * described, not that it runs. Writes into `folder`.
 */
export function packDeb(folder: string): PackedDeb {
  const output = pack(folder, linuxRuntime(path.join(folder, 'runtime')), ['--linux', 'deb', '--x64']);
  const deb = path.join(output, readdirSync(output).find((name) => name.endsWith('.deb')) ?? '');
  const installed = path.join(folder, 'installed');
  execFileSync('dpkg-deb', ['-x', deb, installed]);
  return {
    ...packedIn(path.join(output, 'linux-unpacked/resources'), path.join(output, 'linux-unpacked/linewatch')),
    control: execFileSync('dpkg-deb', ['-f', deb], { encoding: 'utf8' }),
    installed,
  };
}

/** The two halves of which a universal app is made on a Mac. */
export function packMac(folder: string): Readonly<Record<'x64' | 'arm64', PackedMac>> {
  const output = pack(folder, macRuntime(path.join(folder, 'runtime')), ['--mac', 'dir', '--x64', '--arm64']);
  const half = (name: string): PackedMac => {
    const contents = path.join(output, name, 'Linewatch.app/Contents');
    return {
      ...packedIn(
        path.join(contents, 'Resources'),
        path.join(contents, 'Frameworks/Electron Framework.framework/Electron Framework'),
      ),
      info: readFileSync(path.join(contents, 'Info.plist'), 'utf8'),
    };
  };
  return { x64: half('mac'), arm64: half('mac-arm64') };
}

function pack(folder: string, runtime: string, flags: readonly string[]): string {
  const output = path.join(folder, 'packed');
  execFileSync(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/electron-builder/cli.js'),
      ...flags,
      ...['--publish', 'never', `-c.electronDist=${runtime}`, `-c.directories.output=${output}`],
    ],
    {
      cwd: ROOT,
      stdio: 'pipe',
      env: { ...process.env, CUSTOM_FPM_PATH: path.join(import.meta.dirname, 'fpm.mjs') },
    },
  );
  return output;
}

function packedIn(resources: string, executable: string): Packed {
  return {
    archive: filesOfArchive(path.join(resources, 'app.asar')),
    unpacked: filesBelow(path.join(resources, 'app.asar.unpacked')),
    fuses: readFuses(executable),
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
