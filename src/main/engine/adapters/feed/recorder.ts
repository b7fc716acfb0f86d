import { isUtf8 } from 'node:buffer';
import { createWriteStream, openSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { constants, createGzip, type Gzip } from 'node:zlib';
import type { FeedName } from '#contract/feed-status.ts';
import type { Clock } from '../../ports/clock.ts';
import { redactKeyBytes } from '../redact.ts';

/** What has arrived is on disk, readable, at the latest after this: a killed program loses no more. */
const FLUSH_EVERY_MS = 1_000;
/** Lines travel to the compressor in portions of this size. */
const PORTION_CHARS = 64 * 1024;
/** While more than this waits for the disk, frames are left out and counted: the feed never waits. */
const MOST_WAITING_BYTES = 32 * 1024 * 1024;
/** A larger text would not fit into one JSON text once it is escaped; it is written as bytes. */
const LARGEST_TEXT_BYTES = 64 * 1024 * 1024;

/** What a recording needs. */
interface RecorderNeeds {
  readonly file: string;
  /** Never written, in no form. */
  readonly key: string;
  readonly clock: Clock;
  /** Called once when the disk fails; the recording has ended. `sentence` is for people. */
  readonly failed: (sentence: string) => void;
}

/** What was written, and what was not because the disk was too slow. */
export interface RecordingCounts {
  readonly frames: number;
  readonly leftOut: number;
}

/**
 * Writes raw frames as they arrive to a gzipped file of JSON lines `{ t, feed, text }` or, for bytes that are no text,
 * `{ t, feed, base64 }`. `t`: ms since the start. Memory is bounded, the feed never waits, and the file is readable at
 * any time up to the last flush. The first line says what it is; a line `{ t, feed, connected: true }` stands where a
 * socket opened, a line `{ t, feed, leftOut }` where frames are missing. Opening throws the disk's errors.
 */
export class FrameRecorder {
  readonly #needs: RecorderNeeds;
  readonly #redact: (bytes: Buffer) => Buffer;
  readonly #gzip: Gzip;
  readonly #ended: Promise<void>;
  readonly #startedAtMs: number;
  #lines: string[] = [];
  #gatheredChars = 0;
  #frames = 0;
  #leftOut = 0;
  #gap = 0;
  #isOver = false;
  #cancelFlush: (() => void) | undefined;

  constructor(needs: RecorderNeeds) {
    this.#needs = needs;
    this.#redact = redactKeyBytes(needs.key);
    this.#startedAtMs = needs.clock.moment().uptimeMs;
    const disk = createWriteStream(needs.file, { fd: openSync(needs.file, 'w') });
    this.#gzip = createGzip({ level: 3 });
    this.#ended = new Promise((resolve) => {
      pipeline(this.#gzip, disk, (error) => {
        this.#end();
        if (error) needs.failed(`Recording has stopped, ${needs.file} can't be written: ${error.message}`);
        resolve();
      });
    });
    this.#gather({ linewatch: 'recording', version: 1, startedAtMs: needs.clock.nowMs() });
  }

  get counts(): RecordingCounts {
    return { frames: this.#frames, leftOut: this.#leftOut };
  }

  /** Records that a socket opened: what follows on this feed comes over a new connection. */
  connected(feed: FeedName): void {
    if (!this.#isOver) this.#gather({ t: this.#sinceStartMs(), feed, connected: true });
  }

  /** Records one frame as it came. */
  frame(feed: FeedName, data: Buffer, isBinary: boolean): void {
    if (this.#isOver) return;
    const t = this.#sinceStartMs();
    if (this.#gzip.writableLength + this.#gatheredChars > MOST_WAITING_BYTES) {
      this.#gap += 1;
      this.#leftOut += 1;
      return;
    }
    if (this.#gap > 0) this.#gather({ t, feed, leftOut: this.#gap });
    this.#gap = 0;
    const bytes = this.#redact(data);
    const isText = !isBinary && bytes.length <= LARGEST_TEXT_BYTES && isUtf8(bytes);
    this.#gather(
      isText ? { t, feed, text: bytes.toString('utf8') } : { t, feed, base64: bytes.toString('base64') },
    );
    this.#frames += 1;
  }

  /** Ends the file properly. Resolves when it is on disk, or when the disk has failed. */
  async stop(): Promise<RecordingCounts> {
    if (!this.#isOver) {
      this.#hand();
      this.#gzip.end();
      this.#end();
    }
    await this.#ended;
    return this.counts;
  }

  #sinceStartMs(): number {
    return Math.round(this.#needs.clock.moment().uptimeMs - this.#startedAtMs);
  }

  #gather(line: object): void {
    const text = `${JSON.stringify(line)}\n`;
    this.#lines.push(text);
    this.#gatheredChars += text.length;
    if (this.#gatheredChars >= PORTION_CHARS) this.#hand();
    this.#cancelFlush ??= this.#needs.clock.after(FLUSH_EVERY_MS, () => {
      this.#cancelFlush = undefined;
      this.#hand();
      this.#gzip.flush(constants.Z_SYNC_FLUSH);
    });
  }

  /** Hands what was gathered to the compressor. */
  #hand(): void {
    if (this.#lines.length > 0) this.#gzip.write(this.#lines.join(''));
    this.#lines = [];
    this.#gatheredChars = 0;
  }

  #end(): void {
    this.#isOver = true;
    this.#lines = [];
    this.#cancelFlush?.();
    this.#cancelFlush = undefined;
  }
}
