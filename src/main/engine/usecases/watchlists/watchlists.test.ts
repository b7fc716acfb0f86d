import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WatchedPrices, Watchlists } from '#contract/watchlists.ts';
import { compared } from '#domain/comparison/testing/compared.ts';
import type { Watchlist } from '#domain/watchlist/watchlist.ts';
import { openDatabase } from '../../adapters/cache/open-database.ts';
import { createSqliteWatchlists } from '../../adapters/cache/sqlite-watchlists.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { KeptWatchlists } from './keep-watchlists.ts';
import { WATCH_GAP_MS, WatchedPublisher } from './publish-watched.ts';

const list = (name: string): Watchlist => ({
  watchlistId: '',
  name,
  entries: [{ entryId: '', kind: 'team', sport: '', team: 'Lakers' }],
});

describe('kept watchlists', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'linewatch-watch-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const open = () => {
    const database = openDatabase(folder);
    let ids = 0;
    const told: Watchlists[] = [];
    const kept = new KeptWatchlists({
      store: createSqliteWatchlists(database),
      newId: () => `id ${++ids} of ${Date.now()}`,
      universalIdOf: (game) => (game === 'known' ? 'ac792a4acb18' : null),
      changed: (watchlists) => told.push(watchlists),
    });
    return { database, kept, told };
  };

  it('outlive the program, in the user’s order, and every change is on disk before it is told', () => {
    const first = open();
    const [a, b, c] = ['a', 'b', 'c'].map((name) => first.kept.save(list(name)));
    const ids = [c, a, b].map((saved) => (saved?.ok ? saved.value.watchlistId : ''));
    expect(new Set(ids).size).toBe(3);
    first.kept.order(ids);
    first.kept.save({ ...first.kept.find(ids[1]!)!, name: 'renamed' });
    expect(first.told).toHaveLength(5);
    expect(first.database.pragma('synchronous', { simple: true })).toBe(2);
    first.database.close();
    const second = open();
    expect(second.kept.all().map(({ name }) => name)).toEqual(['c', 'renamed', 'b']);
    expect(second.kept.all()[0]?.entries[0]).toMatchObject({ kind: 'team', team: 'Lakers' });
    second.kept.remove(ids[0]!);
    expect(second.kept.all().map(({ name }) => name)).toEqual(['renamed', 'b']);
    second.database.close();
  });

  it('know a game by its universal id as well, so that it is found under another label', () => {
    const { database, kept } = open();
    const watch = (game: string): Watchlist => ({
      ...list(game),
      entries: [{ entryId: '', kind: 'game', game, universalId: null }],
    });
    for (const game of ['known', 'unknown']) {
      kept.save(watch(game));
      // from a file that does not say it: it is kept already
      kept.add([watch(game)]);
    }
    expect(kept.all().map(({ entries }) => entries[0])).toMatchObject([
      { game: 'known', universalId: 'ac792a4acb18' },
      { game: 'unknown', universalId: null },
    ]);
    database.close();
  });

  it('have names of their own, for rules look at them by name', () => {
    const { database, kept } = open();
    const saved = kept.save(list('Tonight'));
    const on = (team: string): Watchlist => ({
      ...list('Tonight'),
      entries: [{ entryId: 'x', kind: 'team', sport: '', team }],
    });
    // one that is kept already is not added again
    const added = kept.add([on('Kings'), list('Tonight'), on('Suns')]);
    expect(added.ok && added.value.map(({ name }) => name)).toEqual([
      'Tonight (2)',
      'Tonight',
      'Tonight (3)',
    ]);
    const other = kept.save(list('Other'));
    if (saved.ok) kept.save({ ...saved.value, entries: [] });
    if (other.ok) kept.save({ ...other.value, name: 'Tonight (2)' });
    expect(kept.all().map(({ name }) => name)).toEqual([
      'Tonight',
      'Tonight (2)',
      'Tonight (3)',
      'Tonight (2) (2)',
    ]);
    database.close();
  });

  it('a disk that fails is a sentence, and what was kept stands', () => {
    const { database, kept } = open();
    kept.save(list('a'));
    database.pragma('query_only = ON');
    expect(kept.save(list('b'))).toMatchObject({ ok: false, code: 'not-saved' });
    expect(kept.all().map(({ name }) => name)).toEqual(['a']);
    database.close();
  });

  it('are bounded', () => {
    const { database, kept } = open();
    database.exec('BEGIN');
    for (let n = 0; n < 200; n += 1) expect(kept.save(list(`${n}`)).ok).toBe(true);
    expect(kept.save(list('one more'))).toMatchObject({ ok: false, code: 'too-many' });
    database.exec('COMMIT');
    database.close();
  });
});

describe('a window that looks at a watchlist', () => {
  function setUp() {
    const clock = new ManualClock();
    const on = compared();
    const { board, fixtures, comparison } = on;
    const sent: WatchedPrices[] = [];
    const state = { isLive: true };
    const publisher = new WatchedPublisher({
      clock,
      board,
      fixtures,
      comparison,
      isLive: () => state.isLive,
      send: (prices) => sent.push(prices),
    });
    const offer = (american: number, home = 'Lakers', game = `${home} vs Celtics, 2026-01-18, 07`) => {
      board.fold(
        {
          kind: 'prices',
          mode: 'merge',
          origin: 'update',
          at: {
            sportsbook: 'circa',
            sport: 'NBA',
            game,
            home,
            away: 'Celtics',
            startsAtMs: null,
            universalId: null,
          },
          outcomes: [
            { key: 'h', american, name: 'Moneyline', line: null, overUnder: null, target: home, link: null },
          ],
        },
        clock.nowMs(),
      );
      on.note();
      publisher.note(board.changes);
    };
    return { clock, publisher, sent, offer, state };
  }

  it('is told what moved, gathered, and only when something looks different', () => {
    const { clock, publisher, sent, offer } = setUp();
    offer(-110);
    expect(publisher.open(list('a')).rows.map(({ american }) => american)).toEqual([-110]);
    for (const american of [-112, -115, -120]) offer(american);
    offer(-200, 'Bulls');
    clock.pass(WATCH_GAP_MS);
    expect(sent.map(({ rows }) => rows.map(({ american }) => american))).toEqual([[-120]]);
    offer(-300, 'Bulls');
    clock.pass(10 * WATCH_GAP_MS);
    expect(sent).toHaveLength(1);
    // a team is followed into a new game
    offer(150, 'Lakers', 'Lakers vs Celtics, 2026-01-25, 07');
    clock.pass(WATCH_GAP_MS);
    expect(sent.at(-1)?.rows).toHaveLength(2);
    publisher.close();
    expect(clock.planned).toBe(0);
  });

  it('shows no price as live when the feed is not, and is told nothing while hidden', () => {
    const { clock, publisher, sent, offer, state } = setUp();
    offer(-110);
    expect(publisher.open(list('a')).rows[0]?.isLive).toBe(true);
    state.isLive = false;
    publisher.noteLive();
    clock.pass(WATCH_GAP_MS);
    expect(sent.at(-1)?.rows[0]?.isLive).toBe(false);
    publisher.setHidden(true);
    offer(-150);
    clock.pass(10 * WATCH_GAP_MS);
    expect(sent).toHaveLength(1);
    publisher.setHidden(false);
    clock.pass(WATCH_GAP_MS);
    expect(sent.at(-1)?.rows[0]?.american).toBe(-150);
  });
});
