/** The provider's limits on who comes how often. Times are monotonic milliseconds; `ip` is the peer's address. */
export interface Limits {
  /** Counts a connect and says whether it may go on. A refused one counts too. */
  connect(ip: string, nowMs: number): boolean;
  /** Counts a GET: 0 when it may go on, else how long to wait. */
  get(ip: string, nowMs: number): number;
  /** Whether a subscribe may follow one that was accepted at `previousMs`. */
  resubscribe(previousMs: number | null, nowMs: number): boolean;
}

const WINDOW_MS = 60_000;
const PER_WINDOW = 12;
const GET_BURST = 3;
const GET_REFILL_MS = WINDOW_MS / PER_WINDOW;
const RESUBSCRIBE_MS = 5000;

/** 12 connects in any minute, 12 GETs a minute with a burst of 3, 5 seconds between subscribes. */
export function providerLimits(): Limits {
  const connects = new Map<string, number[]>();
  const gets = new Map<string, number[]>();
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  return {
    connect(ip, nowMs) {
      const recent = recentOf(connects, ip, nowMs);
      recent.push(nowMs);
      return recent.length <= PER_WINDOW;
    },
    get(ip, nowMs) {
      const recent = recentOf(gets, ip, nowMs);
      const bucket = buckets.get(ip) ?? { tokens: GET_BURST, atMs: nowMs };
      bucket.tokens = Math.min(GET_BURST, bucket.tokens + (nowMs - bucket.atMs) / GET_REFILL_MS);
      bucket.atMs = nowMs;
      buckets.set(ip, bucket);
      if (recent.length >= PER_WINDOW) return recent[recent.length - PER_WINDOW]! + WINDOW_MS - nowMs;
      if (bucket.tokens < 1) return (1 - bucket.tokens) * GET_REFILL_MS;
      bucket.tokens -= 1;
      recent.push(nowMs);
      return 0;
    },
    resubscribe: (previousMs, nowMs) => previousMs === null || nowMs - previousMs >= RESUBSCRIBE_MS,
  };
}

/** No limits at all. */
export function noLimits(): Limits {
  return { connect: () => true, get: () => 0, resubscribe: () => true };
}

function recentOf(all: Map<string, number[]>, ip: string, nowMs: number): number[] {
  const recent = (all.get(ip) ?? []).filter((atMs) => nowMs - atMs < WINDOW_MS);
  all.set(ip, recent);
  return recent;
}
