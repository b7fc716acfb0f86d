import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const sources = readdirSync(path.join(ROOT, 'src/main'), { recursive: true, encoding: 'utf8' })
  // what only tests start is not part of the app
  .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|\b(reliability|testing|fuzz)\b/.test(file))
  .map((file) => ({ file, text: read(path.join('src/main', file)) }));

describe('docs/security.md', () => {
  const sections = read('docs/security.md').split(/^### /m).slice(1);

  it('goes through the twenty items of Electron\u2019s checklist', () => {
    expect(sections.map((section) => Number.parseInt(section, 10))).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 1),
    );
  });

  it.each(sections)('names lines that are there: %s', (section) => {
    const lines = [...section.split(/^## /m)[0]!.matchAll(/^- `([^`]+)`: `(.+)`$/gm)];
    expect(lines.length).toBeGreaterThan(0);
    expect(
      lines.filter(([, file = '', line = '']) => !read(file).includes(line)).map(([line]) => line),
    ).toEqual([]);
  });
});

describe('main', () => {
  it.each([
    'webSecurity',
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'enableBlinkFeatures',
    'webviewTag',
    'nodeIntegration: true',
    'contextIsolation: false',
    'sandbox: false',
    'file://',
    'disable-web-security',
    'no-sandbox',
  ])('never says %s', (word) => {
    expect(sources.filter(({ text }) => text.includes(word)).map(({ file }) => file)).toEqual([]);
  });

  it('hands links to the system in one place, and runs programs in none but that which asks for the tray', () => {
    const saying = (words: RegExp) => sources.filter(({ text }) => words.test(text)).map(({ file }) => file);
    expect(saying(/openExternal|openPath/)).toEqual([path.join('desktop', 'links.ts')]);
    expect(saying(/node:child_process/)).toEqual([path.join('desktop', 'tray', 'has-tray.ts')]);
  });
});
