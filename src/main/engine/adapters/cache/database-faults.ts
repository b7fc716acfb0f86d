import { existsSync, renameSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a failure of a database means for whoever works with it. */
export type DatabaseFault = 'full' | 'damaged' | 'locked' | 'other';

/** Reads a failure by SQLite's code, or by the disk's. */
export function faultOf(error: unknown): DatabaseFault {
  // bodies that can't be decoded: SQLite has no sums over what it keeps
  if (error instanceof RangeError) return 'damaged';
  const code = codeOf(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'SQLITE_IOERR_WRITE') return 'full';
  // in WAL mode a full disk can show as a failure to map or to grow the shared memory
  if (code.startsWith('SQLITE_IOERR_SHM') || code === 'SQLITE_IOERR_FSYNC') return 'full';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code === 'SQLITE_FORMAT')
    return 'damaged';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'locked';
  return 'other';
}

/** Codes of what can't be written as it is, wherever to. */
const UNFIT_CODE = /^(ERR_|SQLITE_(CONSTRAINT|MISMATCH|RANGE|TOOBIG))/;

/** Whether a write failed for what was to be written, and not for the disk or the database: tried again it fails again. */
export function isUnfit(error: unknown): boolean {
  const code = codeOf(error);
  return code === '' || UNFIT_CODE.test(code);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** A failure in words. */
export function wordsOfFault(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Sets a damaged database aside, with the files that belong to it, under a name that says when; nothing is deleted.
 * Answers the new name of the file. The database must be closed.
 */
export function setAside(file: string, nowMs: number): string {
  const when = new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-');
  const { dir, name, ext } = path.parse(file);
  const kept = path.join(dir, `${name}.damaged-${when}${ext}`);
  for (const ending of ['', '-wal']) if (existsSync(file + ending)) renameSync(file + ending, kept + ending);
  // it holds nothing but an index of the WAL
  rmSync(`${file}-shm`, { force: true });
  return kept;
}

/** The history leaves this much of a disk to what is precious: alerts, rules, watchlists, bets. Unit: bytes. */
const LEFT_TO_OTHERS_BYTES = 768 * 1024;

/** Room that a history is not to take: on a small disk no more than an eighth of it. Unit: bytes. */
export function hasRoom(folder: string): boolean {
  const { bavail, blocks, bsize } = statfsSync(folder);
  return bavail * bsize > Math.min(LEFT_TO_OTHERS_BYTES, (blocks * bsize) / 8);
}

/** SQLite needs room even to delete: this file gives it back when the disk is full. */
export class DiskReserve {
  readonly #file: string;
  readonly #bytes: number;

  constructor(folder: string, bytes: number) {
    this.#file = path.join(folder, 'reserve');
    this.#bytes = bytes;
  }

  /** Sets the room aside, if there is enough. */
  keep(): void {
    try {
      if (existsSync(this.#file) && statSync(this.#file).size >= this.#bytes) return;
      writeFileSync(this.#file, new Uint8Array(this.#bytes));
    } catch {
      // a disk without this much room has no room to set aside either
      this.release();
    }
  }

  /** Gives the room back. */
  release(): void {
    rmSync(this.#file, { force: true });
  }
}
