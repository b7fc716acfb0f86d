import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/** How much a log may take. */
export interface LogBounds {
  /** A file that would grow beyond this is set aside. Unit: bytes. */
  readonly fileBytes: number;
  /** Files that are kept beside the newest: `name.1`, `name.2`, ... */
  readonly olderFiles: number;
  /** More lines than this within one second are counted, not written. */
  readonly linesPerSecond: number;
}

const BOUNDS: LogBounds = { fileBytes: 1_000_000, olderFiles: 3, linesPerSecond: 200 };

/**
 * A text file of dated lines that never outgrows its bounds, whatever happens. A disk that fails costs lines, never an
 * exception: the log is where exceptions go.
 */
export class LogFile {
  readonly #file: string;
  readonly #bounds: LogBounds;
  readonly #nowMs: () => number;
  #bytes = 0;
  #second = 0;
  #linesOfSecond = 0;
  #leftOut = 0;

  constructor(file: string, nowMs: () => number = Date.now, bounds: LogBounds = BOUNDS) {
    this.#file = file;
    this.#nowMs = nowMs;
    this.#bounds = bounds;
    this.#attempt(() => mkdirSync(path.dirname(file), { recursive: true }));
    this.#bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  }

  /** Lines that are not in the file: too many at once, or the disk refused them. */
  get leftOut(): number {
    return this.#leftOut;
  }

  /** Adds a text; its own line breaks stay in it. */
  write(text: string): void {
    const nowMs = this.#nowMs();
    const second = Math.floor(nowMs / 1000);
    if (second !== this.#second) {
      const tooMany = this.#linesOfSecond - this.#bounds.linesPerSecond;
      this.#second = second;
      this.#linesOfSecond = 0;
      if (tooMany > 0) this.#append(nowMs, `${tooMany} more lines within a second were left out.`);
    }
    this.#linesOfSecond += 1;
    if (this.#linesOfSecond > this.#bounds.linesPerSecond) this.#leftOut += 1;
    else this.#append(nowMs, text);
  }

  #append(nowMs: number, text: string): void {
    const line = `${new Date(nowMs).toISOString()} ${text}\n`.slice(0, this.#bounds.fileBytes);
    const lineBytes = Buffer.byteLength(line);
    this.#attempt(() => {
      if (this.#bytes > 0 && this.#bytes + lineBytes > this.#bounds.fileBytes) this.#rotate();
      appendFileSync(this.#file, line, { mode: 0o600 });
      this.#bytes += lineBytes;
    });
  }

  #rotate(): void {
    const { olderFiles } = this.#bounds;
    rmSync(`${this.#file}.${olderFiles}`, { force: true });
    for (let age = olderFiles - 1; age >= 0; age -= 1) {
      const from = age === 0 ? this.#file : `${this.#file}.${age}`;
      if (statSync(from, { throwIfNoEntry: false })) renameSync(from, `${this.#file}.${age + 1}`);
    }
    this.#bytes = 0;
  }

  #attempt(step: () => void): void {
    try {
      step();
    } catch {
      this.#leftOut += 1;
    }
  }
}
