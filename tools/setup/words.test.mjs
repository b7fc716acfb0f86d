import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { whyDownloadFailed } from './electron.mjs';
import { isNetworkFailure, npmCommand, whyNpmFailed, withNodeFirst } from './npm.mjs';
import { seconds } from './say.mjs';

describe('the words about a failed npm', () => {
  const offline = 'npm error code EAI_AGAIN\nnpm error request to https://registry.example/ws failed\n';

  it('say that the network is at fault when it is', () => {
    expect(isNetworkFailure(offline)).toBe(true);
    expect(whyNpmFailed(offline)).toMatch(
      /^The npm registry can't be reached \(EAI_AGAIN\)\. .* run this command again/,
    );
  });

  it("are npm's own when the project is at fault", () => {
    const output =
      'npm error code EUSAGE\nnpm error\nnpm error Missing: x@1.0.0 from lock file\nnpm error A complete log';
    expect(isNetworkFailure(output)).toBe(false);
    expect(whyNpmFailed(output)).toBe('npm could not install the packages: Missing: x@1.0.0 from lock file.');
  });
});

it('npm of the user, not that of another package manager, installs the packages', () => {
  const before = process.env['npm_execpath'];
  process.env['npm_execpath'] = '/usr/lib/node_modules/npm/bin/npm-cli.js';
  expect(npmCommand('/n/node')).toMatchObject({ command: '/n/node', args: [process.env['npm_execpath']] });
  process.env['npm_execpath'] = '/usr/lib/node_modules/yarn/bin/yarn.js';
  expect(npmCommand('/n/node')).toMatchObject({ command: 'npm', args: [] });
  if (before === undefined) delete process.env['npm_execpath'];
  else process.env['npm_execpath'] = before;
});

it('the Node.js that was set up comes first in the PATH, however the variable is spelt', () => {
  const node = path.join(path.sep, 'n', 'node');
  expect(withNodeFirst({ Path: 'C' }, node)).toEqual({ Path: `${path.dirname(node)}${path.delimiter}C` });
  expect(withNodeFirst({}, node)).toEqual({ PATH: path.dirname(node) });
});

it.each([
  [
    { output: 'TypeError: fetch failed', problem: '' },
    "Electron's download host can't be reached (fetch failed).",
  ],
  [
    { output: 'Error: getaddrinfo ENOTFOUND github.com', problem: '' },
    "Electron's download host github.com can't be reached (ENOTFOUND).",
  ],
  [{ output: '', problem: 'stalled' }, "Electron's download brought nothing for 60 s."],
])('a failed download of Electron is told in one sentence', (result, sentence) => {
  expect(whyDownloadFailed(result)).toBe(sentence);
});

it.each([
  [4, '0.00 s'],
  [4_321, '4.3 s'],
  [119_700, '2 min 0 s'],
  [192_000, '3 min 12 s'],
])('%d ms read as %s', (durationMs, text) => {
  expect(seconds(durationMs)).toBe(text);
});
