import { Chance } from '../../world/chance.ts';
import type { Outlet } from '../outlet.ts';
import { garbled, withOtherBook, withOtherType } from './frame-damage.ts';

/** How a connect or GET is refused: an HTTP status with words. */
export interface Refusal {
  readonly status: number;
  readonly words: string;
}

/** What is wrong with the next frames; counts run down to 0 frame by frame. */
export interface Wrongs {
  slowMs: number;
  garble: number;
  split: number;
  duplicate: number;
  reorder: number;
  changeType: { readonly field: string; left: number } | null;
  rename: { readonly from: string; readonly to: string } | null;
}

type Write = (frame: string, fragments: number) => void;

/**
 * Lets a simulator misbehave on command. Every fault stays until its count has run down or `clear`.
 * Faults on frames hit what is sent to any client.
 */
export class FrameFaults {
  readonly #outlets = new Set<Outlet>();
  readonly #chance: Chance;
  readonly #held = new Map<Outlet, (() => void)[]>();
  readonly #swapped = new Map<Outlet, () => void>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #isHolding = false;
  #wrongs: Wrongs = noWrongs();
  #refusal: (Refusal & { left: number }) | null = null;

  constructor(seed: number | string) {
    this.#chance = new Chance(`faults/${seed}`);
  }

  /** Closes every socket without a word, as a cut cable does. */
  drop(): void {
    for (const outlet of this.#outlets) outlet.drop();
  }

  /** Sockets that are open now stay open, but dead: nothing out, nothing in, pings unanswered. */
  blackhole(): void {
    for (const outlet of this.#outlets) outlet.goDead();
  }

  /** Every frame arrives this much later; 0 = as usual. */
  slow(delayMs: number): void {
    this.#wrongs.slowMs = delayMs;
  }

  /** Refuses the next `count` connects and GETs. */
  refuse(status: number, words: string, count = Infinity): void {
    this.#refusal = { status, words, left: count };
  }

  /** Damages bytes in the next `count` frames. */
  garble(count = 1): void {
    this.#wrongs.garble += count;
  }

  /** Sends the next `count` frames as several WebSocket fragments. */
  split(count = 1): void {
    this.#wrongs.split += count;
  }

  /** Sends the next `count` frames twice. */
  duplicate(count = 1): void {
    this.#wrongs.duplicate += count;
  }

  /** The next `count` frames each change places with the one after them. */
  reorder(count = 1): void {
    this.#wrongs.reorder += count;
  }

  /** Holds every frame for this long, then sends them all at once. */
  burst(holdMs: number): void {
    this.#isHolding = true;
    this.#later(holdMs, () => this.#release());
  }

  /** One sportsbook goes by another name from now on. */
  renameBook(from: string, to: string): void {
    this.#wrongs.rename = { from, to };
  }

  /** Sends every client a frame with an action that nobody has heard of. */
  unknownAction(action = 'market_pulse'): void {
    const text = JSON.stringify({
      timestamp: new Date(0).toISOString(),
      action,
      data: { reason: 'unknown' },
    });
    for (const outlet of this.#outlets) outlet.control(text);
  }

  /** In the next `count` frames that have the field, its value has another type. */
  changeType(field: string, count = 1): void {
    this.#wrongs.changeType = { field, left: count };
  }

  /** Ends every fault; what was held back is sent. */
  clear(): void {
    this.#wrongs = noWrongs();
    this.#refusal = null;
    this.#release();
    for (const write of this.#swapped.values()) write();
    this.#swapped.clear();
  }

  /** The refusal that a connect or GET meets now, `null` when it may go on. Counts it. */
  takeRefusal(): Refusal | null {
    const refusal = this.#refusal;
    if (refusal === null || refusal.left <= 0) return null;
    refusal.left -= 1;
    return refusal;
  }

  /** Adds a way out that the faults act on; returns the undo. */
  watch(outlet: Outlet): () => void {
    this.#outlets.add(outlet);
    return () => {
      this.#outlets.delete(outlet);
      this.#held.delete(outlet);
      this.#swapped.delete(outlet);
    };
  }

  /** Sends a frame through the faults: `write` is called not at all, once or more often, now or later. */
  pass(outlet: Outlet, text: string, write: Write): void {
    const wrongs = this.#wrongs;
    const frame = this.#damaged(text);
    const fragments = take(wrongs, 'split') ? 3 : 1;
    const copies = take(wrongs, 'duplicate') ? 2 : 1;
    const send = (): void => {
      for (let copy = 0; copy < copies; copy += 1) write(frame, fragments);
    };
    const held = this.#swapped.get(outlet);
    if (held === undefined && take(wrongs, 'reorder')) {
      this.#swapped.set(outlet, send);
      return;
    }
    this.#sendOrHold(outlet, send);
    if (held !== undefined) {
      this.#swapped.delete(outlet);
      this.#sendOrHold(outlet, held);
    }
  }

  /** Stops everything that is planned. */
  end(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #damaged(text: string): string {
    const wrongs = this.#wrongs;
    let frame = wrongs.rename === null ? text : withOtherBook(text, wrongs.rename);
    if (wrongs.changeType !== null && wrongs.changeType.left > 0) {
      const changed = withOtherType(frame, wrongs.changeType.field);
      if (changed !== frame) wrongs.changeType.left -= 1;
      frame = changed;
    }
    return take(wrongs, 'garble') ? garbled(frame, this.#chance) : frame;
  }

  #sendOrHold(outlet: Outlet, send: () => void): void {
    if (this.#isHolding) {
      const held = this.#held.get(outlet) ?? [];
      held.push(send);
      this.#held.set(outlet, held);
    } else if (this.#wrongs.slowMs > 0) this.#later(this.#wrongs.slowMs, send);
    else send();
  }

  #release(): void {
    this.#isHolding = false;
    for (const held of this.#held.values()) for (const send of held) send();
    this.#held.clear();
  }

  #later(delayMs: number, call: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      call();
    }, delayMs);
    this.#timers.add(timer);
  }
}

function noWrongs(): Wrongs {
  return { slowMs: 0, garble: 0, split: 0, duplicate: 0, reorder: 0, changeType: null, rename: null };
}

function take(wrongs: Wrongs, kind: 'garble' | 'split' | 'duplicate' | 'reorder'): boolean {
  if (wrongs[kind] <= 0) return false;
  wrongs[kind] -= 1;
  return true;
}
