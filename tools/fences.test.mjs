import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, readJson } from './setup/places.mjs';

/** A house of one small file a room, in which every import follows an arrow. */
const HOUSE = {
  'domain/price.ts': 'export const price = 1;',
  'contract/names.ts': "import { price } from '#domain/price.ts';\nexport const names = [price];",
  'preload/index.ts': `import { ipcRenderer } from 'electron';\nimport { names } from '#contract/names.ts';\nexport const both = [ipcRenderer, names];`,
  'main/index.ts': "import { app } from './app/app.ts';\napp();",
  'main/app/app.ts': `import { app as electronApp } from 'electron';\nimport { engine } from '#engine/engine.ts';\nimport { server } from '#simulator/server.ts';\nimport { tray } from '../desktop/tray.ts';\nimport { door } from '../ipc/door.ts';\nexport const app = (): unknown => [electronApp, engine, server, tray, door];`,
  'main/desktop/tray.ts': `import { existsSync } from 'node:fs';\nimport { Tray } from 'electron';\nimport Store from 'electron-store';\nexport const tray = [existsSync, Tray, Store].length;`,
  'main/ipc/door.ts': `import { ipcMain } from 'electron';\nimport { names } from '#contract/names.ts';\nexport const door = [ipcMain, names].length;`,
  'main/engine/engine.ts': `import { follow } from './usecases/follow.ts';\nimport { socket } from './adapters/feed/socket.ts';\nimport { cache } from './adapters/cache/cache.ts';\nexport const engine = [follow, socket, cache];`,
  'main/engine/ports/feed.ts': "import { price } from '#domain/price.ts';\nexport const feed = price;",
  'main/engine/usecases/follow.ts': "import { feed } from '../ports/feed.ts';\nexport const follow = feed;",
  'main/engine/adapters/feed/socket.ts': `import { WebSocket } from 'ws';\nimport { feed } from '../../ports/feed.ts';\nexport const socket = [WebSocket, feed].length;`,
  'main/engine/adapters/cache/cache.ts': `import { existsSync } from 'node:fs';\nimport Database from 'better-sqlite3';\nexport const cache = [Database, existsSync].length;`,
  'renderer/bridge/bridge.ts': "import { names } from '#contract/names.ts';\nexport const bridge = names;",
  'renderer/stores/odds.ts': "import { bridge } from '../bridge/bridge.ts';\nexport const odds = bridge;",
  'renderer/ui/cell.tsx': "import { createElement } from 'react';\nexport const cell = createElement('b');",
  'renderer/features/screen.tsx': `import { useState } from 'react';\nimport { odds } from '../stores/odds.ts';\nimport { cell } from '../ui/cell.tsx';\nexport const screen = [useState, odds, cell].length;`,
  'renderer/index.tsx': `import { createRoot } from 'react-dom/client';\nimport { screen } from './features/screen.tsx';\nexport const all = [createRoot, screen];`,
  'simulator/server.ts': `import { WebSocketServer } from 'ws';\nimport { price } from '#domain/price.ts';\nexport const server = [WebSocketServer, price].length;`,
};

/** Broken fences: the room, what a file in it imports, and who has to notice: the types, the lint rule or both. */
const BROKEN = /** @type {const} */ ([
  ['domain', 'node:fs', ['types', 'lint']],
  ['domain', 'react', ['lint']],
  ['domain', '#contract/names.ts', ['types', 'lint']],
  ['domain', '../contract/names.ts', ['types']],
  ['contract', '#engine/engine.ts', ['types', 'lint']],
  ['contract', 'node:path', ['types', 'lint']],
  ['preload', '../main/ipc/door.ts', ['types', 'lint']],
  ['preload', '../renderer/stores/odds.ts', ['types', 'lint']],
  ['preload', 'node:fs', ['lint']],
  ['main', 'electron', ['lint']],
  ['main/app', 'better-sqlite3', ['lint']],
  ['main/app', 'ws', ['lint']],
  ['main/app', '../../renderer/stores/odds.ts', ['types', 'lint']],
  ['main/desktop', '../app/app.ts', ['types', 'lint']],
  ['main/desktop', '../ipc/door.ts', ['types', 'lint']],
  ['main/desktop', '../engine/engine.ts', ['types', 'lint']],
  ['main/ipc', '../app/app.ts', ['types', 'lint']],
  ['main/ipc', '../desktop/tray.ts', ['types', 'lint']],
  ['main/ipc', '#engine/engine.ts', ['types', 'lint']],
  ['main/engine', 'electron', ['lint']],
  ['main/engine', '../app/app.ts', ['types', 'lint']],
  ['main/engine', '../../simulator/server.ts', ['types', 'lint']],
  ['main/engine/ports', '../usecases/follow.ts', ['lint']],
  ['main/engine/ports', '../adapters/feed/socket.ts', ['lint']],
  ['main/engine/usecases', '../adapters/feed/socket.ts', ['lint']],
  ['main/engine/usecases', '#engine/adapters/cache/cache.ts', ['lint']],
  ['main/engine/usecases', 'electron', ['lint']],
  ['main/engine/usecases', 'node:fs', ['lint']],
  ['main/engine/adapters/rest', 'electron', ['lint']],
  ['main/engine/adapters/rest', 'ws', ['lint']],
  ['main/engine/adapters/feed', 'better-sqlite3', ['lint']],
  ['main/engine/adapters/feed', 'electron', ['lint']],
  ['main/engine/adapters/cache', 'ws', ['lint']],
  ['main/engine/adapters/cache', '../../usecases/follow.ts', ['lint']],
  ['renderer', 'electron', ['lint']],
  ['renderer', '../main/ipc/door.ts', ['types', 'lint']],
  ['renderer/features', '../../main/app/app.ts', ['types', 'lint']],
  ['renderer/features', '../bridge/bridge.ts', ['lint']],
  ['renderer/features', 'node:fs', ['lint']],
  ['renderer/stores', 'react', ['lint']],
  ['renderer/stores', '../features/screen.tsx', ['lint']],
  ['renderer/ui', '../stores/odds.ts', ['lint']],
  ['renderer/bridge', '../stores/odds.ts', ['lint']],
  ['renderer/bridge', 'electron', ['lint']],
  ['simulator', '../main/engine/engine.ts', ['types', 'lint']],
  ['simulator', '#engine/engine.ts', ['types', 'lint']],
  ['simulator', '#contract/names.ts', ['types', 'lint']],
  ['simulator', 'electron', ['lint']],
]);

/** @typedef {{ room: string, target: string, guards: readonly ('types' | 'lint')[], file: string }} Breach */

/** @type {Breach[]} */
const BREACHES = BROKEN.map(([room, target, guards], index) => {
  return { room, target, guards, file: `src/${room}/broken-${index}.ts` };
});

/** @type {string} */
let copy;
/** @type {{ types: Set<string>, lint: Set<string> }} files in which each guard found something */
const found = { types: new Set(), lint: new Set() };

beforeAll(() => {
  copy = mkdtempSync(path.join(os.tmpdir(), 'linewatch-fences-'));
  for (const file of [
    'biome.json',
    '.gitignore',
    'tsconfig.base.json',
    'package.json',
    ...globSync('src/**/tsconfig.json', { cwd: ROOT }),
  ]) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    copyFileSync(path.join(ROOT, file), path.join(copy, file));
  }
  const rooms = readJson(path.join(ROOT, 'tsconfig.json')).references.filter(
    (/** @type {{ path: string }} */ room) => room.path.startsWith('src/'),
  );
  write('tsconfig.json', JSON.stringify({ files: [], references: rooms }));
  // A folder of its own with links in it: the compiler keeps its cache there, and must not touch the real one.
  mkdirSync(path.join(copy, 'node_modules'));
  for (const name of readdirSync(path.join(ROOT, 'node_modules'))) {
    if (name.startsWith('.')) continue;
    symlinkSync(path.join(ROOT, 'node_modules', name), path.join(copy, 'node_modules', name), 'junction');
  }
  for (const [file, source] of Object.entries(HOUSE)) write(`src/${file}`, `${source}\n`);
  findTypeErrors().forEach((file) => void found.types.add(file));
  // The compiler names a foreign file once a project, so it gets one breach a project at a time.
  for (const round of rounds(BREACHES.filter(({ guards }) => guards.includes('types')))) {
    round.forEach(breach);
    findTypeErrors()
      .filter((file) => round.some((one) => one.file === file))
      .forEach((file) => void found.types.add(file));
    for (const { file } of round) rmSync(path.join(copy, file));
  }
  BREACHES.forEach(breach);
  findBrokenImports().forEach((file) => void found.lint.add(file));
}, 120_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the fences between the rooms', () => {
  it.each(BREACHES)('$room may not import $target: $guards', ({ guards, file }) => {
    expect(guards.filter((guard) => found[guard].has(file))).toEqual(guards);
  });

  it('let every import pass that follows an arrow', () => {
    const innocent = Object.keys(HOUSE).map((file) => `src/${file}`);
    expect(innocent.filter((file) => found.types.has(file) || found.lint.has(file))).toEqual([]);
  });
});

/** Puts the breaches into groups in which each project has one at most. */
function rounds(/** @type {readonly Breach[]} */ breaches) {
  /** @type {Map<string, Breach>[]} */
  const groups = [];
  for (const one of breaches) {
    const project = /^main\/\w+|^\w+/.exec(one.room)?.[0] ?? '';
    let group = groups.find((each) => !each.has(project));
    if (group === undefined) {
      group = new Map();
      groups.push(group);
    }
    group.set(project, one);
  }
  return groups.map((group) => [...group.values()]);
}

function breach(/** @type {Breach} */ { file, target }) {
  write(file, `import * as target from '${target}';\n\nexport const stolen = Object.keys(target).length;\n`);
}

function findTypeErrors() {
  const { stdout } = node('typescript/bin/tsc', ['-b', '--pretty', 'false']);
  return [...stdout.matchAll(/^(\S+)\(\d+,\d+\): error/gm)].map((match) => match[1] ?? '');
}

function findBrokenImports() {
  const args = [
    'lint',
    '--only=style/noRestrictedImports',
    '--max-diagnostics=none',
    '--reporter=json',
    'src',
  ];
  const { stdout } = node('@biomejs/biome/bin/biome', args);
  /** @type {{ diagnostics: { location: { path: string } }[] }} */
  const report = JSON.parse(stdout);
  return report.diagnostics.map(({ location }) => location.path);
}

function node(/** @type {string} */ script, /** @type {string[]} */ args) {
  const file = path.join(ROOT, 'node_modules', script);
  return spawnSync(process.execPath, [file, ...args], { cwd: copy, encoding: 'utf8', maxBuffer: 1 << 26 });
}

function write(/** @type {string} */ file, /** @type {string} */ text) {
  mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
  writeFileSync(path.join(copy, file), text);
}
