import type { ElectronApplication } from '@playwright/test';

/** The one thread that is sent calls by name, as the main process holds it. */
interface FoundThread {
  postMessage(message: unknown): void;
}

/**
 * Ends the engine's thread by an exception that nobody catches: a message that is no call. The app has no door for that;
 * it is put into the main process from outside.
 */
export async function endEngine(app: ElectronApplication): Promise<void> {
  await app.evaluate(async ({ BrowserWindow }) => {
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    const send = Worker.prototype.postMessage;
    const found = new Promise<FoundThread>((resolve) => {
      Worker.prototype.postMessage = function (this: FoundThread, message, transfer) {
        if (message?.name === 'leagues') resolve(this);
        return send.call(this as never, message, transfer as never);
      };
    });
    const [window] = BrowserWindow.getAllWindows();
    await window?.webContents.executeJavaScript('window.linewatch.request("leagues.read", null)');
    (await found).postMessage(null);
    Worker.prototype.postMessage = send;
  });
}
