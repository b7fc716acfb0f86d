import { runningBrowser } from '../chromium/browser.ts';
import { isHeadless } from '../chromium/headless.ts';
import { debug } from '../debug.ts';

type WindowState = 'normal' | 'minimized';

/** The Chromium window around one page: it follows what the app says about size, place and visibility. */
export class WindowFrame {
  readonly #ready: Promise<string | undefined>;
  #windowId: number | undefined;
  #steps: Promise<void> = Promise.resolve();

  /** `ready` gives the id of the page once it is there. */
  constructor(ready: Promise<string | undefined>) {
    this.#ready = ready;
  }

  /** Gives the page a viewport of this size, and the window its place. */
  place({ x, y, width, height }: Electron.Rectangle): void {
    this.#step(async (cdp, windowId) => {
      await cdp.send('Browser.setContentsSize', { windowId, width, height });
      if (!isHeadless()) await cdp.send('Browser.setWindowBounds', { windowId, bounds: { left: x, top: y } });
    });
  }

  /** Without a display there is nothing to hide; and hidden, the page must keep its pace. */
  setState(windowState: WindowState): void {
    if (isHeadless()) return;
    this.#step(async (cdp, windowId) => {
      await cdp.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
    });
  }

  #step(
    run: (cdp: NonNullable<ReturnType<typeof runningBrowser>>['cdp'], windowId: number) => Promise<void>,
  ): void {
    const step = async (): Promise<void> => {
      const targetId = await this.#ready;
      const cdp = runningBrowser()?.cdp;
      if (!targetId || !cdp) return;
      this.#windowId ??= (await cdp.send('Browser.getWindowForTarget', { targetId })).windowId;
      await run(cdp, this.#windowId);
    };
    // One after the other, so that the last word of the app is the last that Chromium hears.
    this.#steps = this.#steps.then(step).catch((error: Error) => debug('window:', error.message));
  }
}
