/** How a sportsbook's messages come in. Times in Unix ms. */
export interface Pulse {
  /** The provider's id. */
  readonly sportsbook: string;
  readonly heardAtMs: number;
  /** What usually lies between two messages, ms; 0 = not known yet. */
  readonly usualGapMs: number;
}

/** How late a sportsbook is by its own measure. */
export type PulseState = 'fresh' | 'slow' | 'late';

/** Messages closer together than this are one burst. */
const BURST_MS = 250;
/** The newest gap counts for a sixteenth of what is usual. */
const WEIGHT = 1 / 16;
/** No sportsbook is slow, or late, before it was silent for so long, and for so many of its usual gaps. */
const SLOW = { atLeastMs: 10_000, gaps: 4 };
const LATE = { atLeastMs: 45_000, gaps: 12 };

/** Listens to when each sportsbook is heard. */
export class Pulses {
  readonly #heard = new Map<string, { heardAtMs: number; usualGapMs: number }>();

  /** A message of a sportsbook has come. A clock that was turned back counts as no gap. */
  note(sportsbook: string, atMs: number): void {
    const known = this.#heard.get(sportsbook);
    if (known === undefined) {
      this.#heard.set(sportsbook, { heardAtMs: atMs, usualGapMs: 0 });
      return;
    }
    const gapMs = atMs - known.heardAtMs;
    known.heardAtMs = atMs;
    if (gapMs < BURST_MS) return;
    known.usualGapMs =
      known.usualGapMs === 0 ? gapMs : known.usualGapMs + (gapMs - known.usualGapMs) * WEIGHT;
  }

  /** Forgets all: another connection has a pulse of its own. */
  clear(): void {
    this.#heard.clear();
  }

  all(): Pulse[] {
    return Array.from(this.#heard, ([sportsbook, { heardAtMs, usualGapMs }]) => ({
      sportsbook,
      heardAtMs,
      usualGapMs: Math.round(usualGapMs),
    }));
  }
}

/** How late a sportsbook is: by how long it is silent, against its own usual gap. */
export function pulseState({ heardAtMs, usualGapMs }: Pulse, nowMs: number): PulseState {
  const silentMs = nowMs - heardAtMs;
  if (silentMs <= Math.max(SLOW.atLeastMs, SLOW.gaps * usualGapMs)) return 'fresh';
  return silentMs <= Math.max(LATE.atLeastMs, LATE.gaps * usualGapMs) ? 'slow' : 'late';
}
