import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { narrator } from './say.mjs';
import { bringSystemPackages, findBrowser, missingFrom } from './system-packages.mjs';

/** The PATH of these tests: a folder with the programs that a case puts there, and nothing else. */
/** @type {string} */
let bin;
let said = '';
const say = narrator(
  new Writable({
    write(chunk, _encoding, done) {
      said += String(chunk);
      done();
    },
  }),
);
const program = (/** @type {string} */ name, script = '') =>
  writeFileSync(path.join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
const asUser = (/** @type {number} */ id) => vi.spyOn(process, 'getuid').mockReturnValue(id);
const calls = () =>
  existsSync(path.join(bin, 'calls')) ? readFileSync(path.join(bin, 'calls'), 'utf8') : '';
const INSTALLS =
  'for one in Xvfb xauth; do printf "#!/bin/sh\\n" > "$BIN/$one"; /bin/chmod +x "$BIN/$one"; done';

beforeEach(() => {
  bin = mkdtempSync(path.join(os.tmpdir(), 'bin-'));
  said = '';
  vi.stubEnv('PATH', bin);
  vi.stubEnv('BIN', bin);
  vi.stubEnv('HOST_CHROMIUM', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(bin, { recursive: true, force: true });
});

describe.runIf(process.platform === 'linux')('system packages', () => {
  it('names what is missing, and the packages that bring it', () => {
    expect(missingFrom(['display'])).toEqual({ names: ['Xvfb', 'xauth'], debian: ['xvfb', 'xauth'] });
    program('Xvfb');
    expect(missingFrom(['display']).debian).toEqual(['xauth']);
    expect(missingFrom([]).debian).toEqual([]);
  });

  it('takes any browser of the family, and the one that HOST_CHROMIUM names before all', () => {
    expect(findBrowser()).toBe(null);
    program('google-chrome');
    expect(findBrowser()).toBe(path.join(bin, 'google-chrome'));
    vi.stubEnv('HOST_CHROMIUM', '/opt/chromium');
    expect(findBrowser()).toBe('/opt/chromium');
  });

  it('installs as root, without asking', async () => {
    asUser(0);
    program('apt-get', `echo "$*" >> "$BIN/calls"\n${INSTALLS}`);
    expect(await bringSystemPackages(say, ['display'])).toBe('');
    expect(calls()).toMatch(/^install -y --no-install-recommends .*xvfb xauth\n$/);
    expect(said).toContain('apt-get installs xvfb xauth');
    expect(said).toContain('system packages: installed in');
  });

  it('updates the lists only when apt-get does not know a package, and tries again', async () => {
    asUser(0);
    program(
      'apt-get',
      `echo "$1" >> "$BIN/calls"
if [ "$1" = update ]; then : > "$BIN/updated"; exit 0; fi
if [ ! -e "$BIN/updated" ]; then echo "E: Unable to locate package xvfb" >&2; exit 100; fi
${INSTALLS}`,
    );
    expect(await bringSystemPackages(say, ['display'])).toBe('');
    expect(calls()).toBe('install\nupdate\ninstall\n');
  });

  it('uses a sudo that asks for no password', async () => {
    asUser(1000);
    program('sudo', `echo "$*" >> "$BIN/calls"\n[ "$2" = true ] || { ${INSTALLS}; }`);
    program('apt-get');
    expect(await bringSystemPackages(say, ['display'])).toBe('');
    expect(calls()).toMatch(
      /^-n true\n-n env DEBIAN_FRONTEND=noninteractive apt-get install .*xvfb xauth\n$/,
    );
  });

  it.each([
    ['there is no sudo', () => undefined],
    ['sudo wants a password', () => program('sudo', 'exit 1')],
  ])('says the exact command where %s', async (_case, prepare) => {
    asUser(1000);
    program('apt-get', 'echo used >> "$BIN/calls"');
    prepare();
    expect(await bringSystemPackages(say, ['display'])).toBe(
      'This system lacks Xvfb, xauth. Please run: sudo apt-get install -y --no-install-recommends xvfb xauth',
    );
    expect(calls()).toBe('');
  });

  it('says what is missing, and why, when apt-get fails', async () => {
    asUser(0);
    program('apt-get', 'echo "E: You do not have enough free space" >&2; exit 100');
    const sentence = await bringSystemPackages(say, ['display']);
    expect(sentence).toContain('This system lacks Xvfb, xauth.');
    expect(sentence).toContain('apt-get said: You do not have enough free space');
  });
});
