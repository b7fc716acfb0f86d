import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { backoffMs, tooManyWaitMs } from './backoff.ts';
import { getDelayMs, LIMITS, socketDelayMs, subscribeDelayMs } from './limits.ts';
import { elapsedMs, type Moment } from './moment.ts';

const at = (wallMs: number, uptimeMs = wallMs, boot = 'a'): Moment => ({ wallMs, uptimeMs, boot });

describe('elapsedMs', () => {
  test.each([
    ['both clocks agree', at(1000), at(4000), 3000],
    ['the wall clock went forward', at(1000, 1000), at(90_000, 4000), 3000],
    ['the wall clock was turned back', at(90_000, 1000), at(1000, 4000), 3000],
    ['it went back between two boots', at(90_000, 1000, 'a'), at(1000, 4000, 'b'), 0],
    ['the machine was started again', at(1000, 900_000, 'a'), at(61_000, 5000, 'b'), 60_000],
  ])('%s', (_case, earlier, now, expected) => {
    expect(elapsedMs(earlier, now)).toBe(expected);
  });
});

/** Server models of "12 a minute": each answers whether it would refuse a request at `ms`. */
const servers = {
  'sliding window': () => {
    const seen: number[] = [];
    return (ms: number) => {
      while (seen.length > 0 && seen[0]! <= ms - 60_000) seen.shift();
      seen.push(ms);
      return seen.length > 12;
    };
  },
  'fixed window': () => {
    let [window, count] = [-1, 0];
    return (ms: number) => {
      const now = Math.floor(ms / 60_000);
      [window, count] = [now, now === window ? count + 1 : 1];
      return count > 12;
    };
  },
  bucket: () => {
    let [tokens, last] = [12, 0];
    return (ms: number) => {
      tokens = Math.min(12, tokens + ((ms - last) * 12) / 60_000);
      last = ms;
      tokens -= 1;
      return tokens < 0;
    };
  },
};

/** As `servers`, and at most 3 in quick succession: a bucket of 3 that gains one every 5 s. */
const getServers = {
  ...servers,
  'burst of 3': () => {
    let [tokens, last] = [3, 0];
    return (ms: number) => {
      tokens = Math.min(3, tokens + (ms - last) / 5000);
      last = ms;
      tokens -= 1;
      return tokens < 0;
    };
  },
};

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('against models of the server, 20,000 attempts each, with network jitter', () => {
  const attempts = 20_000;
  test.each(Object.entries(servers))('sockets: %s refuses none', (_name, model) => {
    const refuses = model();
    const chance = seeded(7);
    const starts: Moment[] = [];
    let [now, arrivedMs, refusals] = [0, 0, 0];
    for (let n = 0; n < attempts; n += 1) {
      now += socketDelayMs(starts, at(now)) + Math.floor(chance() ** 8 * 90_000);
      starts.push(at(now));
      if (starts.length > 30) starts.shift();
      arrivedMs = Math.max(arrivedMs, now + chance() * 400);
      if (refuses(arrivedMs)) refusals += 1;
    }
    expect(refusals).toBe(0);
  });

  test.each(Object.entries(getServers))('GETs: %s refuses none', (_name, model) => {
    const refuses = model();
    const chance = seeded(11);
    let gets: Moment[] = [];
    let [now, arrivedMs, refusals] = [0, 0, 0];
    for (let n = 0; n < attempts; n += 1) {
      now += getDelayMs(gets, at(now)) + Math.floor(chance() ** 6 * 60_000);
      gets = [...gets.filter((get) => now - get.wallMs < LIMITS.rememberedMs), at(now)];
      arrivedMs = Math.max(arrivedMs, now + chance() * 400);
      if (refuses(arrivedMs)) refusals += 1;
    }
    expect(refusals).toBe(0);
  });
});

describe('delays', () => {
  it('lets three GETs through at once and the fourth after 7 s', () => {
    const gets: Moment[] = [];
    for (let n = 0; n < 3; n += 1) {
      expect(getDelayMs(gets, at(0))).toBe(0);
      gets.push(at(0));
    }
    expect(getDelayMs(gets, at(0))).toBe(7000);
    expect(getDelayMs(gets, at(6999))).toBe(1);
    expect(getDelayMs(gets, at(7000))).toBe(0);
  });

  it('never lets a turned clock shorten a wait', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.integer({ min: -86_400_000, max: 86_400_000 }),
        (passedMs, turnedMs) => {
          const start = at(1e12, 1e6);
          const now = at(1e12 + passedMs + turnedMs, 1e6 + passedMs);
          const truth = Math.max(0, LIMITS.socketGapMs - passedMs);
          expect(socketDelayMs([start], now)).toBeGreaterThanOrEqual(truth);
          expect(subscribeDelayMs(start, now)).toBeGreaterThanOrEqual(truth);
        },
      ),
    );
  });

  it('backs off with full jitter up to 30 s, and 60 to 75 s after "too many"', () => {
    expect(backoffMs(1, 0.999)).toBeLessThan(2000);
    expect(backoffMs(40, 0.9999)).toBeLessThanOrEqual(30_000);
    expect(backoffMs(9, 0)).toBe(0);
    expect(tooManyWaitMs(0)).toBe(60_000);
    expect(tooManyWaitMs(0.9999)).toBeLessThanOrEqual(75_000);
  });
});
