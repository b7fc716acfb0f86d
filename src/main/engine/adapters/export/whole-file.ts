import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/**
 * A file that is there whole or not at all: it is written under another name beside its place, and takes its place, and
 * that of an older file, only when it is complete. Throws the disk's errors.
 */
export class WholeFile {
  readonly #file: string;
  readonly #partial: string;
  readonly #descriptor: number;
  #bytes = 0;
  #isOpen = true;

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
    const bytes = typeof data === 'string' ? Buffer.from(data) : data;
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor, bytes, at);
    this.#bytes += bytes.length;
  }

  /** Puts the file in its place, on the disk for sure. */
  keep(): void {
    fsyncSync(this.#descriptor);
    this.#close();
    renameSync(this.#partial, this.#file);
  }

  /** Leaves nothing behind. Does nothing to a file that was kept. */
  discard(): void {
    if (!this.#isOpen) return;
    this.#close();
    rmSync(this.#partial, { force: true });
  }

  #close(): void {
    this.#isOpen = false;
    closeSync(this.#descriptor);
  }
}
