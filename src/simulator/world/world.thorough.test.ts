import { describe, expect, it } from 'vitest';
import { writeOddsMessage } from '../wire/odds-frames.ts';
import type { WorldMessage } from './messages.ts';
import { SUSPENDED } from './prices/sheet.ts';
import { World, type WorldOptions } from './world.ts';

const HOUR_MS = 3_600_000;
const EVENING = { seed: 7, books: 6, games: 16, ratePerSecond: 4, startMs: Date.UTC(2026, 10, 22, 23, 30) };

function worldWith(options: Partial<WorldOptions> = {}): World {
  return new World({ ...EVENING, consensus: false, ...options });
}

function written(messages: readonly WorldMessage[]): readonly string[] {
  return messages.map((message) =>
    message.feed === 'odds'
      ? String(writeOddsMessage(message, null))
      : JSON.stringify([message.kind, message.atMs, message.game.universalId, message.state]),
  );
}

describe('an evening', () => {
  it('is the same for the same seed, however the steps are cut', () => {
    const whole = written(worldWith().step(600_000));
    const other = worldWith();
    const cut: string[] = [];
    for (let ms = 0; ms < 600_000; ms += 37_500) cut.push(...written(other.step(37_500)));
    expect(cut).toEqual(whole);
    expect(whole.length).toBeGreaterThan(1500);
  });

  it('is another for another seed', () => {
    const one = written(worldWith({ seed: 1 }).step(60_000));
    const two = written(worldWith({ seed: 2 }).step(60_000));
    expect(one.filter((text) => two.includes(text))).toEqual([]);
  });

  it('has every action, line updates by far the most, and games that start, score and end', () => {
    const world = worldWith();
    const counts = new Map<string, number>();
    let points = 0;
    let lastMs = 0;
    for (let ms = 0; ms < 4 * HOUR_MS; ms += 600_000) {
      for (const message of world.step(600_000)) {
        if (message.atMs < lastMs) throw new Error('messages out of order');
        lastMs = message.atMs;
        const kind = message.feed === 'odds' ? message.action : message.kind;
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
        if (message.feed === 'plays') points += message.event?.points ?? 0;
      }
    }
    const of = (kind: string): number => counts.get(kind) ?? 0;
    const odds = ['line_update', 'game_update', 'game_removed', 'game_added', 'initial_state', 'book_clear'];
    const all = odds.reduce((sum, kind) => sum + of(kind), of('sport_clear'));
    expect(of('line_update') / all).toBeGreaterThan(0.8);
    expect(of('line_update') / all).toBeLessThan(0.98);
    expect(of('game_update') / all).toBeGreaterThan(0.02);
    for (const kind of [...odds, 'sport_clear', 'started', 'play', 'ended'])
      expect(of(kind), kind).toBeGreaterThan(0);
    expect(points).toBeGreaterThan(100);
    expect(world.games).toHaveLength(EVENING.games);
    expect(all / (4 * 3600)).toBeGreaterThan(EVENING.ratePerSecond * 0.75);
    expect(all / (4 * 3600)).toBeLessThan(EVENING.ratePerSecond * 1.35);
  });

  it('opens with games under way and games to come in the big leagues, all of them quoted', () => {
    const world = worldWith({ books: 12, games: 40 });
    for (const sport of ['NBA', 'NFL', 'NHL', 'MLB', 'EPL']) {
      const games = world.games.filter((game) => game.league.sport === sport);
      expect(
        games.some((game) => game.phase === 'live'),
        `${sport} live`,
      ).toBe(true);
      expect(games.filter((game) => game.phase === 'upcoming').length, `${sport} to come`).toBeGreaterThan(1);
    }
    for (const game of world.games) {
      expect(world.sheetsOf(game).filter((sheet) => sheet.isListed).length).toBeGreaterThan(6);
    }
    const moved = new Set(world.step(2000).map((message) => message.feed));
    expect(moved).toContain('odds');
  });

  it('keeps labels apart and never lets a team play twice at once', () => {
    const world = worldWith({ books: 1, games: 300 });
    const labels = [...world.listedSheets()].map((sheet) => sheet.names.label);
    expect(new Set(labels).size).toBe(labels.length);
    const starts = new Map<string, number[]>();
    for (const { home, away, startsAtMs } of world.games) {
      for (const team of [home, away]) starts.set(team, [...(starts.get(team) ?? []), startsAtMs]);
    }
    for (const times of starts.values()) {
      times.sort((a, b) => a - b);
      times.reduce((before, after) => {
        expect(after - before).toBeGreaterThanOrEqual(4 * HOUR_MS);
        return after;
      });
    }
  });
});

describe('prices', () => {
  it('are sane in every market at every moment: signs, steps and a hold of 2 to 9 % in two-way markets', () => {
    const world = worldWith({ books: 14, games: 22, ratePerSecond: 10 });
    let markets = 0;
    const insane: string[] = [];
    for (let stretch = 0; stretch < 6; stretch += 1) {
      world.step(600_000);
      for (const sheet of world.listedSheets()) {
        for (const { firstSlot, ways } of sheet.game.offering.propositions) {
          const prices = [...sheet.prices.subarray(firstSlot, firstSlot + ways)];
          const offered = prices.filter((price) => price !== 0 && price !== SUSPENDED);
          if (offered.some((price) => price > -101 && price < 100)) insane.push(`${prices}`);
          if (offered.length < 2 || ways !== 2) continue;
          markets += 1;
          const hold = offered.reduce((sum, price) => sum + implied(price), -1);
          if (hold < 0.02 || hold > 0.09) insane.push(`${sheet.book.id} ${prices}`);
        }
      }
    }
    expect(insane).toEqual([]);
    expect(markets).toBeGreaterThan(20_000);
  });

  it('agree between sportsbooks, and the sharp ones move first', () => {
    const world = worldWith({ books: 12, games: 20, ratePerSecond: 20 });
    world.step(600_000);
    for (const game of world.games.filter(({ phase }) => phase === 'upcoming')) {
      const chances = world
        .sheetsOf(game)
        .filter((sheet) => sheet.isListed && sheet.prices[0]! !== SUSPENDED)
        .map((sheet) => implied(sheet.prices[0]!));
      expect(Math.max(...chances) - Math.min(...chances)).toBeLessThan(0.12);
    }
    const scoredAt = new Map<string, number>();
    const waits = { pinnacle: [] as number[], ballybet: [] as number[] };
    for (const message of world.step(HOUR_MS)) {
      if (message.feed === 'plays') {
        if (!message.event?.points) continue;
        for (const book of Object.keys(waits)) scoredAt.set(`${book}/${message.game.number}`, message.atMs);
      } else if (message.action === 'line_update') {
        const book = message.sheet.book.id;
        const key = `${book}/${message.sheet.game.number}`;
        const sinceMs = scoredAt.get(key);
        if (sinceMs === undefined || (book !== 'pinnacle' && book !== 'ballybet')) continue;
        scoredAt.delete(key);
        waits[book].push(message.atMs - sinceMs);
      }
    }
    const middle = (of: number[]): number => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)]!;
    expect(waits.ballybet.length).toBeGreaterThan(20);
    expect(middle(waits.pinnacle) * 2).toBeLessThan(middle(waits.ballybet));
  });

  it('follow the score: a lead late in a game makes a favourite', () => {
    const world = worldWith({ books: 2, games: 50, ratePerSecond: 5 });
    let seen = 0;
    for (let stretch = 0; stretch < 40; stretch += 1) {
      world.step(120_000);
      for (const game of world.games) {
        if (game.phase !== 'live' || game.contest.progress < 0.65) continue;
        if (game.league.model.kind !== 'basketball' || game.contest.margin < 12) continue;
        for (const sheet of world.sheetsOf(game)) {
          const price = sheet.prices[0]!;
          if (!sheet.isListed || price === SUSPENDED) continue;
          seen += 1;
          expect(price).toBeLessThan(-150);
        }
      }
    }
    expect(seen).toBeGreaterThan(0);
  });
});

function implied(american: number): number {
  return american > 0 ? 100 / (american + 100) : -american / (-american + 100);
}
