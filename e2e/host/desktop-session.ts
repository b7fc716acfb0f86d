import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** A desktop of its own: a screen, a session bus, a notification daemon, a tray and an unlocked keychain. */
export interface DesktopSession {
  /** What a program needs to be in it. */
  env: Record<string, string>;
  /** Runs a command in it and gives what it writes; rejects when the command fails. */
  run(command: string, ...args: string[]): Promise<string>;
  /** Presses the first button of this label among the notifications on the screen. */
  pressButton(label: string): Promise<void>;
  /** What the notification daemon was asked to show so far, the oldest first. Nothing stays on the screen. */
  notices(): Promise<ShownNotice[]>;
  stop(): void;
}

/** A notification as its daemon got it. */
interface ShownNotice {
  readonly title: string;
  readonly body: string;
}

const PROGRAMS = [
  'Xvfb',
  'dbus-daemon',
  'dunst',
  'dunstctl',
  'status-notifier-watcher',
  'gnome-keyring-daemon',
  'gdbus',
];
const START_LIMIT_MS = 15_000;
/** The file that says which button is pressed. */
const BUTTON = 'button';

/**
 * Whether tests on a desktop run here: its programs are installed. The suite installs them on Linux, so in CI the tests run
 * there in any case, and fail where a program is missing: nobody would notice that they were left out.
 */
export function desktopTestsRun(): boolean {
  return (process.platform === 'linux' && Boolean(process.env['CI'])) || missingPrograms().length === 0;
}

function missingPrograms(): string[] {
  return PROGRAMS.filter((program) => {
    try {
      execFileSync('/bin/sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
      return false;
    } catch {
      return true;
    }
  });
}

/** Starts a desktop session; it must be stopped. */
export async function startDesktopSession(): Promise<DesktopSession> {
  const missing = missingPrograms();
  if (missing.length > 0) throw new Error(`The desktop lacks ${missing.join(', ')}.`);
  const home = mkdtempSync(join(tmpdir(), 'desktop-session-'));
  const children: ChildProcess[] = [];
  const stop = (): void => {
    for (const child of children.toReversed()) child.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const env: Record<string, string> = {
    ...(process.env as Record<string, string>),
    HOME: home,
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_RUNTIME_DIR: home,
    XDG_CURRENT_DESKTOP: 'GNOME',
    // what the programs print has to be read, wherever the tests run
    LC_ALL: 'C.UTF-8',
  };
  const start = (command: string, args: string[], pipe: 'stdin' | 'stdout' | 'none'): ChildProcess => {
    const stdio = [
      pipe === 'stdin' ? 'pipe' : 'ignore',
      pipe === 'stdout' ? 'pipe' : 'ignore',
      'ignore',
    ] as const;
    const child = spawn(command, args, { env, stdio: [...stdio] });
    children.push(child);
    return child;
  };
  const firstLine = async (child: ChildProcess): Promise<string> => {
    const [chunk] = (await once(child.stdout!, 'data', { signal: AbortSignal.timeout(START_LIMIT_MS) })) as [
      Buffer,
    ];
    return chunk.toString().trim();
  };
  const run = async (command: string, ...args: string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)(command, args, { env });
    return stdout.trim();
  };
  try {
    const screen = start(
      'Xvfb',
      ['-displayfd', '1', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'],
      'stdout',
    );
    env['DISPLAY'] = `:${await firstLine(screen)}`;
    const bus = start('dbus-daemon', ['--session', '--nofork', '--print-address'], 'stdout');
    env['DBUS_SESSION_BUS_ADDRESS'] = await firstLine(bus);
    const keyring = start(
      'gnome-keyring-daemon',
      ['--foreground', '--unlock', '--components=secrets'],
      'stdin',
    );
    keyring.stdin?.end('password');
    // the daemon asks a menu which button is pressed: this one answers what `pressButton` says
    const menu = join(home, 'button-menu');
    writeFileSync(menu, `#!/bin/sh\ngrep -m1 -F "$(cat ${join(home, BUTTON)})"\n`, { mode: 0o755 });
    const settings = join(home, 'dunstrc');
    writeFileSync(settings, `[global]\ndmenu = ${menu}\n`);
    start('dunst', ['-conf', settings], 'none');
    start('status-notifier-watcher', [], 'none');
    const names = [
      'org.freedesktop.Notifications',
      'org.kde.StatusNotifierWatcher',
      'org.freedesktop.secrets',
    ];
    for (const name of names) await waitForName(name, run);
    const pressButton = async (label: string): Promise<void> => {
      writeFileSync(join(home, BUTTON), label);
      await run('dunstctl', 'context');
    };
    const notices = async (): Promise<ShownNotice[]> => {
      await run('dunstctl', 'close-all');
      const history: { data: [Record<string, { data: unknown }>[]] } = JSON.parse(
        await run('dunstctl', 'history'),
      );
      return history.data[0]
        .map(({ summary, body }) => ({ title: String(summary?.data), body: String(body?.data) }))
        .reverse();
    };
    return { env, run, pressButton, notices, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

async function waitForName(name: string, run: DesktopSession['run']): Promise<void> {
  const args = ['--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus'];
  const method = 'org.freedesktop.DBus.NameHasOwner';
  for (const giveUp = Date.now() + START_LIMIT_MS; Date.now() < giveUp; await sleep(100)) {
    if ((await run('gdbus', 'call', '--session', ...args, '--method', method, name)).includes('true')) return;
  }
  throw new Error(`${name} did not appear on the session bus`);
}
