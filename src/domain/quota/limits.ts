import { elapsedMs, type Moment } from './moment.ts';

/**
 * The provider's limits with the head room that made a client free of refusals against sliding windows, fixed
 * windows and buckets alike. All counts are shared by every socket or GET of this machine.
 */
export const LIMITS = {
  /** Sockets: 12 a minute are allowed. */
  socketGapMs: 5_500,
  socketStarts: 10,
  socketWindowMs: 62_000,
  /** Subscribe messages on one socket: one in 5 s is allowed. */
  subscribeGapMs: 5_500,
  /** GET: 12 a minute are allowed, 3 in quick succession. */
  getBurst: 3,
  getRefillMs: 7_000,
  /** How long spent permits are remembered. */
  rememberedMs: 600_000,
};

/** How long a new socket has to wait, given the starts so far (failed ones too), oldest first. Unit: ms. */
export function socketDelayMs(starts: readonly Moment[], now: Moment): number {
  const ages = starts.map((start) => elapsedMs(start, now)).sort((left, right) => left - right);
  const sinceLast = ages[0] === undefined ? 0 : LIMITS.socketGapMs - ages[0];
  const nth = ages[LIMITS.socketStarts - 1];
  const sinceWindow = nth === undefined ? 0 : LIMITS.socketWindowMs - nth;
  return Math.max(0, sinceLast, sinceWindow);
}

/** How long a subscribe has to wait, given the one before on the same socket. Unit: ms. */
export function subscribeDelayMs(last: Moment | null, now: Moment): number {
  return last === null ? 0 : Math.max(0, LIMITS.subscribeGapMs - elapsedMs(last, now));
}

/**
 * How long a GET has to wait, given the GETs of the last ten minutes (failed ones too), oldest first: a bucket of
 * 3 that gains one every 7 s, so at most 11 a minute. Unit: ms.
 */
export function getDelayMs(gets: readonly Moment[], now: Moment): number {
  const ages = gets.map((get) => elapsedMs(get, now)).sort((left, right) => right - left);
  let tokens = LIMITS.getBurst;
  let atAge = ages[0] ?? 0;
  for (const age of ages) {
    tokens = Math.min(LIMITS.getBurst, tokens + (atAge - age) / LIMITS.getRefillMs) - 1;
    atAge = age;
  }
  tokens = Math.min(LIMITS.getBurst, tokens + atAge / LIMITS.getRefillMs);
  return tokens >= 1 ? 0 : Math.ceil((1 - tokens) * LIMITS.getRefillMs);
}
