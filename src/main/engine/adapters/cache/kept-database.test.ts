import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BetNote, NotedBet } from '#domain/ledger/noted-bet.ts';
import type { AmericanOdds } from '#domain/odds/american.ts';
import { SeededChance } from '../../reliability/seeded-chance.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { threadFiles } from '../../threads.ts';
import { openStores } from '../stores.ts';
import { openKeptDatabase } from './kept-database.ts';
import { DATABASE_FILE, openDatabase } from './open-database.ts';
import { createSqliteBets } from './sqlite-bets.ts';

const THREADS = threadFiles(import.meta.resolve('../../worker.ts'));
const PAGE_BYTES = 4096;
const NOW_MS = Date.UTC(2026, 10, 24, 20, 15);
const NAME_OF_KEPT = 'linewatch.damaged-2026-11-24T20-15-00-000Z.db';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'linewatch-kept-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => path.join(folder, DATABASE_FILE);
const note = (n: number): BetNote => ({
  sport: 'NBA',
  game: `game ${n}`,
  sportsbook: 'circa',
  wording: 'Home to win '.repeat(20),
  subject: null,
  american: -110 as AmericanOdds,
  stakeHundredths: 100 + n,
  currency: 'USD',
  placedAtMs: NOW_MS,
  startsAtMs: null,
  comment: '',
  result: 'open',
});

/** A database with many bets, closed; answers them. */
function filled(count: number): NotedBet[] {
  const database = openDatabase(folder);
  const bets = createSqliteBets(database);
  database.transaction(() => {
    for (let n = 0; n < count; n += 1) bets.add(note(n));
  })();
  const all = bets.all();
  database.close();
  return all;
}

/** Writes noise over pages, numbered from 0. */
function spoil(pages: readonly number[], chance: () => number): void {
  const open = openSync(file(), 'r+');
  for (const page of pages) {
    const noise = Uint8Array.from({ length: PAGE_BYTES }, () => Math.floor(chance() * 256));
    writeSync(open, noise, 0, PAGE_BYTES, page * PAGE_BYTES);
  }
  closeSync(open);
}

/** What was recovered, by a program that starts now. */
function recovered() {
  const kept = openKeptDatabase(folder, NOW_MS);
  const bets = createSqliteBets(kept.database).all();
  const integrity = kept.database.pragma('integrity_check', { simple: true });
  kept.database.close();
  return { condition: kept.condition, detail: kept.detail, bets, integrity };
}

describe('a damaged database', () => {
  it('is set aside unchanged, and every row outside the damage is in a new one', () => {
    const bets = filled(600);
    const pages = statSync(file()).size / PAGE_BYTES;
    spoil([Math.floor(pages / 2), Math.floor(pages / 3)], new SeededChance(1).next);
    const damaged = readFileSync(file());
    const { condition, detail, bets: found, integrity } = recovered();
    expect({ condition, integrity }).toEqual({ condition: 'recovered', integrity: 'ok' });
    expect(detail).toContain(`the old file is kept as ${NAME_OF_KEPT}`);
    expect(readFileSync(path.join(folder, NAME_OF_KEPT)).equals(damaged)).toBe(true);
    const perPage = Math.ceil(PAGE_BYTES / 240);
    expect(found.length).toBeGreaterThanOrEqual(bets.length - 2 * perPage);
    expect(found.length).toBeLessThan(bets.length);
    const was = new Map(bets.map((bet) => [bet.betId, bet]));
    for (const bet of found) expect(bet).toEqual(was.get(bet.betId));
    expect(recovered().condition).toBe('ok');
  });

  it('is completed from its newest copy, wherever the damage is, its first page included', () => {
    const stores = openStores(folder, THREADS, new ManualClock(), () => undefined);
    for (let n = 0; n < 300; n += 1) stores.bets.add(note(n));
    stores.close();
    const [sound, pages] = [readFileSync(file()), statSync(file()).size / PAGE_BYTES];
    const bets = filled(0);
    expect(bets).toHaveLength(300);
    const kept = path.join(folder, 'sound');
    copyFileSync(file(), kept);
    expect(readFileSync(kept).length).toBe(sound.length);
    const chance = new SeededChance(7).next;
    for (let round = 0; round < 40; round += 1) {
      copyFileSync(kept, file());
      const spoiled = Array.from({ length: 1 + Math.floor(chance() * 6) }, () =>
        Math.floor(chance() * pages),
      );
      spoil(round === 0 ? [0] : spoiled, chance);
      const { condition, bets: found, integrity } = recovered();
      // noise on a page that is free harms nobody
      if (round === 0) expect(condition).toBe('recovered');
      expect(integrity).toBe('ok');
      expect(found).toEqual(bets);
      for (const name of readdirSync(folder)) {
        if (name.startsWith(DATABASE_FILE) || name.includes('damaged')) rmSync(path.join(folder, name));
      }
    }
  });

  it('has a copy that another thread makes every ten minutes, while this one goes on writing', async () => {
    const clock = new ManualClock();
    const stores = openStores(folder, THREADS, clock, () => undefined);
    for (let n = 0; n < 50; n += 1) stores.bets.add(note(n));
    clock.pass(600_001);
    stores.bets.add(note(50));
    const copy = path.join(folder, 'linewatch.copy.db');
    await expect.poll(() => existsSync(copy), { timeout: 10_000 }).toBe(true);
    const copied = new Database(copy, { readonly: true });
    expect(createSqliteBets(copied).all().length).toBeGreaterThanOrEqual(50);
    copied.close();
    stores.close();
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it('without any readable page is begun anew, in words', () => {
    filled(10);
    spoil(
      Array.from({ length: statSync(file()).size / PAGE_BYTES }, (_, page) => page),
      new SeededChance(3).next,
    );
    const { condition, bets, detail } = recovered();
    expect({ condition, bets }).toEqual({ condition: 'recovered', bets: [] });
    expect(detail).toContain('0 entries');
    expect(existsSync(path.join(folder, NAME_OF_KEPT))).toBe(true);
  });

  it('reaches the user as words and leaves the feed its stores', () => {
    filled(50);
    spoil([0], new SeededChance(5).next);
    const notices: string[] = [];
    const stores = openStores(folder, THREADS, new ManualClock(), (text) => notices.push(text));
    expect(stores.condition).toBe('recovered');
    expect(notices).toEqual([stores.detail]);
    expect(stores.bets.add(note(1)).betId).toBe(1);
    stores.close();
  });
});

describe('a database of a newer Linewatch', () => {
  it('is shown and left alone; what can\u2019t be kept is refused in words', () => {
    const bets = filled(3);
    const newer = openDatabase(folder);
    newer.pragma('user_version = 99');
    newer.close();
    const before = readFileSync(file());
    const stores = openStores(folder, THREADS, new ManualClock(), () => undefined);
    expect(stores.condition).toBe('read-only');
    expect(stores.detail).toMatch(/made by a newer Linewatch .* Until then nothing is saved/);
    expect(stores.bets.all()).toEqual(bets);
    expect(() => stores.bets.add(note(9))).toThrow(/made by a newer Linewatch/);
    stores.close();
    expect(readFileSync(file()).equals(before)).toBe(true);
  });
});

describe('a database that another program has locked', () => {
  it('stops nothing: the user is told what to do, and the provider\u2019s limits count as used up', () => {
    filled(1);
    const other = new Database(file());
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec("BEGIN EXCLUSIVE; INSERT INTO pauses VALUES ('x', 1, 1, 'b', 1)");
    const stores = openStores(folder, THREADS, new ManualClock(), () => undefined);
    expect(stores.condition).toBe('locked');
    expect(stores.detail).toMatch(/Close it and start Linewatch again/);
    expect(stores.budgets.spent('socket').length).toBeGreaterThan(0);
    expect(() => stores.bets.add(note(1))).toThrow(/locked/);
    stores.close();
    other.close();
  });
});
