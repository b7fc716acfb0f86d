/**
 * As in Electron, an exception that the app does not catch is told and does not end the process, unless the app
 * listens for it itself.
 */
export function tellUncaughtExceptions(): void {
  process.on('uncaughtException', (error) => {
    if (process.listenerCount('uncaughtException') > 1) return;
    process.stderr.write(
      `A JavaScript error occurred in the main process\nUncaught Exception:\n${error.stack ?? String(error)}\n`,
    );
  });
}
