const [QUOTE, BACKSLASH, COLON, COMMA] = [0x22, 0x5c, 0x3a, 0x2c];
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];

/** A member of an object: where its key (without quotes) and its value stand. */
export interface Member {
  readonly key: string;
  readonly keyFrom: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Where the members of an object stand in JSON that was parsed before; `null` where a key is written with an escape or
 * twice, so that it takes more than bytes to know which counts. `most`: so many are enough.
 */
export function membersOf(json: Buffer, object: number, most = Number.POSITIVE_INFINITY): Member[] | null {
  if (json[object] !== OPEN) return null;
  const members: Member[] = [];
  const keys = new Set<string>();
  let at = skipSpace(json, object + 1);
  while (json[at] !== CLOSE && members.length < most) {
    const keyFrom = at + 1;
    const keyTo = skipText(json, at) - 1;
    const key = json.toString('utf8', keyFrom, keyTo);
    if (key.includes('\\') || keys.has(key)) return null;
    keys.add(key);
    at = skipSpace(json, keyTo + 1);
    if (json[at] !== COLON) return null;
    const from = skipSpace(json, at + 1);
    const to = skipValue(json, from);
    members.push({ key, keyFrom, from, to });
    at = skipSpace(json, to);
    if (json[at] === COMMA) at = skipSpace(json, at + 1);
  }
  return members;
}

function skipSpace(json: Buffer, from: number): number {
  let at = from;
  while (json[at] === 0x20 || json[at] === 0x0a || json[at] === 0x0d || json[at] === 0x09) at += 1;
  return at;
}

/** Past the closing quote of the text that begins at `from`. */
function skipText(json: Buffer, from: number): number {
  let at = from + 1;
  while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1;
  return at + 1;
}

/** Past the value that begins at `from`. */
export function skipValue(json: Buffer, from: number): number {
  if (json[from] === QUOTE) return skipText(json, from);
  let at = from;
  if (json[from] !== OPEN && json[from] !== OPEN_LIST) {
    while (at < json.length && !isEnd(json[at]!)) at += 1;
    return at;
  }
  let depth = 0;
  do {
    const byte = json[at];
    if (byte === QUOTE) {
      at = skipText(json, at);
      continue;
    }
    if (byte === OPEN || byte === OPEN_LIST) depth += 1;
    if (byte === CLOSE || byte === CLOSE_LIST) depth -= 1;
    at += 1;
  } while (depth > 0 && at < json.length);
  return at;
}

function isEnd(byte: number): boolean {
  return byte === COMMA || byte === CLOSE || byte === CLOSE_LIST || byte <= 0x20;
}
