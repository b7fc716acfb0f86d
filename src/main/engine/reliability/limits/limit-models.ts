/** Says whether a server would refuse a request at `ms`. A refused one counts too. */
export type LimitModel = (ms: number) => boolean;

/** So many in any minute. */
export function slidingWindow(most: number): LimitModel {
  const seen: number[] = [];
  return (ms) => {
    while (seen[0] !== undefined && seen[0] <= ms - 60_000) seen.shift();
    seen.push(ms);
    return seen.length > most;
  };
}

/** So many in each minute of the server's clock, which begins its minutes at `phaseMs`. */
export function fixedWindow(most: number, phaseMs: number): LimitModel {
  let [window, count] = [Number.NaN, 0];
  return (ms) => {
    const now = Math.floor((ms + phaseMs) / 60_000);
    [window, count] = [now, now === window ? count + 1 : 1];
    return count > most;
  };
}

/** A bucket of so many that gains one in each `refillMs`. */
export function tokenBucket(most: number, refillMs: number): LimitModel {
  let [tokens, lastMs] = [most, 0];
  return (ms) => {
    tokens = Math.min(most, tokens + (ms - lastMs) / refillMs) - 1;
    lastMs = ms;
    return tokens < 0;
  };
}

/** Every way in which "12 a minute" may be meant, by name. */
export function twelveAMinute(): Map<string, LimitModel> {
  const models = new Map([
    ['sliding window', slidingWindow(12)],
    ['token bucket', tokenBucket(12, 5_000)],
  ]);
  for (let phaseMs = 0; phaseMs < 60_000; phaseMs += 5_000)
    models.set(`fixed window from ${phaseMs} ms`, fixedWindow(12, phaseMs));
  return models;
}
