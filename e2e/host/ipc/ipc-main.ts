import { standIn } from '../stand-in/stand-in.ts';

type Handler = Parameters<Electron.IpcMain['handle']>[1];

/** `ipcMain`. */
export class IpcMain
  extends standIn<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>('IpcMain', 'ipcMain')
  implements Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>
{
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, listener: Handler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    if (typeof listener !== 'function') {
      throw new TypeError(`Expected handler to be a function, but found type '${typeof listener}'`);
    }
    this.#handlers.set(channel, listener);
  }

  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return listener(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Runs the handler of a channel; rejects as the handler does, or because there is none. */
  static async invoke(
    channel: string,
    event: Electron.IpcMainInvokeEvent,
    args: unknown[],
  ): Promise<unknown> {
    const handler = ipcMain.#handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return await handler(event, ...args);
  }
}

export const ipcMain = new IpcMain();
// As in Electron, a page that sends on the channel 'error' must not end the app.
ipcMain.on('error', () => undefined);

/** See `IpcMain.invoke`. */
export const invokeHandler = IpcMain.invoke;
