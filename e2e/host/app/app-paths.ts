import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

type PathName = Parameters<Electron.App['getPath']>[0];

/** The folders that `app.getPath` tells, as on Linux. Those that belong to the app are made when asked for. */
export class AppPaths {
  readonly #set = new Map<string, string>();
  readonly #appName: () => string;
  readonly #userDataSwitch: () => string | undefined;

  constructor(appName: () => string, userDataSwitch: () => string | undefined) {
    this.#appName = appName;
    this.#userDataSwitch = userDataSwitch;
  }

  set(name: string, path: string): void {
    this.#set.set(name, path);
  }

  get(name: PathName): string {
    const path = this.#set.get(name) ?? this.#standard(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    if (name === 'userData' || name === 'sessionData' || name === 'logs')
      mkdirSync(path, { recursive: true });
    return path;
  }

  #standard(name: PathName): string | undefined {
    const home = homedir();
    switch (name) {
      case 'home':
        return home;
      case 'appData':
        return process.env['XDG_CONFIG_HOME'] || join(home, '.config');
      case 'userData':
        return this.#userDataSwitch() || join(this.get('appData'), this.#appName());
      case 'sessionData':
        return this.get('userData');
      case 'logs':
        return join(this.get('userData'), 'logs');
      case 'crashDumps':
        return join(this.get('userData'), 'Crashpad');
      case 'temp':
        return tmpdir();
      case 'exe':
      case 'module':
        return process.execPath;
      case 'desktop':
      case 'documents':
      case 'downloads':
      case 'music':
      case 'pictures':
      case 'videos':
        return join(home, `${name[0]?.toUpperCase()}${name.slice(1)}`);
      default:
        return undefined;
    }
  }
}
