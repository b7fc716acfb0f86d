#!/usr/bin/env node
/** Stands in for fpm where it can't be downloaded: makes a deb of folders, by dpkg-deb. For tests of the packaging. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** @type {Record<string, string>} */
const options = {};
/** @type {string[]} */
const depends = [];
/** @type {string[]} */
const recommends = [];
/** @type {string[]} */
const folders = [];
const args = process.argv.slice(2);
for (let at = 0; at < args.length; at += 1) {
  const arg = args[at] ?? '';
  if (arg === '--force') continue;
  if (!arg.startsWith('-')) {
    folders.push(arg);
    continue;
  }
  at += 1;
  const value = args[at] ?? '';
  if (arg === '-d' || arg === '--depends') depends.push(value);
  else if (arg === '--deb-recommends') recommends.push(value);
  else options[arg.replace(/^-+/, '')] = value;
}
if (options['s'] !== 'dir' || options['t'] !== 'deb') {
  process.stderr.write('This stand-in for fpm makes debs of folders and nothing else.\n');
  process.exit(1);
}

const root = mkdtempSync(path.join(tmpdir(), 'deb-'));
for (const folder of folders) {
  const [source = '', target = ''] = folder.split('=');
  const to = path.join(root, target);
  mkdirSync(path.dirname(to), { recursive: true });
  cpSync(source, to, { recursive: true });
}
const control = {
  Package: options['name'],
  Version: options['version'],
  Architecture: options['architecture'],
  Maintainer: options['maintainer'],
  Depends: depends.join(', '),
  Recommends: recommends.join(', '),
  Section: options['category'],
  Priority: options['deb-priority'] ?? 'optional',
  Homepage: options['url'],
  Description: options['description']?.trim().replaceAll('\n', '\n '),
};
mkdirSync(path.join(root, 'DEBIAN'));
writeFileSync(
  path.join(root, 'DEBIAN/control'),
  Object.entries(control)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join(''),
);
for (const [option, script] of /** @type {const} */ ([
  ['after-install', 'postinst'],
  ['after-remove', 'postrm'],
])) {
  const source = options[option];
  if (source === undefined) continue;
  cpSync(source, path.join(root, 'DEBIAN', script));
  chmodSync(path.join(root, 'DEBIAN', script), 0o755);
}
chmodSync(root, 0o755);
execFileSync('dpkg-deb', ['--root-owner-group', '-Znone', '--build', root, options['package'] ?? '']);
rmSync(root, { recursive: true });
