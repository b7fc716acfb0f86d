import { statSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import type { StorageCondition, StorageState } from '#contract/storage.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { HistoryBatch, KeptPlay, Retention } from '../../../ports/history.ts';
import { DiskReserve, faultOf, hasRoom, isUnfit, setAside, wordsOfFault } from '../database-faults.ts';
import { throwIfDamaged } from '../kept-database.ts';
import { NewerSchemaError } from '../open-database.ts';
import { COMPACT_CHANGES, HistoryWriter } from './history-writer.ts';
import { playWriter } from './kept-plays.ts';
import { HISTORY_FILE, openHistory } from './open-history.ts';
import { RetentionPass } from './retention/retention-pass.ts';
import { WriterLock } from './writer-lock.ts';

/** The journal is worked into chunks at the latest after this long. */
const COMPACT_EVERY_MS = 600_000;
/** While the disk is full or locked it is tried again this often. */
const RETRY_MS = 2_000;
/** Retention rests this long between two of its writes. */
const BETWEEN_SLICES_MS = 20;
/** Most changes that wait for a disk that does not take them; older ones are left out. */
const MOST_WAITING = 1_000_000;
/** Most plays that wait for it; the oldest go. */
const MOST_PLAYS_WAITING = 20_000;
const RESERVE_BYTES = 256 * 1024;
/** A history up to this size is looked through at the start; a larger one shows its damage when it is read. */
const LOOKED_THROUGH_BYTES = 128 * 2 ** 20;

interface KeeperNeeds {
  readonly folder: string;
  readonly clock: Clock;
  readonly state: (state: StorageState) => void;
  /** A batch has been dealt with: written, or left out. */
  readonly done: (batch: HistoryBatch) => void;
  /** A new database has begun; batches on their way that rest on older definitions must not come. */
  readonly beganAnew: () => void;
}

/**
 * Keeps the history's database writable whatever happens to the disk: a full one is waited for, a locked one tried
 * again, a damaged one set aside and begun anew, a newer one left alone; what can't be written as it is, is left out. Every
 * change of condition is told in words.
 */
export class HistoryKeeper {
  readonly #needs: KeeperNeeds;
  readonly #reserve: DiskReserve;
  readonly #file: string;
  readonly #lock: WriterLock;
  #database: Database.Database | undefined;
  #writer: HistoryWriter | undefined;
  #writePlays: ((plays: readonly KeptPlay[]) => void) | undefined;
  readonly #queue: HistoryBatch[] = [];
  readonly #plays: KeptPlay[] = [];
  #waiting = 0;
  #written = 0;
  #leftOut = 0;
  #condition: StorageCondition = 'ok';
  #detail = '';
  #sinceMs: number;
  #cancelRetry: (() => void) | undefined;
  #cancelCompact: (() => void) | undefined;
  #cancelRetaining: (() => void) | undefined;

  constructor(needs: KeeperNeeds) {
    this.#needs = needs;
    this.#sinceMs = needs.clock.nowMs();
    this.#file = path.join(needs.folder, HISTORY_FILE);
    this.#reserve = new DiskReserve(needs.folder, RESERVE_BYTES);
    this.#lock = new WriterLock(needs.folder);
    this.#attempt(() => this.#open());
    this.#tell();
  }

  /** Takes a batch in; it is written now, or as soon as the disk lets it. */
  write(batch: HistoryBatch): void {
    this.#queue.push(batch);
    this.#waiting += batch.changes.count;
    if (this.#cancelRetry === undefined) this.#writeWaiting();
    if (this.#waiting > MOST_WAITING || this.#condition === 'read-only') this.#leaveWaitingOut();
  }

  /** Takes plays in; they wait for the disk as batches do. */
  writePlays(plays: readonly KeptPlay[]): void {
    if (this.#condition === 'read-only') return;
    this.#plays.push(...plays);
    this.#plays.splice(0, Math.max(0, this.#plays.length - MOST_PLAYS_WAITING));
    if (this.#cancelRetry === undefined) this.#writeWaiting();
  }

  /** Counts a batch that can't be kept, because it rests on definitions of a database that is gone. */
  leaveOut(batch: HistoryBatch): void {
    this.#leftOut += batch.changes.count;
  }

  /** State as it stands. */
  get state(): StorageState {
    return {
      condition: this.#condition,
      detail: this.#detail,
      sinceMs: this.#sinceMs,
      written: this.#written,
      waiting: this.#waiting,
      leftOut: this.#leftOut,
      bytes: sizeOf(this.#file),
    };
  }

  /** Takes off what is not to be kept any longer, slice by slice between the batches. */
  retain(retention: Retention): void {
    this.#cancelRetaining?.();
    const pass = this.#pass(retention);
    const step = (): void => {
      let hasMore = false;
      this.#attempt(() => {
        hasMore = pass?.step() ?? false;
      });
      this.#cancelRetaining = hasMore ? this.#needs.clock.after(BETWEEN_SLICES_MS, step) : undefined;
    };
    this.#cancelRetaining = this.#needs.clock.after(0, step);
  }

  /** Somebody who reads has found damage. */
  noteDamage(message: string): void {
    this.#beginAnew(new Error(message));
  }

  /** Writes what waits, if it can be, and lets go of the database. */
  stop(): void {
    if (this.#queue.length + this.#plays.length > 0) this.#writeWaiting();
    this.#cancelRetry?.();
    this.#cancelCompact?.();
    this.#cancelRetaining?.();
    this.#close();
    this.#lock.release();
  }

  #open(): void {
    this.#lock.take();
    this.#database = openHistory(this.#needs.folder);
    if (sizeOf(this.#file) <= LOOKED_THROUGH_BYTES) throwIfDamaged(this.#database);
    this.#writer = new HistoryWriter(this.#database);
    this.#writePlays = playWriter(this.#database);
    this.#reserve.keep();
  }

  #writeWaiting(): void {
    this.#attempt(() => {
      if (this.#writer === undefined) this.#open();
      let unfit: unknown;
      for (let batch = this.#queue[0]; batch !== undefined; batch = this.#queue[0]) {
        if (!hasRoom(this.#needs.folder)) throw new DiskFullError();
        unfit = whatIsUnfit(() => this.#writer!.write(batch));
        if (unfit !== undefined) {
          this.#leaveWaitingOut();
          break;
        }
        this.#queue.shift();
        this.#waiting -= batch.changes.count;
        this.#written += batch.changes.count;
        this.#needs.done(batch);
      }
      if (this.#plays.length > 0) {
        const unfitPlays = whatIsUnfit(() => this.#writePlays?.(this.#plays));
        unfit ??= unfitPlays;
        this.#plays.length = 0;
      }
      if (this.#condition === 'paused' || this.#condition === 'locked') {
        this.#reserve.keep();
        this.#say('ok', '');
      }
      if (unfit !== undefined)
        this.#say(
          this.#condition,
          `Something could not be recorded (${wordsOfFault(unfit)}) and was left out of the history; what comes now is kept.`,
        );
    });
    this.#planCompaction();
  }

  #pass(retention: Retention): RetentionPass | undefined {
    const [database, writer] = [this.#database, this.#writer];
    if (database === undefined || writer === undefined || this.#cancelRetry !== undefined) return undefined;
    const { clock } = this.#needs;
    let pass: RetentionPass | undefined;
    this.#attempt(() => {
      pass = new RetentionPass({
        database,
        retention,
        nowMs: clock.nowMs(),
        inUse: () => writer.gamesInUse(),
        uptimeMs: () => clock.moment().uptimeMs,
      });
    });
    return pass;
  }

  #planCompaction(): void {
    if (this.#writer === undefined || this.#cancelRetry !== undefined) return;
    if (this.#writer.newChanges >= COMPACT_CHANGES) return this.#compact();
    this.#cancelCompact ??= this.#needs.clock.after(COMPACT_EVERY_MS, () => this.#compact());
  }

  #compact(): void {
    this.#cancelCompact?.();
    this.#cancelCompact = undefined;
    this.#attempt(() => this.#writer?.compact());
  }

  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    if (error instanceof NewerSchemaError) {
      this.#say('read-only', `${error.message} Until then the history is shown, and nothing is added to it.`);
      return this.#leaveWaitingOut();
    }
    switch (faultOf(error)) {
      case 'damaged':
        return this.#beginAnew(error);
      case 'locked':
        this.#say(
          'locked',
          'Another Linewatch keeps the history in this folder. Close it, or choose another data folder; prices go on, and it is tried again.',
        );
        return this.#retryLater();
      default: {
        // for the other database, which goes on: the history itself waits for more room than this
        this.#reserve.release();
        this.#say(
          'paused',
          `The history is paused, the disk can't be written (${wordsOfFault(error)}). Make room on it; prices and alerts go on.`,
        );
        return this.#retryLater();
      }
    }
  }

  #retryLater(): void {
    this.#cancelRetry?.();
    this.#cancelRetry = this.#needs.clock.after(RETRY_MS, () => {
      this.#cancelRetry = undefined;
      this.#writeWaiting();
    });
  }

  /** The damaged file is set aside, a new one begins. */
  #beginAnew(error: unknown): void {
    this.#close();
    this.#dropWaiting();
    try {
      const kept = setAside(this.#file, this.#needs.clock.nowMs());
      this.#open();
      this.#say(
        'recovered',
        `The history was damaged (${wordsOfFault(error)}). A new one has begun; the old file is kept as ${path.basename(kept)}.`,
      );
    } catch (again) {
      this.#say('paused', `The history can't be opened: ${wordsOfFault(again)}.`);
      this.#retryLater();
    }
    this.#needs.beganAnew();
  }

  #leaveWaitingOut(): void {
    this.#dropWaiting();
    // what was left out may have defined what comes next
    this.#needs.beganAnew();
  }

  #dropWaiting(): void {
    for (const batch of this.#queue.splice(0)) {
      this.#leftOut += batch.changes.count;
      this.#needs.done(batch);
    }
    this.#waiting = 0;
  }

  #close(): void {
    this.#cancelRetaining?.();
    this.#cancelRetaining = undefined;
    this.#writer = undefined;
    try {
      this.#database?.close();
    } finally {
      this.#database = undefined;
    }
  }

  #say(condition: StorageCondition, detail: string): void {
    if (condition === this.#condition && detail === this.#detail) return;
    if (condition !== this.#condition) this.#sinceMs = this.#needs.clock.nowMs();
    [this.#condition, this.#detail] = [condition, detail];
    this.#tell();
  }

  #tell(): void {
    this.#needs.state(this.state);
  }
}

/** The disk has only so much room left as belongs to others. */
class DiskFullError extends Error {
  override readonly name = 'DiskFullError';
  readonly code = 'ENOSPC';

  constructor() {
    super('it is full');
  }
}

/** Writes. Answers why it failed for what was to be written, `undefined` = it did not; throws the disk's errors. */
function whatIsUnfit(write: () => void): unknown {
  try {
    write();
    return undefined;
  } catch (error) {
    if (!isUnfit(error)) throw error;
    return error;
  }
}

function sizeOf(file: string): number {
  let bytes = 0;
  for (const ending of ['', '-wal']) bytes += statSync(file + ending, { throwIfNoEntry: false })?.size ?? 0;
  return bytes;
}
