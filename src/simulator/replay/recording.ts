import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import type { FeedPath } from '../server/door.ts';

/** A frame as it once arrived. */
export interface RecordedFrame {
  /** Since the start of the recording. */
  readonly atMs: number;
  readonly feed: FeedPath;
  /** Text frames are strings, binary ones bytes; `null` where a new connection begins. */
  readonly frame: string | Buffer | null;
}

const FEEDS: Record<string, FeedPath> = {
  odds: 'odds',
  plays: 'playbyplay',
  playbyplay: 'playbyplay',
  scores: 'livescores',
  livescores: 'livescores',
};

/**
 * Reads a recording: JSON lines `{ t, feed, text }`, `{ t, feed, base64 }` or `{ t, feed, connected }`, gzipped or not. `t` is in
 * milliseconds since the start. Lines that are no frame (a head line, a torn last line) are left out; a torn
 * end of the compressed data ends the recording. Rejects when the file cannot be read.
 */
export async function* readRecording(file: string): AsyncGenerator<RecordedFrame> {
  const isGzip = await startsLikeGzip(file);
  const source = createReadStream(file);
  // The failure of either is thrown where the bytes are read.
  const bytes = isGzip ? pipeline(source, createGunzip(), () => undefined) : source;
  const decoder = new StringDecoder('utf8');
  let rest = '';
  try {
    for await (const chunk of bytes) {
      const lines = (rest + decoder.write(chunk as Buffer)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const frame = frameIn(line);
        if (frame !== null) yield frame;
      }
    }
  } catch (error) {
    if (!isTornEnd(error)) throw error;
  } finally {
    source.destroy();
  }
  const last = frameIn(rest);
  if (last !== null) yield last;
}

function isTornEnd(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR';
}

async function startsLikeGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

function frameIn(line: string): RecordedFrame | null {
  let entry: unknown;
  try {
    entry = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof entry !== 'object' || entry === null) return null;
  const { t, feed, text, frame, base64, connected } = entry as Record<string, unknown>;
  const path = typeof feed === 'string' ? FEEDS[feed] : undefined;
  if (typeof t !== 'number' || path === undefined) return null;
  if (typeof base64 === 'string') return { atMs: t, feed: path, frame: Buffer.from(base64, 'base64') };
  if (connected === true) return { atMs: t, feed: path, frame: null };
  const written = text ?? frame;
  return typeof written === 'string' ? { atMs: t, feed: path, frame: written } : null;
}
