import { existsSync, readFileSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { CdpTarget } from '../chromium/cdp.ts';
import { debug } from '../debug.ts';
import { ISOLATED_WORLD } from '../ipc/page-link.ts';
import { isolatedWorldScript } from '../page/page-scripts.ts';
import { BATCH_CHARS, type PreloadProcess } from '../page/wire.ts';

/**
 * The script with which every document of one page starts in the isolated world: the preload and what it stands on.
 * When the preload changes on disk, the next document gets the new one.
 */
export class PreloadScript {
  readonly #page: CdpTarget;
  readonly #preferences: Electron.WebPreferences;
  readonly #token: string;
  readonly #onUnreadable: (error: Error) => void;
  #identifier: string | undefined;
  #replacing: Promise<void> = Promise.resolve();

  constructor(
    page: CdpTarget,
    preferences: Electron.WebPreferences,
    token: string,
    onUnreadable: (error: Error) => void,
  ) {
    this.#page = page;
    this.#preferences = preferences;
    this.#token = token;
    this.#onUnreadable = onUnreadable;
  }

  /** Puts the script in place and follows the file. Gives the undo. */
  async install(): Promise<() => void> {
    await this.#replace();
    const { preload } = this.#preferences;
    if (preload === undefined || !existsSync(preload)) return () => undefined;
    // The folder, since builders replace the file. Once a document is on its way it is too late to look.
    const watcher = watch(dirname(preload), { persistent: false }, (_event, name) => {
      if (name === basename(preload))
        this.#replace().catch((error: Error) => debug('preload:', error.message));
    });
    return () => watcher.close();
  }

  /** One after the other: a file that is written tells twice, and each script must take the place of the one before. */
  #replace(): Promise<void> {
    this.#replacing = this.#replacing.catch(() => undefined).then(() => this.#putInPlace());
    return this.#replacing;
  }

  async #putInPlace(): Promise<void> {
    const before = this.#identifier;
    const script = { source: this.#source(), worldName: ISOLATED_WORLD };
    const { identifier } = await this.#page.send('Page.addScriptToEvaluateOnNewDocument', script);
    this.#identifier = identifier;
    if (before !== undefined) {
      await this.#page.send('Page.removeScriptToEvaluateOnNewDocument', { identifier: before });
    }
  }

  #source(): string {
    const { additionalArguments = [] } = this.#preferences;
    const preloadProcess: PreloadProcess = {
      platform: process.platform,
      arch: process.arch,
      versions: { ...process.versions },
      env: { ...process.env },
      argv: [process.execPath, ...additionalArguments],
      execPath: process.execPath,
      pid: process.pid,
      resourcesPath: process.resourcesPath,
    };
    const preloadSource = this.#readPreload();
    return isolatedWorldScript({
      token: this.#token,
      process: preloadProcess,
      preloadSource,
      maxChars: BATCH_CHARS,
    });
  }

  #readPreload(): string | undefined {
    const { preload } = this.#preferences;
    if (preload === undefined) return undefined;
    try {
      return readFileSync(preload, 'utf8');
    } catch (error) {
      this.#onUnreadable(error as Error);
      return undefined;
    }
  }
}
