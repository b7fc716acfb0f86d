import { BACKSLASH, CLOSE, COMMA, OPEN, QUOTE, skipSpace } from '../scan/json-bytes.ts';

const [OPEN_LIST, CLOSE_LIST] = [0x5b, 0x5d];
/** A list of frames that is larger takes longer than anybody should wait for the thread. */
const LARGE_BYTES = 1024 * 1024;

/** Whether a frame is a list that is better worked off in pieces. */
export function isLargeList(frame: Buffer): boolean {
  return frame.length >= LARGE_BYTES && frame[skipSpace(viewOf(frame), 0, frame.length)] === OPEN_LIST;
}

/**
 * Decodes a list of frames one by one, a piece of work between two `yield`s. What comes of it is what decoding the whole
 * at once gives: nothing is decoded before all of it is known to be JSON, and what is not is decoded as a whole.
 */
export function* decodeLargeList(
  list: Buffer,
  decode: (frame: Buffer) => void,
  isListInList: () => void,
): Generator<void, void> {
  if (!(yield* isJson(list))) return decode(list);
  for (const element of elementsOf(list)) {
    if (element[0] === OPEN_LIST) isListInList();
    else decode(element);
    yield;
  }
}

function* isJson(list: Buffer): Generator<void, boolean> {
  const elements = elementsOf(list);
  for (;;) {
    const { done, value } = elements.next();
    if (done) return value;
    try {
      JSON.parse(value.toString('utf8'));
    } catch {
      return false;
    }
    yield;
  }
}

/** The elements of a list as they stand. Answers whether, if each of them is JSON, the whole is. */
function* elementsOf(list: Buffer): Generator<Buffer, boolean> {
  const view = viewOf(list);
  let at = skipSpace(view, 0, list.length);
  if (list[at] !== OPEN_LIST) return false;
  at = skipSpace(view, at + 1, list.length);
  if (list[at] !== CLOSE_LIST) {
    for (;;) {
      const from = at;
      at = endOfElement(list, from);
      yield list.subarray(from, at);
      if (list[at] !== COMMA) break;
      at = skipSpace(view, at + 1, list.length);
    }
  }
  return list[at] === CLOSE_LIST && skipSpace(view, at + 1, list.length) === list.length;
}

/** Where the comma or the bracket after an element stands, or what is wrong there. */
function endOfElement(list: Buffer, from: number): number {
  let depth = 0;
  for (let at = from; at < list.length; at += 1) {
    const byte = list[at]!;
    if (byte === QUOTE) at = endOfText(list, at);
    else if (byte === OPEN || byte === OPEN_LIST) depth += 1;
    else if (byte === CLOSE || byte === CLOSE_LIST) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (byte === COMMA && depth === 0) return at;
  }
  return list.length;
}

function endOfText(list: Buffer, from: number): number {
  let at = from + 1;
  while (at < list.length && list[at] !== QUOTE) at += list[at] === BACKSLASH ? 2 : 1;
  return at;
}

function viewOf({ buffer, byteOffset, length }: Buffer): DataView {
  return new DataView(buffer, byteOffset, length);
}
