import { hostState } from '../boot/host-state.ts';
import { standIn } from '../stand-in/stand-in.ts';
import type { LifeOwn } from './app.ts';
import { commandLine } from './app-command-line.ts';
import type { DesktopOwn } from './app-desktop.ts';
import { AppPaths } from './app-paths.ts';

/** What of `app` this layer stands in for. */
export type IdentityOwn =
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
  | 'runningUnderARM64Translation';

const LOCALE = 'en-US';

/** Who the app is, where it is, and how it was called. */
export abstract class AppIdentity
  extends standIn<Electron.App, IdentityOwn | DesktopOwn | LifeOwn>('App', 'app')
  implements Pick<Electron.App, IdentityOwn>
{
  readonly isPackaged = false;
  readonly runningUnderARM64Translation = false;
  readonly commandLine = commandLine;
  readonly #paths = new AppPaths(
    () => this.getName(),
    () => hostState.switches.get('user-data-dir'),
  );
  #name: string | undefined;

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
}
