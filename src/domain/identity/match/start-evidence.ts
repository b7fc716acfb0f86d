import { startsFromLabel } from '../../catalogue/start-time.ts';

/** What is known of a match's start from one label. */
export interface StartEvidence {
  /** The start as stated. Unit: Unix ms; `null` where it was not stated. */
  readonly exactMs: number | null;
  /** The label's day, US Eastern. */
  readonly date: string | null;
  /** The label's hour; counts where no start was stated. */
  readonly hour: number | null;
  /** The instants that the label's day and hour can mean, or midnight and noon where it has no hour. */
  readonly labelMs: readonly number[];
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Farthest apart that two stated starts of one match are: an hour off, and the minutes that sportsbooks differ.
 * The games of a double-header start two hours apart or more.
 */
export const TWIN_REACH_MS = 1.5 * HOUR_MS;

/** The gap to a start of which the day alone is known: possible, and worse than any known hour. */
const DAY_GAP_MS = 12 * HOUR_MS;

/** Puts together what a stated start and a label say. */
export function startEvidence(
  startsAtMs: number | null,
  label: { readonly date: string | null; readonly hour: number | null } | null,
): StartEvidence {
  const date = label?.date ?? null;
  const hour = label?.hour ?? null;
  const labelMs = date === null ? [] : (startsFromLabel(date, hour ?? 12) ?? []);
  const exactMs = startsAtMs !== null && Number.isFinite(startsAtMs) ? startsAtMs : null;
  return { exactMs, date, hour, labelMs };
}

/** How well the start is known: 0 = stated, 1 = the label's hour, 2 = its day, 3 = not at all. */
export function vagueness({ exactMs, hour, date }: StartEvidence): 0 | 1 | 2 | 3 {
  return exactMs !== null ? 0 : hour !== null ? 1 : date !== null ? 2 : 3;
}

/**
 * How far apart two starts are if they can be one match's; `Infinity` if they can't. Stated starts count by the
 * minute, a label's hour by the hour and only within its own day. Unit: ms.
 */
export function startGapMs(left: StartEvidence, right: StartEvidence): number {
  if (vagueness(left) > vagueness(right)) return startGapMs(right, left);
  const [known, vague] = [vagueness(left), vagueness(right)];
  if (vague === 3) return Number.POSITIVE_INFINITY;
  if (vague === 0) return within(Math.abs(left.exactMs! - right.exactMs!), TWIN_REACH_MS);
  // A start near midnight would else meet the next day's game of the same series.
  if (left.date !== null && left.date !== right.date) return Number.POSITIVE_INFINITY;
  if (vague === 2) {
    const sinceMidnightMs = known === 0 ? left.exactMs! - (right.labelMs[0] ?? Number.NaN) : 0;
    return sinceMidnightMs >= 0 && sinceMidnightMs < DAY_MS ? DAY_GAP_MS : Number.POSITIVE_INFINITY;
  }
  const startsMs = known === 0 ? [left.exactMs! - (left.exactMs! % HOUR_MS)] : left.labelMs;
  const gapsMs = startsMs.flatMap((fromMs) => right.labelMs.map((toMs) => Math.abs(fromMs - toMs)));
  return within(Math.min(...gapsMs), HOUR_MS);
}

function within(gapMs: number, reachMs: number): number {
  return gapMs <= reachMs ? gapMs : Number.POSITIVE_INFINITY;
}
