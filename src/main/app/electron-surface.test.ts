import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Every `module.member`, `module 'event'` and `new Class` of Electron in a source. */
function usesIn(text: string): string[] {
  const imported = [...text.matchAll(/import \{([^}]*)\} from 'electron'/g)].flatMap(([, list = '']) =>
    list
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type ')),
  );
  return imported.flatMap((name) => {
    const members = [
      ...text.matchAll(new RegExp(`(?<![\\w'.])${name}\\s*\\.(\\w+)(?:\\(\\s*'([a-z-]+)')?`, 'g')),
    ].map(([, member = '', event]) =>
      ['on', 'once', 'off'].includes(member) && event ? `${name} '${event}'` : `${name}.${member}`,
    );
    return new RegExp(`\\bnew ${name}\\b`).test(text) ? [...members, `new ${name}`] : members;
  });
}

it('docs/electron-surface.md lists what is used of Electron, and nothing else', () => {
  const files = ['src/main', 'src/preload'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => path.join(ROOT, folder, file)),
  );
  const used = new Set(files.flatMap((file) => usesIn(readFileSync(file, 'utf8'))));
  const page =
    readFileSync(path.join(ROOT, 'docs/electron-surface.md'), 'utf8').split('## What these give')[0] ?? '';
  const listed = new Set([...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name));
  expect([...used].filter((name) => !listed.has(name)).sort()).toEqual([]);
  expect([...listed].filter((name) => !used.has(name)).sort()).toEqual([]);
});
