import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const PAGES = ['README.md', 'docs/user-guide.md'];

it('every picture that the README and the guide show is there, and no other is kept', () => {
  const shown = PAGES.flatMap((page) => {
    const text = readFileSync(path.join(ROOT, page), 'utf8');
    return [...text.matchAll(/\]\(([^)]+\.png)\)/g)].map(([, picture]) =>
      path.resolve(ROOT, path.dirname(page), picture ?? ''),
    );
  });
  expect(shown.filter((picture) => !existsSync(picture))).toEqual([]);
  const folder = path.join(ROOT, 'docs/screenshots');
  const names = new Set(shown.map((picture) => path.basename(picture)));
  expect(readdirSync(folder).filter((name) => !names.has(name))).toEqual([]);
});
