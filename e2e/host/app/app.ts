import { hostState } from '../boot/host-state.ts';
import { cancelableEvent } from '../stand-in/events.ts';
import { openWindows } from '../window/open-windows.ts';
import { AppDesktop } from './app-desktop.ts';
import { SingleInstanceLock } from './single-instance.ts';

/** What of `app` this layer stands in for. */
export type LifeOwn =
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'exit'
  | 'focus'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock';

/** Ends the process after the app has said goodbye; `before` has to settle first. */
export type Shutdown = (exitCode: number, before: Promise<void>) => void;

/** `app`: beginning and end, in Electron's order of events. */
export class App extends AppDesktop implements Pick<Electron.App, LifeOwn> {
  readonly #lock = new SingleInstanceLock();
  readonly #readiness = Promise.withResolvers<void>();
  #shutdown: Shutdown = (exitCode) => process.exit(exitCode);
  #quitting = false;
  #exiting = false;

  whenReady(): Promise<void> {
    return this.#readiness.promise;
  }
  isReady(): boolean {
    return hostState.ready;
  }
  focus(): void {
    openWindows.values().next().value?.focus();
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    const self = { argv: process.argv, workingDirectory: process.cwd(), additionalData };
    return this.#lock.request(
      this.getPath('userData'),
      self,
      ({ argv, workingDirectory, additionalData }) => {
        const tell = () =>
          this.emit('second-instance', cancelableEvent(), argv, workingDirectory, additionalData);
        void this.#readiness.promise.then(tell);
      },
    );
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
