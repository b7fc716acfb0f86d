/** How much of the history is kept; `null` = no limit of this kind. */
export interface RetentionLimits {
  /** Prices older than this go. Unit: days. */
  readonly days: number | null;
  /** The history's size on disk; the oldest prices go first. Unit: bytes. */
  readonly bytes: number | null;
}

/** A chunk of changes of one game, as retention looks at it. `lastMs`: its newest change, Unix ms. */
export interface StoredChunk {
  readonly id: number;
  readonly game: number;
  readonly lastMs: number;
  readonly changes: number;
}

/** What has to go by now. */
export interface Expiry {
  /** Changes before this moment go, Unix ms; `null` = age does not matter. */
  readonly beforeMs: number | null;
  /** So many of the oldest changes go, whatever their age. */
  readonly changes: number;
}

const DAY_MS = 86_400_000;

/** What has to go of a history that holds `changes` in `bytes`, all of it included. */
export function expiryOf(
  limits: RetentionLimits,
  held: { readonly changes: number; readonly bytes: number },
  nowMs: number,
): Expiry {
  const beforeMs = limits.days === null ? null : nowMs - limits.days * DAY_MS;
  if (limits.bytes === null || held.bytes <= limits.bytes) return { beforeMs, changes: 0 };
  return { beforeMs, changes: Math.ceil(held.changes * (1 - limits.bytes / held.bytes)) };
}

/**
 * The chunks that have to go, of chunks from the oldest to the newest: never one of a game that is to be kept, and no
 * more than the limits ask for. Looks no further than it has to.
 */
export function* expired(
  chunks: Iterable<StoredChunk>,
  { beforeMs, changes }: Expiry,
  isKept: (game: number) => boolean,
): Generator<StoredChunk> {
  let toGo = changes;
  for (const chunk of chunks) {
    const isOld = beforeMs !== null && chunk.lastMs < beforeMs;
    if (!isOld && toGo <= 0) return;
    if (isKept(chunk.game)) continue;
    toGo -= chunk.changes;
    yield chunk;
  }
}
