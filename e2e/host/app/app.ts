import { hostState } from '../boot/host-state.ts';
import type { Menu } from '../desktop/menu.ts';
import { cancelableEvent } from '../stand-in/events.ts';
import { standIn } from '../stand-in/stand-in.ts';
import { openWindows } from '../window/open-windows.ts';
import { commandLine } from './app-command-line.ts';
import { AppPaths } from './app-paths.ts';
import { defaultProtocolClient } from './protocol-client.ts';
import { SingleInstanceLock } from './single-instance.ts';

type Own =
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'exit'
  | 'isPackaged'
  | 'name'
  | 'getName'
  | 'setName'
  | 'getVersion'
  | 'getAppPath'
  | 'getPath'
  | 'setPath'
  | 'setAppLogsPath'
  | 'getLocale'
  | 'getSystemLocale'
  | 'getLocaleCountryCode'
  | 'getPreferredSystemLanguages'
  | 'commandLine'
  | 'dock'
  | 'applicationMenu'
  | 'accessibilitySupportEnabled'
  | 'badgeCount'
  | 'getBadgeCount'
  | 'setBadgeCount'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'setAppUserModelId'
  | 'setDesktopName'
  | 'setAsDefaultProtocolClient'
  | 'removeAsDefaultProtocolClient'
  | 'isDefaultProtocolClient'
  | 'setLoginItemSettings'
  | 'getLoginItemSettings'
  | 'setAboutPanelOptions'
  | 'enableSandbox'
  | 'disableHardwareAcceleration'
  | 'focus'
  | 'runningUnderARM64Translation';

/** Ends the process after the app has said goodbye; given by the boot sequence. */
export type Shutdown = (exitCode: number, before: Promise<void>) => void;

const LOCALE = 'en-US';

/** `app`. */
export class App extends standIn<Electron.App, Own>('App', 'app') implements Pick<Electron.App, Own> {
  readonly isPackaged = false;
  readonly runningUnderARM64Translation = false;
  /** Only there on macOS. */
  readonly dock = undefined;
  readonly commandLine = commandLine;
  accessibilitySupportEnabled = false;
  applicationMenu: Menu | null = null;
  readonly #paths = new AppPaths(
    () => this.getName(),
    () => hostState.switches.get('user-data-dir'),
  );
  readonly #lock = new SingleInstanceLock();
  readonly #readiness = Promise.withResolvers<void>();
  #name: string | undefined;
  #shutdown: Shutdown = (exitCode) => process.exit(exitCode);
  #quitting = false;
  #exiting = false;

  whenReady(): Promise<void> {
    return this.#readiness.promise;
  }
  isReady(): boolean {
    return hostState.ready;
  }

  get name(): string {
    return this.getName();
  }
  set name(name: string) {
    this.setName(name);
  }
  getName(): string {
    return this.#name ?? hostState.app.name;
  }
  setName(name: string): void {
    this.#name = name;
  }
  getVersion(): string {
    return hostState.app.version;
  }
  getAppPath(): string {
    return hostState.app.folder;
  }
  getPath(name: Parameters<Electron.App['getPath']>[0]): string {
    return this.#paths.get(name);
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }
  setAppLogsPath(path?: string): void {
    this.#paths.set('logs', path ?? this.getPath('logs'));
  }
  getLocale(): string {
    return LOCALE;
  }
  getSystemLocale(): string {
    return LOCALE;
  }
  getLocaleCountryCode(): string {
    return LOCALE.slice(-2);
  }
  getPreferredSystemLanguages(): string[] {
    return [LOCALE];
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    const self = { argv: process.argv, workingDirectory: process.cwd(), additionalData };
    return this.#lock.request(this.getPath('userData'), self, (second) => {
      const { argv, workingDirectory, additionalData: data } = second;
      void this.#readiness.promise.then(() =>
        this.emit('second-instance', cancelableEvent(), argv, workingDirectory, data),
      );
    });
  }
  hasSingleInstanceLock(): boolean {
    return this.#lock.isHeld;
  }
  releaseSingleInstanceLock(): void {
    this.#lock.release();
  }

  quit(): void {
    if (this.#quitting || this.#exiting) return;
    const event = cancelableEvent();
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#quitting = true;
    if (openWindows.size === 0) this.#willQuit();
    else for (const window of [...openWindows.values()]) window.close();
  }
  exit(exitCode = 0): void {
    if (this.#exiting) return;
    this.#exiting = true;
    for (const window of [...openWindows.values()]) window.destroy();
    this.emit('quit', cancelableEvent(), exitCode);
    this.#lock.release();
    this.#shutdown(exitCode, this.#lock.handedOver);
  }

  setAppUserModelId(_id: string): void {
    return;
  }
  setDesktopName(name: string): void {
    process.env['CHROME_DESKTOP'] = name;
  }
  setAsDefaultProtocolClient(protocol: string): boolean {
    return defaultProtocolClient('set', protocol);
  }
  isDefaultProtocolClient(protocol: string): boolean {
    return defaultProtocolClient('check', protocol);
  }
  removeAsDefaultProtocolClient(_protocol: string): boolean {
    return false;
  }
  /** Without effect on Linux. */
  setLoginItemSettings(_settings: Electron.Settings): void {
    return;
  }
  getLoginItemSettings(): Electron.LoginItemSettings {
    return {
      openAtLogin: false,
      wasOpenedAtLogin: false,
      status: 'not-registered',
      executableWillLaunchAtLogin: false,
      launchItems: [],
    };
  }
  get badgeCount(): number {
    return 0;
  }
  set badgeCount(count: number) {
    this.setBadgeCount(count);
  }
  getBadgeCount(): number {
    return 0;
  }
  /** Only Unity's launcher shows badges. */
  setBadgeCount(_count?: number): boolean {
    return false;
  }
  setAboutPanelOptions(_options: Electron.AboutPanelOptionsOptions): void {
    return;
  }
  enableSandbox(): void {
    if (hostState.ready) throw new Error('app.enableSandbox() can only be called before app is ready');
  }
  disableHardwareAcceleration(): void {
    if (hostState.ready) {
      throw new Error('app.disableHardwareAcceleration() can only be called before app is ready');
    }
  }
  focus(): void {
    openWindows.values().next().value?.focus();
  }

  /** The process is ending: `quit` or `exit` went through. */
  get isExiting(): boolean {
    return this.#exiting;
  }
  /** Called by the boot sequence: tells how to end the process. */
  endWith(shutdown: Shutdown): void {
    this.#shutdown = shutdown;
  }
  /** Called by the boot sequence when windows can be opened. */
  becomeReady(): void {
    hostState.ready = true;
    this.emit('ready', cancelableEvent(), {});
    this.#readiness.resolve();
  }
  /** Called by a window that an app's listener kept open. */
  windowStayed(): void {
    this.#quitting = false;
  }
  /** Called by a window that is gone. */
  windowClosed(): void {
    if (openWindows.size > 0 || this.#exiting) return;
    if (this.#quitting) this.#willQuit();
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  #willQuit(): void {
    const event = cancelableEvent();
    this.emit('will-quit', event);
    if (event.defaultPrevented) this.#quitting = false;
    else this.exit(0);
  }
}

export const app = new App();
