import { type GameAtBook, type Place, placeOf } from '#domain/board/messages.ts';
import { ByteStore } from '#domain/board/text/byte-store.ts';
import { isObject, type WireObject } from '../../wire-values.ts';
import { isStartUnreadable, type Meaning, meaningOf, readGameAtBook } from '../decode-odds.ts';
import { byteAt, COLON, NOWHERE, OPEN, skipSpace, TextInFrame } from './json-bytes.ts';
import type { Secret } from './secret.ts';

/** Bytes of a game by which it is found: league, sportsbook and the beginning of its label. */
const WINDOW_BYTES = 128;
/** Games beyond this push out all others. About 600 bytes each. */
const MOST_GAMES = 65_536;
/** With fewer games nobody looks for those that are over. */
const FEW_GAMES = 2_048;
/** After so many frames without it a game is taken for over, or for written otherwise by now. */
const LONG_AGO_FRAMES = 50_000;
const MOST_OPENINGS = 16;
const LONGEST_OPENING_BYTES = 512;
const LONGEST_STAMP_BYTES = 64;
export const UNKNOWN = -1;
/** What stands before a timestamp whose text may be any. */
const BEFORE_STAMP =
  /^[ \t\r\n]*\{[ \t\r\n]*(?:"action"[ \t\r\n]*:[ \t\r\n]*"[a-z_]*"[ \t\r\n]*,[ \t\r\n]*)?"timestamp"[ \t\r\n]*:[ \t\r\n]*"/;

/** How a frame begins, up to the brace that opens its data: the bytes around its timestamp, and what its action means. */
interface Opening {
  readonly means: Meaning;
  readonly before: number;
  /** -1: it has no timestamp whose text may be any. */
  readonly after: number;
}

/** What a frame says of its game, in the bytes between the brace of its data and the one of its outcomes. */
export interface FrameGame extends Place {
  readonly piece: number;
  readonly hash: number;
  next: FrameGame | undefined;
  /** The number of the frame that it was read from last. */
  seen: number;
  /** The style in which its outcomes were written last; `UNKNOWN` at first. */
  style: number;
}

/** What stands around the outcomes of frames: parsed once, then found by its bytes. Bounded; games leave when they are over. */
export class FrameHeads {
  readonly #secret: Secret;
  readonly #pieces = new ByteStore();
  readonly #free: number[] = [];
  #nextPiece = 0;
  readonly #openings: Opening[] = [];
  #lastOpening = 0;
  readonly #games = new Map<number, FrameGame>();
  #size = 0;
  /** With so many games, those that are over are let go of. */
  #lookAt = FEW_GAMES;
  #frames = 0;
  readonly #stamp = new TextInFrame();
  /** What the frame does, and where its outcomes begin: of the frame that was read last. */
  means!: Meaning;
  end = 0;

  constructor(secret: Secret) {
    this.#secret = secret;
  }

  /** The game of a frame of prices; `null` where it has to be parsed to know. */
  read(frame: Buffer, view: DataView): FrameGame | null {
    let at = this.#findOpening(view, frame.length);
    if (at === NOWHERE) at = this.#meetOpening(frame, view);
    if (at === NOWHERE) return null;
    const game = this.#findGame(view, at, frame.length) ?? this.#meetGame(frame, view, at);
    this.#frames += 1;
    if (game !== null) game.seen = this.#frames;
    return game;
  }

  #findOpening(view: DataView, end: number): number {
    const openings = this.#openings;
    for (let n = 0; n < openings.length; n += 1) {
      // most frames do what the one before did
      const number = n === 0 ? this.#lastOpening : n <= this.#lastOpening ? n - 1 : n;
      const opening = openings[number]!;
      let at = this.#pieces.match(opening.before, view, 0, end);
      if (at !== NOWHERE && opening.after !== NOWHERE)
        at =
          this.#stamp.read(view, at, end) && this.#isStamp()
            ? this.#pieces.match(opening.after, view, this.#stamp.to, end)
            : NOWHERE;
      if (at === NOWHERE) continue;
      this.#lastOpening = number;
      this.means = opening.means;
      return at;
    }
    return NOWHERE;
  }

  #isStamp(): boolean {
    return this.#stamp.isPlain && this.#stamp.to - this.#stamp.from <= LONGEST_STAMP_BYTES;
  }

  #meetOpening(frame: Buffer, view: DataView): number {
    const end = afterMember(frame, view, '"data"', 0);
    if (end === NOWHERE || end > LONGEST_OPENING_BYTES) return NOWHERE;
    const parsed = parsedOpen(frame, 0, end, 'data');
    const means = parsed === null ? undefined : meaningOf(parsed['action']);
    if (means === undefined || this.#secret.isIn(view, 0, end)) return NOWHERE;
    if (this.#openings.length === MOST_OPENINGS) {
      for (const { before, after } of this.#openings.splice(0)) {
        this.#drop(before);
        if (after !== NOWHERE) this.#drop(after);
      }
    }
    const stampFrom = BEFORE_STAMP.exec(frame.toString('latin1', 0, end))?.[0].length ?? NOWHERE;
    const hasStamp = stampFrom !== NOWHERE && this.#stamp.read(view, stampFrom, end) && this.#isStamp();
    this.#lastOpening = this.#openings.length;
    this.#openings.push({
      means,
      before: this.#put(view, 0, hasStamp ? stampFrom : end),
      after: hasStamp ? this.#put(view, this.#stamp.to, end) : NOWHERE,
    });
    this.means = means;
    return end;
  }

  #findGame(view: DataView, from: number, end: number): FrameGame | null {
    if (from + WINDOW_BYTES > end) return null;
    for (let game = this.#games.get(windowHash(view, from)); game !== undefined; game = game.next) {
      this.end = this.#pieces.match(game.piece, view, from, end);
      if (this.end !== NOWHERE) return game;
    }
    return null;
  }

  #meetGame(frame: Buffer, view: DataView, from: number): FrameGame | null {
    this.end = afterMember(frame, view, '"outcomes"', from);
    const data = this.end === NOWHERE ? null : parsedOpen(frame, from - 1, this.end, 'outcomes');
    const at = data === null ? 'no-game' : readGameAtBook(data);
    if (data === null || typeof at === 'string' || isStartUnreadable(data, at)) return null;
    if (this.#secret.isIn(view, from, this.end)) return null;
    return this.#learn(view, from, at);
  }

  #learn(view: DataView, from: number, at: GameAtBook): FrameGame {
    if (this.#size >= this.#lookAt) this.#makeRoom();
    const place = { ...placeOf(at), seen: 0 };
    // a game in fewer bytes than a window is read each time
    if (from + WINDOW_BYTES > this.end)
      return { ...place, piece: NOWHERE, hash: 0, next: undefined, style: UNKNOWN };
    const hash = windowHash(view, from);
    const piece = this.#put(view, from, this.end);
    const game = { ...place, piece, hash, next: this.#games.get(hash), style: UNKNOWN };
    this.#games.set(hash, game);
    this.#size += 1;
    return game;
  }

  #put(view: DataView, from: number, to: number): number {
    const id = this.#free.pop() ?? this.#nextPiece++;
    this.#pieces.put(id, view, from, to);
    return id;
  }

  #drop(piece: number): void {
    this.#pieces.free(piece);
    this.#free.push(piece);
  }

  #makeRoom(): void {
    const since = this.#frames - LONG_AGO_FRAMES;
    this.#keep(({ listing, seen }) => listing !== null && !listing.isGone && seen > since);
    if (this.#size > MOST_GAMES * 0.75) this.#keep(() => false);
    this.#lookAt = Math.max(FEW_GAMES, Math.min(MOST_GAMES, this.#size * 1.5));
  }

  #keep(isKept: (game: FrameGame) => boolean): void {
    const all = [...this.#games.values()].flatMap(chainOf);
    this.#games.clear();
    this.#size = 0;
    for (const game of all) {
      if (!isKept(game)) {
        this.#drop(game.piece);
        continue;
      }
      game.next = this.#games.get(game.hash);
      this.#games.set(game.hash, game);
      this.#size += 1;
    }
  }
}

/** Past the brace of the first member of this name (in quotes); -1 where it is no object. */
function afterMember(frame: Buffer, view: DataView, name: string, from: number): number {
  const member = frame.indexOf(name, from, 'latin1');
  if (member === -1) return NOWHERE;
  const colon = skipSpace(view, member + name.length, frame.length);
  if (byteAt(view, colon, frame.length) !== COLON) return NOWHERE;
  const brace = skipSpace(view, colon + 1, frame.length);
  return byteAt(view, brace, frame.length) === OPEN ? brace + 1 : NOWHERE;
}

/**
 * Parses an object of which only the beginning is given, up to the brace that opens its last member. If it is well formed
 * with two braces to close it, then this member is its own and none of another object in it.
 */
function parsedOpen(frame: Buffer, from: number, to: number, member: string): WireObject | null {
  try {
    const parsed: unknown = JSON.parse(`${frame.toString('utf8', from, to)}}}`);
    return isObject(parsed) && isObject(parsed[member]) && Object.keys(parsed).at(-1) === member
      ? parsed
      : null;
  } catch {
    return null;
  }
}

function chainOf(first: FrameGame): FrameGame[] {
  const chain: FrameGame[] = [];
  for (let game: FrameGame | undefined = first; game !== undefined; game = game.next) chain.push(game);
  return chain;
}

/** In two lanes, for the processor to work on both at once. */
function windowHash(view: DataView, from: number): number {
  let even = 0;
  let odd = 0;
  for (let at = from; at < from + WINDOW_BYTES; at += 8) {
    even = Math.imul(even ^ view.getInt32(at, true), 0x5bd1e995);
    odd = Math.imul(odd ^ view.getInt32(at + 4, true), 0x2c1b3c6d);
    even ^= even >>> 15;
    odd ^= odd >>> 13;
  }
  return (even ^ Math.imul(odd, 0x9e3779b1)) >>> 2;
}
