import type { ChangeOrigin, GameAtBook, Place } from '#domain/board/messages.ts';
import { ByteStore } from '#domain/board/text/byte-store.ts';
import { membersOf } from './json-places.ts';
import type { OutcomeShape } from './outcome-shape.ts';

const [QUOTE, BACKSLASH, SPACE] = [0x22, 0x5c, 0x20];
/** Bytes after the timestamp by which a head is found: action, league, sportsbook and the beginning of the game. */
const WINDOW_BYTES = 144;
/** Heads beyond this push out all others. About 600 bytes each. */
const MOST_HEADS = 65_536;
/** With fewer heads nobody looks for those whose games are over. */
const FEW_HEADS = 2_048;
const MOST_OPENINGS = 4;
const LONGEST_STAMP_BYTES = 64;

/** Everything of a frame around its outcomes, as it was parsed and checked once. */
export interface FrameHead {
  readonly place: Place;
  readonly mode: 'replace' | 'merge';
  readonly origin: ChangeOrigin;
  /** How its outcomes were written last. */
  shape: OutcomeShape;
  /** Bytes from the timestamp's end to the first outcome, and from the last one to the end of the frame. */
  readonly head: number;
  readonly tail: number;
  readonly opening: number;
  readonly hash: number;
  next: FrameHead | undefined;
  /** The selection that stood first in the last frame, to look there first; -1 = not known. */
  first: number;
}

/** What a head says. */
export type HeadWords = Pick<FrameHead, 'mode' | 'origin' | 'shape'> & { readonly at: GameAtBook };

/** Where in a frame the parts stand that may differ. */
export interface FramePlaces {
  readonly stampFrom: number;
  readonly stampTo: number;
  /** The outcomes' opening and past their closing brace. */
  readonly from: number;
  readonly to: number;
}

/** The heads of frames seen so far, found by their bytes. Bounded; they leave with their games. */
export class FrameHeads {
  readonly pieces = new ByteStore();
  readonly #openings: number[] = [];
  readonly #heads = new Map<number, FrameHead>();
  readonly #free: number[] = [];
  #nextPiece = 0;
  #size = 0;
  /** With so many heads, those whose games are over are let go of. */
  #lookAt = FEW_HEADS;

  get size(): number {
    return this.#size;
  }

  /** The head with which a frame begins. `null` where it is not known. */
  find(frame: DataView): FrameHead | null {
    for (const opening of this.#openings) {
      const stampFrom = this.pieces.match(opening, frame, 0);
      if (stampFrom === -1) continue;
      const stampTo = stampEnd(frame, stampFrom);
      if (stampTo === -1 || stampTo + WINDOW_BYTES > frame.byteLength) continue;
      const hash = windowHash(frame, stampTo);
      for (let head = this.#heads.get(hash); head !== undefined; head = head.next) {
        if (head.opening !== opening) continue;
        this.#end = this.pieces.match(head.head, frame, stampTo);
        if (this.#end !== -1) return head;
      }
    }
    return null;
  }

  /** Where the head that was found last ends. */
  get end(): number {
    return this.#end;
  }
  #end = 0;

  /** Remembers the head of a frame that was parsed and understood. One too short is of no use. */
  learn(json: Buffer, { stampFrom, stampTo, from, to }: FramePlaces, words: HeadWords): void {
    if (stampTo + WINDOW_BYTES > from) return;
    const opening = this.#opening(json, stampFrom);
    if (opening === null) return;
    if (this.#size >= this.#lookAt) this.#makeRoom();
    const { at, ...rest } = words;
    const hash = windowHash(new DataView(json.buffer, json.byteOffset, json.length), stampTo);
    const head = {
      ...rest,
      place: { at, found: null },
      head: this.#put(json, stampTo, from + 1),
      tail: this.#put(json, to - 1, json.length),
      opening,
      hash,
      next: this.#heads.get(hash),
      first: -1,
    };
    this.#heads.set(hash, head);
    this.#size += 1;
  }

  #opening(json: Buffer, stampFrom: number): number | null {
    const frame = new DataView(json.buffer, json.byteOffset, json.length);
    for (const known of this.#openings) if (this.pieces.match(known, frame, 0) === stampFrom) return known;
    if (this.#openings.length >= MOST_OPENINGS) return null;
    const opening = this.#put(json, 0, stampFrom);
    this.#openings.push(opening);
    return opening;
  }

  #put(json: Buffer, from: number, to: number): number {
    const id = this.#free.pop() ?? this.#nextPiece++;
    this.pieces.put(id, json, from, to);
    return id;
  }

  #makeRoom(): void {
    const isKept = ({ place: { found } }: FrameHead) => found !== null && !found.listing.isGone;
    this.#keep(isKept);
    if (this.#size > MOST_HEADS * 0.75) this.#keep(() => false);
    this.#lookAt = Math.max(FEW_HEADS, Math.min(MOST_HEADS, this.#size * 1.5));
  }

  #keep(isKept: (head: FrameHead) => boolean): void {
    const all = [...this.#heads.values()].flatMap(chainOf);
    this.#heads.clear();
    this.#size = 0;
    for (const head of all) {
      if (!isKept(head)) {
        this.pieces.free(head.head);
        this.pieces.free(head.tail);
        this.#free.push(head.head, head.tail);
        continue;
      }
      head.next = this.#heads.get(head.hash);
      this.#heads.set(head.hash, head);
      this.#size += 1;
    }
  }
}

/** Where the parts of a frame stand that was parsed before; `null` where it is no single object with outcomes. */
export function placesOf(json: Buffer): FramePlaces | null {
  const members = membersOf(json, 0);
  const data = members?.find(({ key }) => key === 'data');
  if (members === null || data === undefined) return null;
  const outcomes = membersOf(json, data.from)?.find(({ key }) => key === 'outcomes');
  if (outcomes === undefined) return null;
  const stamp = members[0]!;
  const isStamped = stamp.key === 'timestamp' && json[stamp.from] === QUOTE;
  const [stampFrom, stampTo] = isStamped ? [stamp.from + 1, stamp.to - 1] : [1, 1];
  return { stampFrom, stampTo, from: outcomes.from, to: outcomes.to };
}

function chainOf(first: FrameHead): FrameHead[] {
  const chain: FrameHead[] = [];
  for (let head: FrameHead | undefined = first; head !== undefined; head = head.next) chain.push(head);
  return chain;
}

/** The end of the timestamp: any text without an escape. An opening of one byte has none. */
function stampEnd(frame: DataView, from: number): number {
  if (from === 1) return from;
  const limit = Math.min(frame.byteLength, from + LONGEST_STAMP_BYTES);
  for (let at = from; at < limit; at += 1) {
    const byte = frame.getUint8(at);
    if (byte === QUOTE) return at;
    if (byte === BACKSLASH || byte < SPACE) return -1;
  }
  return -1;
}

function windowHash(frame: DataView, from: number): number {
  let hash = 0;
  for (let at = from; at < from + WINDOW_BYTES; at += 4)
    hash = Math.imul(hash ^ frame.getInt32(at, true), 0x5bd1e995) ^ (hash >>> 15);
  return hash;
}
