import { readFileSync, statSync } from 'node:fs';
import type { CdpTarget } from '../chromium/cdp.ts';
import { ISOLATED_WORLD } from '../ipc/page-link.ts';
import { isolatedWorldScript } from '../page/page-scripts.ts';
import { BATCH_CHARS, type PreloadProcess } from '../page/wire.ts';

/**
 * The script with which every document of one page starts in the isolated world: the preload and what it stands on.
 * As in Electron, a document gets the preload as it is on disk at that time.
 */
export class PreloadScript {
  readonly #page: CdpTarget;
  readonly #preferences: Electron.WebPreferences;
  readonly #token: string;
  readonly #onUnreadable: (error: Error) => void;
  #installed: { identifier: string; changedAtMs: number } | undefined;

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

  /** Installs the script, or replaces it when the preload has changed. */
  async refresh(): Promise<void> {
    const changedAtMs = this.#changedAtMs();
    if (this.#installed?.changedAtMs === changedAtMs) return;
    const before = this.#installed;
    const { identifier } = await this.#page.send('Page.addScriptToEvaluateOnNewDocument', {
      source: this.#source(),
      worldName: ISOLATED_WORLD,
    });
    this.#installed = { identifier, changedAtMs };
    if (before) await this.#page.send('Page.removeScriptToEvaluateOnNewDocument', before);
  }

  #changedAtMs(): number {
    const { preload } = this.#preferences;
    return (preload === undefined ? undefined : statSync(preload, { throwIfNoEntry: false })?.mtimeMs) ?? 0;
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
