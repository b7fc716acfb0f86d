import { expect, test } from 'vitest';
import { chromiumArguments } from './flags.ts';

const options = {
  profileFolder: '/data/chromium',
  headless: true,
  asRoot: false,
  switches: new Map<string, string>(),
};

test('the profile is the host’s own; the app’s folder is not handed on', () => {
  const args = chromiumArguments({
    ...options,
    switches: new Map([
      ['user-data-dir', '/data'],
      ['lang', 'de'],
    ]),
  });
  expect(args).toContain('--user-data-dir=/data/chromium');
  expect(args).toContain('--lang=de');
  expect(args).not.toContain('--user-data-dir=/data');
});

test('features that the app disables are added to those that the host disables', () => {
  const args = chromiumArguments({ ...options, switches: new Map([['disable-features', 'One,Two']]) });
  expect(args.filter((arg) => arg.startsWith('--disable-features'))).toEqual([
    expect.stringMatching(/Translate.*,One,Two$/),
  ]);
});

test.each([
  [false, new Map(), false],
  [true, new Map(), true],
  [false, new Map([['no-sandbox', '']]), true],
])('root %s, switches %j: without sandbox %s', (asRoot, switches, without) => {
  expect(chromiumArguments({ ...options, asRoot, switches }).includes('--no-sandbox')).toBe(without);
});

test('a window is shown where there is a display', () => {
  expect(chromiumArguments(options)).toContain('--headless');
  expect(chromiumArguments({ ...options, headless: false }).join(' ')).not.toContain('headless');
});
