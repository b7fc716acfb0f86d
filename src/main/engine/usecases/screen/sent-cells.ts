import { CELL_ABSENT } from '#contract/odds-screen.ts';
import { grown } from '#domain/board/columns.ts';

/** What a window has of a cell. */
export interface CellValue {
  readonly american: number;
  readonly line: number;
  readonly changedAtMs: number;
  readonly epoch: number;
  readonly state: number;
}

/** What a window has been sent of each cell, as columns: so that only real differences travel. */
export class SentCells {
  readonly #placeOf = new Map<number, number>();
  #american = new Int32Array(1024);
  #line = new Float64Array(1024);
  #changedAtMs = new Float64Array(1024);
  #epoch = new Uint32Array(1024);
  #state = new Uint8Array(1024);

  /** Takes in a cell's new value. Answers what was sent before, `undefined` when the window has just that. */
  exchange(cell: number, next: CellValue): CellValue | undefined {
    const known = this.#placeOf.get(cell);
    if (known === undefined) {
      if (next.state === CELL_ABSENT) return undefined;
      this.#write(this.#add(cell), next);
      return NEVER_SENT;
    }
    const isSame =
      this.#american[known] === next.american &&
      Object.is(this.#line[known], next.line) &&
      this.#epoch[known] === next.epoch &&
      this.#state[known] === next.state;
    if (isSame) return undefined;
    const before: CellValue = {
      american: this.#american[known]!,
      line: this.#line[known]!,
      changedAtMs: this.#changedAtMs[known]!,
      epoch: this.#epoch[known]!,
      state: this.#state[known]!,
    };
    this.#write(known, next);
    return before;
  }

  #add(cell: number): number {
    const place = this.#placeOf.size;
    this.#placeOf.set(cell, place);
    if (place < this.#american.length) return place;
    const capacity = place * 2;
    this.#american = grown(this.#american, capacity);
    this.#line = grown(this.#line, capacity);
    this.#changedAtMs = grown(this.#changedAtMs, capacity);
    this.#epoch = grown(this.#epoch, capacity);
    this.#state = grown(this.#state, capacity);
    return place;
  }

  #write(place: number, value: CellValue): void {
    this.#american[place] = value.american;
    this.#line[place] = value.line;
    this.#changedAtMs[place] = value.changedAtMs;
    this.#epoch[place] = value.epoch;
    this.#state[place] = value.state;
  }
}

const NEVER_SENT: CellValue = { american: 0, line: Number.NaN, changedAtMs: 0, epoch: 0, state: CELL_ABSENT };
