import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/** Where an export is written to. Throws the disk's errors. */
export interface FileInWork {
  /** Bytes written so far. */
  readonly bytes: number;
  write(data: string | Uint8Array): void;
  keep(): void;
  discard(): void;
}

/**
 * A file that is there whole or not at all: it is written under another name beside its place, and takes its place, and
 * that of an older file, only when it is complete. Throws the disk's errors.
 */
export class WholeFile implements FileInWork {
  readonly #file: string;
  readonly #partial: string;
  readonly #descriptor: number;
  #bytes = 0;
  #isOpen = true;
  #isKept = false;

  /** `file`: the path it is going to have. */
  constructor(file: string) {
    this.#file = file;
    this.#partial = `${file}.${process.pid}.part`;
    this.#descriptor = openSync(this.#partial, 'wx');
  }

  /** Bytes written so far. */
  get bytes(): number {
    return this.#bytes;
  }

  write(data: string | Uint8Array): void {
    this.#bytes += writeAll(this.#descriptor, data);
  }

  /** Puts the file in its place, on the disk for sure. */
  keep(): void {
    fsyncSync(this.#descriptor);
    this.#close();
    renameSync(this.#partial, this.#file);
    this.#isKept = true;
  }

  /** Leaves nothing behind. Does nothing to a file that was kept. */
  discard(): void {
    if (this.#isKept) return;
    this.#close();
    rmSync(this.#partial, { force: true });
  }

  #close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    closeSync(this.#descriptor);
  }
}

/** Writes a file, whole or not at all. Throws the disk's errors. */
export function writeWhole(file: string, write: (whole: Pick<FileInWork, 'write'>) => void): void {
  const whole = new WholeFile(file);
  try {
    write(whole);
    whole.keep();
  } finally {
    whole.discard();
  }
}

const STDOUT_DESCRIPTOR = 1;
/** How long to wait for a reader that is slower than we are. */
const READER_WAIT_MS = 20;

/** The standard output: nothing can be taken back, and whoever reads sets the pace. */
export class StdoutInWork implements FileInWork {
  bytes = 0;

  write(data: string | Uint8Array): void {
    this.bytes += writeAll(STDOUT_DESCRIPTOR, data);
  }

  keep(): void {
    // every byte has been handed over already
  }

  discard(): void {
    // and none of them comes back
  }
}

function writeAll(descriptor: number, data: string | Uint8Array): number {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      // a full pipe: this thread has nothing else to do than to wait for its reader
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, READER_WAIT_MS);
    }
  }
  return bytes.length;
}
