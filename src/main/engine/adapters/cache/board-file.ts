import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import type { SavedBoard, SavedListings, SavedSelections } from '#domain/board/saved-board.ts';
import type { BoardStore } from '../../ports/board-store.ts';

const FILE = 'last-board';
const MAGIC = 'LWBOARD1';
const HEAD_BYTES = 16;

/** What stands before the columns, as JSON. */
interface Head extends Pick<SavedBoard, 'sportsbooks' | 'sports' | 'games' | 'asOfMs'> {
  readonly listings: number;
  readonly selections: number;
  readonly texts: number;
  readonly textBytes: number;
}

type Column = Int32Array | Uint32Array | Uint8Array | Float64Array;

/**
 * The last board in a file that is shaped like the memory: a head, columns as they are, texts in one run. A file that
 * was cut or changed counts as none: a digest says so. Written under another name and renamed, so that one is always whole.
 */
export function createBoardFile(folder: string): BoardStore {
  const file = path.join(folder, FILE);
  const fresh = `${file}.new`;
  return {
    load() {
      let bytes: Buffer;
      try {
        bytes = readFileSync(file);
      } catch {
        return undefined;
      }
      try {
        return decodeBoard(bytes);
      } catch {
        // a damaged board is worth nothing: the feed brings a new one
        return undefined;
      }
    },
    async save(board) {
      const handle = await open(fresh, 'w');
      try {
        await handle.writev(encodeBoard(board));
        await handle.sync();
      } catch (error) {
        await rm(fresh, { force: true });
        throw error;
      } finally {
        await handle.close();
      }
      await rename(fresh, file);
    },
    saveNow(board) {
      const handle = openSync(fresh, 'w');
      try {
        for (const part of encodeBoard(board)) writeSync(handle, part);
        fsyncSync(handle);
      } catch (error) {
        rmSync(fresh, { force: true });
        throw error;
      } finally {
        closeSync(handle);
      }
      renameSync(fresh, file);
    },
  };
}

/** A board as bytes: magic, digest, length of the head, head, columns, lengths of texts, texts. */
export function encodeBoard(board: SavedBoard): Buffer[] {
  const texts = Buffer.from(board.texts.join(''), 'utf8');
  const lengths = Uint32Array.from(board.texts, (text) => text.length);
  const head: Head = {
    sportsbooks: board.sportsbooks,
    sports: board.sports,
    games: board.games,
    asOfMs: board.asOfMs,
    listings: board.listings.game.length,
    selections: board.selections.american.length,
    texts: board.texts.length,
    textBytes: texts.length,
  };
  const json = Buffer.from(JSON.stringify(head), 'utf8');
  const columns = [...Object.values(columnsOf(board)), lengths].map(bytesOf);
  const body = [json, ...columns, texts];
  const start = Buffer.alloc(HEAD_BYTES);
  start.write(MAGIC, 'latin1');
  start.writeUInt32LE(
    body.reduce((digest, part) => crc32(part, digest), 0),
    8,
  );
  start.writeUInt32LE(json.length, 12);
  return [start, ...body];
}

/** A board from its bytes. Throws a RangeError for anything else. */
export function decodeBoard(bytes: Buffer): SavedBoard {
  if (bytes.length < HEAD_BYTES || bytes.toString('latin1', 0, 8) !== MAGIC)
    throw new RangeError('These bytes are no board.');
  if (crc32(bytes.subarray(HEAD_BYTES)) !== bytes.readUInt32LE(8))
    throw new RangeError('The board was cut or changed.');
  let at = HEAD_BYTES + bytes.readUInt32LE(12);
  const head = JSON.parse(bytes.toString('utf8', HEAD_BYTES, at)) as Head;
  /** A copy, because a column has to begin at a multiple of its width. */
  const take = (count: number, width: number): ArrayBuffer => {
    const part = bytes.subarray(at, at + count * width);
    at += count * width;
    return part.buffer.slice(part.byteOffset, part.byteOffset + part.length) as ArrayBuffer;
  };
  const listing = () => new Int32Array(take(head.listings, 4));
  const whole = () => new Int32Array(take(head.selections, 4));
  const listings: SavedListings = { sportsbook: listing(), game: listing(), sport: listing() };
  const selections: SavedSelections = {
    american: whole(),
    listing: whole(),
    key: whole(),
    name: whole(),
    line: whole(),
    overUnder: whole(),
    target: whole(),
    flags: new Uint8Array(take(head.selections, 1)),
    changedAtMs: new Float64Array(take(head.selections, 8)),
    asOf: new Uint32Array(take(head.selections, 4)),
  };
  const lengths = new Uint32Array(take(head.texts, 4));
  const joined = bytes.toString('utf8', at, at + head.textBytes);
  const texts: string[] = [];
  let from = 0;
  for (const length of lengths) {
    texts.push(joined.slice(from, from + length));
    from += length;
  }
  const { sportsbooks, sports, games, asOfMs } = head;
  return { sportsbooks, sports, games, asOfMs, listings, selections, texts };
}

/** The columns in the order in which they stand in the file. */
function columnsOf({ listings, selections }: SavedBoard): Record<string, Column> {
  const { sportsbook, game, sport } = listings;
  const { american, listing, key, name, line, overUnder, target, flags, changedAtMs, asOf } = selections;
  return {
    sportsbook,
    game,
    sport,
    american,
    listing,
    key,
    name,
    line,
    overUnder,
    target,
    flags,
    changedAtMs,
    asOf,
  };
}

function bytesOf(column: Column): Buffer {
  return Buffer.from(column.buffer, column.byteOffset, column.byteLength);
}
