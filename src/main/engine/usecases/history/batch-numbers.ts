/**
 * Numbers from 1 up by which the batches of one run know selections. A number that is given back means another
 * selection only in a later batch.
 */
export class BatchNumbers {
  #next = 1;
  readonly #free: number[] = [];
  readonly #resting: number[] = [];

  take(): number {
    return this.#free.pop() ?? this.#next++;
  }

  giveBack(number: number): void {
    this.#resting.push(number);
  }

  /** The batch has left: what was given back may be given anew. */
  recycle(): void {
    for (const number of this.#resting) this.#free.push(number);
    this.#resting.length = 0;
  }

  beginAnew(): void {
    this.#next = 1;
    this.#free.length = 0;
    this.#resting.length = 0;
  }
}
