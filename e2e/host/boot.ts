import { existsSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './app/app.ts';
import { readAppPackage } from './boot/app-package.ts';
import { readCommandLine } from './boot/command-line.ts';
import { hostState } from './boot/host-state.ts';
import { openBrowser } from './boot/open-browser.ts';
import { watchParent } from './boot/parent-watch.ts';
import { dressProcess, electronVersion } from './boot/process-fields.ts';
import { tellUncaughtExceptions } from './boot/uncaught.ts';
import { runningBrowser } from './chromium/browser.ts';
import { debug } from './debug.ts';
import { openSessionBus, sessionBus } from './desktop/bus/session-bus.ts';
import { wantsSecretService } from './desktop/keychain-choice.ts';

const ELECTRON = pathToFileURL(join(import.meta.dirname, 'electron-exports.ts')).href;
const ELECTRON_NAMES = new Set(['electron', 'electron/main', 'electron/common']);
const DEFAULT_INSPECT_PORT = 9229;

const args = process.argv.slice(2);
const line = readCommandLine(args);
dressProcess(args);
const asGiven = new Map(line.switches);
hostState.switches = line.switches;
hostState.app = readAppPackage(line.appPath, electronVersion());

const port = line.switches.get('inspect') ?? line.switches.get('inspect-brk');
if (port !== undefined) inspector.open(port === '' ? DEFAULT_INSPECT_PORT : Number(port));
if (line.switches.has('inspect-brk')) inspector.waitForDebugger();

registerHooks({
  resolve: (specifier, context, next) =>
    ELECTRON_NAMES.has(specifier) ? { url: ELECTRON, shortCircuit: true } : next(specifier, context),
});
tellUncaughtExceptions();
endTogether();
debug('loading the app');
await loadApp();
// The app's first turn of the event loop belongs to it: it may quit before it is ready, as a second instance does.
await new Promise((turn) => setImmediate(turn));
if (!app.isExiting) {
  await Promise.all([openBrowser(), openSessionBus(app.getName(), wantsSecretService(asGiven, process.env))]);
  debug('ready');
  if (!app.isExiting) app.becomeReady();
}

async function loadApp(): Promise<void> {
  const require = createRequire(join(hostState.app.folder, 'package.json'));
  try {
    for (const module of line.required) require(resolve(module));
    const { entry } = hostState.app;
    await import(pathToFileURL(existsSync(entry) ? entry : `${entry}.js`).href);
  } catch (error) {
    process.stderr.write(`App threw an error during load\n${(error as Error).stack ?? String(error)}\n`);
    app.exit(1);
  }
}

/** The app, Chromium and the process that started this one: when one of them ends, all do. */
function endTogether(): void {
  app.endWith((exitCode, before) => {
    sessionBus().close();
    const ended = Promise.allSettled([before, runningBrowser()?.close()]);
    void ended.then(() => process.exit(exitCode));
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  watchParent(() => {
    runningBrowser()?.kill();
    process.exit(1);
  });
  process.on('exit', () => runningBrowser()?.kill());
}
