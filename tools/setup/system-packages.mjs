import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { run } from '../process/run.mjs';

/**
 * What a command may need from the operating system: `browser` for the stand-in Electron's windows, `display` a
 * virtual screen, `services` a real keychain, notification daemon and tray for the desktop tests.
 * @typedef {'browser' | 'display' | 'services'} Group
 */

/** @type {Record<Group, { isThere: () => boolean, name: string, debian: readonly string[] }[]>} */
const GROUPS = {
  browser: [
    { name: 'Chromium', debian: ['chromium'], isThere: () => findBrowser() !== null },
    { name: 'a font', debian: ['fonts-dejavu-core'], isThere: hasFonts },
  ],
  display: [
    { name: 'Xvfb', debian: ['xvfb'], isThere: () => inPath('Xvfb') !== null },
    { name: 'xauth', debian: ['xauth'], isThere: () => inPath('xauth') !== null },
  ],
  services: [
    { name: 'D-Bus', debian: ['dbus', 'dbus-x11'], isThere: () => inPath('dbus-run-session') !== null },
    { name: 'gdbus', debian: ['libglib2.0-bin'], isThere: () => inPath('gdbus') !== null },
    {
      name: 'GNOME Keyring',
      debian: ['gnome-keyring'],
      isThere: () => inPath('gnome-keyring-daemon') !== null,
    },
    { name: 'secret-tool', debian: ['libsecret-tools'], isThere: () => inPath('secret-tool') !== null },
    { name: 'dunst', debian: ['dunst'], isThere: () => inPath('dunst') !== null },
    {
      name: 'a tray',
      debian: ['haskell-status-notifier-item-utils'],
      isThere: () => inPath('status-notifier-watcher') !== null,
    },
  ],
};

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const APT_INSTALL = ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120'];
const STALE_LISTS =
  /Unable to locate package|has no installation candidate|404 +Not Found|Unable to fetch some archives/;

/** The browser that the stand-in Electron opens its windows in, or `null`. `HOST_CHROMIUM` decides when it is set. */
export function findBrowser() {
  const chosen = process.env['HOST_CHROMIUM'];
  if (chosen) return chosen;
  for (const name of BROWSERS) {
    const found = inPath(name);
    if (found !== null) return found;
  }
  return process.platform === 'darwin' && existsSync(MAC_CHROME) ? MAC_CHROME : null;
}

/** What is missing of these groups: names for people and the Debian packages that bring them. */
export function missingFrom(/** @type {readonly Group[]} */ groups) {
  const linux = process.platform === 'linux';
  const rows = groups.flatMap((group) => (linux || group === 'browser' ? GROUPS[group] : []));
  const missing = rows.filter((row) => !row.isThere());
  return { names: missing.map((row) => row.name), debian: missing.flatMap((row) => row.debian) };
}

/**
 * Installs what is missing through apt-get, as root or with a sudo that asks for no password. Gives '' when nothing
 * is missing any more, else one sentence that says what is missing and the command that installs it.
 */
export async function bringSystemPackages(
  /** @type {import('./say.mjs').Narrator} */ say,
  /** @type {readonly Group[]} */ groups,
) {
  const { names, debian } = missingFrom(groups);
  if (names.length === 0) return '';
  const prefix = await aptPrefix();
  if (prefix === null) return askFor(names, debian);
  const trouble = await say.step(
    `system packages: apt-get installs ${debian.join(' ')}`,
    () => install(prefix, debian),
    (words) => (words === '' ? 'system packages: installed' : 'system packages: apt-get gave up'),
  );
  const rest = missingFrom(groups);
  if (rest.names.length === 0) return '';
  return `${askFor(rest.names, rest.debian)}${trouble === '' ? '' : ` (apt-get said: ${trouble})`}`;
}

async function install(/** @type {readonly string[]} */ prefix, /** @type {readonly string[]} */ debian) {
  const apt = (/** @type {readonly string[]} */ args) => {
    const [command = '', ...rest] = [...prefix, 'apt-get', ...args];
    return run(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  };
  let result = await apt([...APT_INSTALL, ...debian]);
  if (result.code !== 0 && STALE_LISTS.test(result.output)) {
    await apt(['update']);
    result = await apt([...APT_INSTALL, ...debian]);
  }
  if (result.code === 0) return '';
  return result.problem || (/^E: (.*)$/m.exec(result.output)?.[1] ?? `exit code ${result.code}`);
}

/** The words before `apt-get`: none as root, sudo where it asks nothing, `null` where neither may install. */
async function aptPrefix() {
  if (process.platform !== 'linux' || inPath('apt-get') === null) return null;
  if (process.getuid?.() === 0) return [];
  if (inPath('sudo') === null) return null;
  const { code } = await run('sudo', ['-n', 'true']);
  return code === 0 ? ['sudo', '-n', 'env', 'DEBIAN_FRONTEND=noninteractive'] : null;
}

function askFor(/** @type {readonly string[]} */ names, /** @type {readonly string[]} */ debian) {
  const missing = `This system lacks ${names.join(', ')}.`;
  if (inPath('apt-get') === null)
    return `${missing} Please install: ${debian.join(', ')} (Debian's package names).`;
  return `${missing} Please run: sudo apt-get install -y --no-install-recommends ${debian.join(' ')}`;
}

function hasFonts() {
  if (process.platform !== 'linux') return true;
  return ['/usr/share/fonts/truetype', '/usr/share/fonts/opentype', '/usr/share/fonts/TTF'].some((folder) =>
    existsSync(folder),
  );
}

/** The full path of a program in the PATH, or `null`. */
export function inPath(/** @type {string} */ program) {
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    const file = path.join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder: the next one may have it.
    }
  }
  return null;
}
