/** Digits of a number that is told from a text: so many are kept, four bits each, with their count in 64 bits. */
export const MOST_DIGITS = 15;

/** The number of digits that `high` counts. */
export function digitCount(high: number): number {
  return high >>> 28;
}

/** The digits as they were written, zeros in front included. */
export function digitsText(low: number, high: number): string {
  let text = '';
  for (let at = 0; at < digitCount(high); at += 1) text += digitAt(low, high, at);
  return text;
}

/** One of the digits, counted from the first. */
export function digitAt(low: number, high: number, at: number): number {
  return (at < 8 ? low >>> (at * 4) : high >>> (at * 4 - 32)) & 15;
}

/** Up to 15 digits as two whole numbers. */
export class Digits {
  low = 0;
  high = 0;

  clear(): void {
    this.low = 0;
    this.high = 0;
  }

  /** Takes the digits that stand there, in `from` to `from` + 16. Answers where they end, -1 = there are none or too many. */
  read(view: DataView, from: number): number {
    let low = 0;
    let high = 0;
    let count = 0;
    for (;;) {
      // a digit is a byte whose upper half is 3 and whose lower half is below 10
      const four = view.getInt32(from + count, true) ^ 0x30303030;
      const others = (four | (four + 0x06060606)) & 0xf0f0f0f0;
      const more = others === 0 ? 4 : (31 - Math.clz32(others & -others)) >>> 3;
      const pairs = four | (four >>> 4);
      let packed = (pairs & 0xff) | ((pairs >>> 8) & 0xff00);
      if (more < 4) packed &= (1 << (4 * more)) - 1;
      if (count < 8) low |= packed << (4 * count);
      else high |= packed << (4 * (count - 8));
      count += more;
      if (more < 4) break;
      if (count > MOST_DIGITS) return -1;
    }
    if (count === 0) return -1;
    this.low = low;
    this.high = high | (count << 28);
    return from + count;
  }

  /** Adds a digit behind the others; there is room for `MOST_DIGITS`. */
  add(digit: number): void {
    const count = digitCount(this.high);
    if (count < 8) this.low |= digit << (count * 4);
    else this.high |= digit << (count * 4 - 32);
    this.high = (this.high + (1 << 28)) | 0;
  }
}

/** Where the digits end in the frame if they stand there at `from`, else -1. Sixteen bytes from there are in the frame. */
export function matchDigits(low: number, high: number, frame: DataView, from: number): number {
  const end = from + digitCount(high);
  for (let at = from; at < end; at += 4) {
    const done = (at - from) * 4;
    const packed = done < 32 ? low >>> done : high >>> (done - 32);
    let other = frame.getInt32(at, true) ^ written(packed & 0xffff);
    if (end - at < 4) other &= (1 << ((end - at) * 8)) - 1;
    if (other !== 0) return -1;
  }
  return end;
}

/** Four digits as the bytes by which they are written. */
function written(packed: number): number {
  const pairs = (packed | (packed << 8)) & 0x00ff00ff;
  return ((pairs | (pairs << 4)) & 0x0f0f0f0f) | 0x30303030;
}
