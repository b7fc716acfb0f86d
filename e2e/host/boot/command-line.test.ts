import { expect, test } from 'vitest';
import { readCommandLine } from './command-line.ts';

test.each([
  [['.'], '.', {}, []],
  [[], '.', {}, []],
  [['/app', '--user-data-dir=/tmp/a=b', 'link:x'], '/app', { 'user-data-dir': '/tmp/a=b' }, []],
  [
    ['-r', '/loader.js', '--no-sandbox', '--inspect=0', '/app'],
    '/app',
    { 'no-sandbox': '', inspect: '0' },
    ['/loader.js'],
  ],
])('%j', (args, appPath, switches, required) => {
  const line = readCommandLine(args as string[]);
  expect([line.appPath, Object.fromEntries(line.switches), line.required]).toEqual([
    appPath,
    switches,
    required,
  ]);
});
