import path from 'node:path';
import { app } from 'electron';
import { type Redact, redactKey } from '#engine/adapters/redact.ts';
import { LogFile } from '../../desktop/log-file.ts';

let file: LogFile | undefined;
let redact: Redact = (text) => text;

/** From now on what is said is kept in a file, too. */
export function openLog(folder: string): void {
  file = new LogFile(path.join(folder, 'linewatch.log'));
  file.write(`Linewatch ${app.getVersion()} starts on ${process.platform} ${process.arch}.`);
}

/** From now on this key, in whatever writing, is dots in all that is said. */
export function hideInLog(key: string): void {
  const [before, now] = [redact, redactKey(key)];
  redact = (text) => now(before(text));
}

/** A sentence for the terminal and the log. */
export function say(text: string): void {
  const clean = redact(text);
  process.stderr.write(`linewatch: ${clean}\n`);
  file?.write(clean);
}
