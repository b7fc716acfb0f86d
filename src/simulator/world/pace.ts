import type { Chance } from './chance.ts';

/** Keeps the number of frames near the wished rate, while the moments stay as random as they are. */
export class Pace {
  readonly #perMs: number;
  readonly #chance: Chance;
  /** Frames told beyond what the rate allows so far; negative = too few. */
  #ahead = 0;
  #sinceLast = 0;
  #framesPerMove = 3;

  constructor(ratePerSecond: number, chance: Chance) {
    this.#perMs = ratePerSecond / 1000;
    this.#chance = chance;
  }

  /** A frame was told. */
  count(): void {
    this.#sinceLast += 1;
  }

  /** How long to wait before the market moves again. */
  nextDelayMs(): number {
    this.#framesPerMove = Math.max(0.2, this.#framesPerMove * 0.995 + this.#sinceLast * 0.005);
    this.#ahead += this.#sinceLast;
    this.#sinceLast = 0;
    const room = this.#perMs * 2000 + this.#framesPerMove;
    const brake = Math.exp(Math.min(3, Math.max(-1.5, this.#ahead / room)));
    const meanMs = (this.#framesPerMove / this.#perMs) * brake;
    const delayMs = Math.min(60_000, this.#chance.exponential(meanMs));
    this.#ahead = Math.min(room * 3, Math.max(-room, this.#ahead - delayMs * this.#perMs));
    return delayMs;
  }
}
