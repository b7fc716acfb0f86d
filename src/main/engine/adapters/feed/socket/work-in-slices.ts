/** The thread is busy with such work no longer than this at a stretch. */
const SLICE_MS = 5;

/**
 * Does work that takes long in slices, so that sockets and timers of the thread go on; what comes meanwhile waits its turn.
 * `busy` is told with each slice and at the end: the time to stop what brings more.
 */
export class WorkInSlices {
  readonly #busy: (isBusy: boolean) => void;
  #work: Iterator<void> | undefined;
  #waiting: (() => void)[] = [];
  #next: NodeJS.Immediate | undefined;

  constructor(busy: (isBusy: boolean) => void) {
    this.#busy = busy;
  }

  get isBusy(): boolean {
    return this.#work !== undefined;
  }

  /** Begins with work that has its pieces between `yield`s; one of them is not divided. Only while not busy. */
  begin(work: Iterator<void>): void {
    this.#work = work;
    this.#slice();
  }

  /** Runs this in its turn: at once while not busy. */
  inTurn(run: () => void): void {
    if (this.isBusy) this.#waiting.push(run);
    else run();
  }

  /** Drops what is left. */
  stop(): void {
    clearImmediate(this.#next);
    this.#work = undefined;
    this.#waiting = [];
  }

  #slice(): void {
    this.#busy(true);
    const untilMs = performance.now() + SLICE_MS;
    while (this.#work !== undefined) {
      if (this.#work.next().done) return this.#end();
      if (performance.now() < untilMs) continue;
      this.#next = setImmediate(() => this.#slice());
      return;
    }
  }

  #end(): void {
    this.#work = undefined;
    this.#busy(false);
    while (!this.isBusy) {
      const run = this.#waiting.shift();
      if (run === undefined) return;
      run();
    }
  }
}
