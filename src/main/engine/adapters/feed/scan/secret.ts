/** What must not be kept, looked for in bytes: mostly a look at the last byte of a window is enough to pass over all of it. */
export class Secret {
  readonly #bytes: Uint8Array;
  /** By byte, how far a window that ends with it may be moved; 0 = the secret ends so. */
  readonly #steps: Int32Array;

  /** Without a text nothing is a secret. */
  constructor(text: string) {
    this.#bytes = Buffer.from(text);
    const { length } = this.#bytes;
    this.#steps = new Int32Array(256).fill(length);
    for (const [at, byte] of this.#bytes.entries()) this.#steps[byte] = length - 1 - at;
  }

  isIn(view: DataView, from: number, to: number): boolean {
    const { length } = this.#bytes;
    if (length === 0) return false;
    for (let end = from + length; end <= to; ) {
      const steps = this.#steps[view.getUint8(end - 1)]!;
      if (steps === 0 && this.#ends(view, end)) return true;
      end += steps || 1;
    }
    return false;
  }

  #ends(view: DataView, end: number): boolean {
    const from = end - this.#bytes.length;
    return this.#bytes.every((byte, at) => view.getUint8(from + at) === byte);
  }
}
