import { app, dialog } from 'electron';
import { say } from './log.ts';

/** What nobody caught is told and survived: the feed and its alerts go on. */
export function surviveExceptions(): void {
  process.on('uncaughtException', (error) => say(`Uncaught exception: ${worded(error)}`));
  process.on('unhandledRejection', (reason) => say(`Unhandled rejection: ${worded(reason)}`));
  // A terminal that was closed must not make every later sentence an exception.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => stream.destroy());
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    say(`Chromium\u2019s ${type} process ended: ${reason}, exit code ${exitCode}.`),
  );
}

/** Without its window and feed the program is of no use: says why, and ends. */
export function failToStart(error: unknown): void {
  say(`Linewatch could not start: ${worded(error)}`);
  dialog.showErrorBox('Linewatch could not start', error instanceof Error ? error.message : String(error));
  app.exit(1);
}

function worded(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
