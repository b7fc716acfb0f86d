import { runningBrowser } from '../chromium/browser.ts';
import type { Cdp } from '../chromium/cdp.ts';
import { isHeadless } from '../chromium/headless.ts';
import { debug } from '../debug.ts';

/** The Chromium window around one page: it follows what the app says about size, place and visibility. */
export class WindowFrame {
  readonly #target = Promise.withResolvers<string>();
  #windowId: number | undefined;
  #steps: Promise<void> = Promise.resolve();

  /** Tells the page; what was said before is done then. */
  attachTo(targetId: string): void {
    this.#target.resolve(targetId);
  }

  /** Gives the page a viewport of this size, and the window its place. */
  place({ x, y, width, height }: Electron.Rectangle): void {
    this.#step(async (cdp, windowId) => {
      await cdp.send('Browser.setContentsSize', { windowId, width, height });
      if (!isHeadless()) await cdp.send('Browser.setWindowBounds', { windowId, bounds: { left: x, top: y } });
    });
  }

  /** Without a display there is nothing to hide; and hidden, the page must keep its pace. */
  setState(windowState: 'normal' | 'minimized'): void {
    if (isHeadless()) return;
    this.#step(async (cdp, windowId) => {
      await cdp.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
    });
  }

  #step(run: (cdp: Cdp, windowId: number) => Promise<void>): void {
    const step = async (): Promise<void> => {
      const targetId = await this.#target.promise;
      const cdp = runningBrowser()?.cdp;
      if (!cdp) return;
      this.#windowId ??= (await cdp.send('Browser.getWindowForTarget', { targetId })).windowId;
      await run(cdp, this.#windowId);
    };
    // One after the other, so that the last word of the app is the last that Chromium hears.
    this.#steps = this.#steps.then(step).catch((error: Error) => debug('window:', error.message));
  }
}
