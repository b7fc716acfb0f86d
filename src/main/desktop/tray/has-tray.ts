import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const BUS = 'org.freedesktop.DBus';
const ASK_TIMEOUT_MS = 2_000;
const ASK_AGAIN_MS = 500;

/** Ways to ask the session bus whether somebody shows tray icons; a desktop has at least one of them. */
const QUESTIONS: readonly (readonly [string, readonly string[]])[] = [
  [
    'gdbus',
    [
      'call',
      '--session',
      '--dest',
      BUS,
      '--object-path',
      '/org/freedesktop/DBus',
      '--method',
      `${BUS}.NameHasOwner`,
      WATCHER,
    ],
  ],
  ['busctl', ['--user', 'call', BUS, '/org/freedesktop/DBus', BUS, 'NameHasOwner', 's', WATCHER]],
  [
    'dbus-send',
    [
      '--session',
      '--print-reply',
      `--dest=${BUS}`,
      '/org/freedesktop/DBus',
      `${BUS}.NameHasOwner`,
      `string:${WATCHER}`,
    ],
  ],
];

/**
 * Whether the desktop shows tray icons now. Electron can't tell on Linux, where some desktops have no tray; what can't be
 * found out counts as none, so that a window never vanishes.
 */
export async function hasTray(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  for (const [program, args] of QUESTIONS) {
    const answer = await ask(program, args);
    if (answer !== undefined) return /\btrue\b/.test(answer);
  }
  return false;
}

/** Whether there is a tray, or comes one within the time: at login the desktop may not have drawn its own yet. */
export async function trayWithin(timeoutMs: number): Promise<boolean> {
  for (const giveUpMs = performance.now() + timeoutMs; ; await sleep(ASK_AGAIN_MS)) {
    if (await hasTray()) return true;
    if (performance.now() + ASK_AGAIN_MS > giveUpMs) return false;
  }
}

/** What a program answers; `undefined` where it is missing or fails. */
function ask(program: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: ASK_TIMEOUT_MS }, (error, stdout) =>
      resolve(error === null ? stdout : undefined),
    );
  });
}
