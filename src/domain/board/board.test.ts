import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Board } from './board.ts';
import { CHANGE_CONFIRMED, CHANGE_PRICE, CHANGE_REMOVED } from './changes.ts';
import { describeSelections, type SelectionRecord } from './describe.ts';
import { type BoardMessage, type Outcome, type Place, placeOf } from './messages.ts';
import { moneyline } from './testing/outcomes.ts';

const prices = (
  mode: 'replace' | 'merge',
  sportsbook: string,
  game: string,
  outcomes: Outcome[],
  sport = 'NBA',
): BoardMessage => ({
  kind: 'prices',
  mode,
  origin: mode === 'replace' ? 'snapshot' : 'update',
  at: { sportsbook, sport, game, home: 'H', away: 'A', startsAtMs: null, universalId: null },
  outcomes,
});

const moves = (board: Board) =>
  Array.from({ length: board.changes.count }, (_, at) => ({
    key: board.selections.key(board.changes.selection(at)),
    previous: board.changes.previous(at),
    american: board.changes.american(at),
    what: board.changes.what(at),
  }));

describe('Board', () => {
  it('answers only what really changed', () => {
    const board = new Board();
    board.fold(prices('replace', 'circa', 'g', [moneyline('home', -110), moneyline('away', -110)]), 1);
    expect(board.changes.count).toBe(2);
    board.fold(prices('merge', 'circa', 'g', [moneyline('home', -110), moneyline('away', -105)]), 2);
    expect(moves(board)).toEqual([{ key: 'away', previous: -110, american: -105, what: CHANGE_PRICE }]);
    expect(board.selections.changedAtMs(board.changes.selection(0))).toBe(2);
  });

  it('keeps a suspended selection on the board and drops one that a complete message leaves out', () => {
    const board = new Board();
    board.fold(prices('replace', 'circa', 'g', [moneyline('home', -110), moneyline('away', -110)]), 1);
    board.fold(prices('merge', 'circa', 'g', [moneyline('home', 0)]), 2);
    expect(describeSelections(board).map((record) => [record.outcome, record.american])).toEqual([
      ['away', -110],
      ['home', null],
    ]);
    board.fold(prices('replace', 'circa', 'g', [moneyline('away', -110)]), 3);
    expect(moves(board).map((move) => [move.key, move.what])).toEqual([['home', CHANGE_REMOVED]]);
    expect(board.selections.size).toBe(1);
  });

  it('takes a repeated key in one message as one statement', () => {
    const board = new Board();
    board.fold(prices('replace', 'circa', 'g', [moneyline('a', 100), moneyline('b', 100)]), 1);
    board.fold(prices('replace', 'circa', 'g', [moneyline('a', 100), moneyline('a', 120)]), 2);
    expect(describeSelections(board).map((record) => [record.outcome, record.american])).toEqual([
      ['a', 120],
    ]);
  });

  it('a stale price is never the origin of a change, and an equal one is only confirmed', () => {
    const board = new Board();
    board.fold(prices('replace', 'circa', 'g', [moneyline('home', -110), moneyline('away', -110)]), 1);
    board.beginConnection(0);
    expect(board.isConfirmed(0)).toBe(false);
    board.fold(prices('replace', 'circa', 'g', [moneyline('home', -110), moneyline('away', -120)]), 2);
    expect(moves(board)).toEqual([
      { key: 'home', previous: 0, american: -110, what: CHANGE_CONFIRMED },
      { key: 'away', previous: 0, american: -120, what: CHANGE_CONFIRMED | CHANGE_PRICE },
    ]);
  });

  it('sweeps what a new connection did not state, by sportsbook and whole', () => {
    const board = new Board();
    for (const book of ['circa', 'pinnacle']) {
      board.fold(prices('replace', book, 'g', [moneyline('home', -110)]), 1);
      board.fold(prices('replace', book, 'ghost', [moneyline('home', -110)]), 1);
    }
    board.beginConnection(0);
    board.fold(prices('merge', 'circa', 'g', [moneyline('home', -115)]), 2);
    board.sweep('circa', 3);
    expect(describeSelections(board).map((record) => `${record.sportsbook} ${record.game}`)).toEqual([
      'circa g',
      'pinnacle g',
      'pinnacle ghost',
    ]);
    board.sweep(null, 4);
    expect(describeSelections(board)).toHaveLength(1);
    expect(board.games.size).toBe(1);
    expect(board.changes.gamesRemoved).toHaveLength(1);
  });

  it('forgets words nobody holds any more', () => {
    const board = new Board();
    for (let night = 0; night < 50; night += 1) {
      board.fold(prices('replace', 'circa', `game ${night}`, [moneyline(`team ${night}`, 100)]), night);
      board.fold({ kind: 'game-removed', sportsbook: 'circa', game: `game ${night}` }, night);
    }
    board.sweep(null, 99);
    expect(board.selections.wordings.size).toBe(0);
    expect(board.selections.end).toBeLessThanOrEqual(2);
    expect(board.games.size).toBe(0);
  });
});

// ------------------------------------------------------------- the board against the obvious model

const books = ['circa', 'pinnacle', 'fanduel'];
const games = ['g1', 'g2', 'g3'];
const keys = ['a', 'b', 'c', '__proto__', 'constructor'];
const sports = ['NBA', 'NFL'];

const anyOutcomes = fc.uniqueArray(
  fc.record({
    key: fc.constantFrom(...keys),
    american: fc.constantFrom(0, -110, 120, 250),
    name: fc.constantFrom('Moneyline', 'Total', null),
    line: fc.constantFrom(null, '5.5', 5.5),
    overUnder: fc.constantFrom(null, 'Over'),
    target: fc.constantFrom(null, 'Team'),
    link: fc.constantFrom(null, 'https://example.com/1'),
  }),
  { selector: (entry) => entry.key, maxLength: 5 },
);

const anyStep = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(
      fc.constantFrom('replace' as const, 'merge' as const),
      fc.constantFrom(...books),
      fc.constantFrom(...games),
      fc.constantFrom(...sports),
      anyOutcomes,
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constant('game-removed' as const),
      fc.constantFrom(...books),
      fc.constantFrom(...games),
    ),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constant('book-cleared' as const), fc.constantFrom(...books)) },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constant('sport-cleared' as const),
      fc.constantFrom(...books),
      fc.constantFrom(...sports),
    ),
  },
  { weight: 1, arbitrary: fc.constant(['reconnect'] as const) },
);

/** The oracle: plain Maps, no cleverness. */
class Model {
  listings = new Map<
    string,
    {
      book: string;
      sport: string;
      game: string;
      fresh: boolean;
      outcomes: Map<string, Outcome & { fresh: boolean }>;
    }
  >();

  prices(
    mode: 'replace' | 'merge',
    book: string,
    game: string,
    sport: string,
    outcomes: readonly Outcome[],
  ): void {
    const id = `${book}|${game}`;
    const listing = this.listings.get(id) ?? { book, sport, game, fresh: true, outcomes: new Map() };
    this.listings.set(id, listing);
    listing.sport = sport;
    listing.fresh = true;
    if (mode === 'replace') listing.outcomes.clear();
    for (const each of outcomes) listing.outcomes.set(each.key, { ...each, fresh: true });
  }

  drop(isGone: (listing: { book: string; sport: string; game: string }) => boolean): void {
    for (const [id, listing] of this.listings) if (isGone(listing)) this.listings.delete(id);
  }

  loseConnection(): void {
    for (const listing of this.listings.values()) {
      listing.fresh = false;
      for (const each of listing.outcomes.values()) each.fresh = false;
    }
  }

  sweep(): void {
    for (const [id, listing] of this.listings) {
      for (const [key, each] of listing.outcomes) if (!each.fresh) listing.outcomes.delete(key);
      if (!listing.fresh) this.listings.delete(id);
    }
  }

  records(): SelectionRecord[] {
    const records = [...this.listings.values()].flatMap((listing) =>
      [...listing.outcomes.values()].map((each) => ({
        sportsbook: listing.book,
        sport: listing.sport,
        game: listing.game,
        outcome: each.key,
        name: each.name ?? null,
        line: each.line ?? null,
        overUnder: each.overUnder ?? null,
        target: each.target ?? null,
        american: each.american === 0 ? null : each.american,
        link: each.link ?? null,
      })),
    );
    const order = (record: SelectionRecord) => `${record.sportsbook}\0${record.game}\0${record.outcome}`;
    return records.sort((left, right) => (order(left) < order(right) ? -1 : 1));
  }
}

describe('Board against the model', () => {
  it('is equal to it after every step of a random evening, cuts included', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        const board = new Board();
        const model = new Model();
        for (const [at, step] of steps.entries()) {
          const [kind] = step;
          if (kind === 'replace' || kind === 'merge') {
            const [, book, game, sport, outcomes] = step;
            board.fold(prices(kind, book, game, outcomes, sport), at);
            model.prices(kind, book, game, sport, outcomes);
          } else if (kind === 'game-removed') {
            board.fold({ kind, sportsbook: step[1], game: step[2] }, at);
            model.drop((listing) => listing.book === step[1] && listing.game === step[2]);
          } else if (kind === 'book-cleared') {
            board.fold({ kind, sportsbook: step[1] }, at);
            model.drop((listing) => listing.book === step[1]);
          } else if (kind === 'sport-cleared') {
            board.fold({ kind, sportsbook: step[1], sport: step[2] }, at);
            model.drop((listing) => listing.book === step[1] && listing.sport === step[2]);
          } else {
            board.sweep(null, at);
            model.sweep();
            board.beginConnection(0);
            model.loseConnection();
          }
          expect(describeSelections(board)).toEqual(model.records());
          const stale = [...model.listings.values()]
            .flatMap((listing) => [...listing.outcomes.values()])
            .filter((each) => !each.fresh);
          let unconfirmed = 0;
          for (const [, listing] of board.listings.onBoard()) {
            for (
              let selection = listing.head;
              selection !== -1;
              selection = board.selections.next(selection)
            ) {
              if (!board.isConfirmed(selection)) unconfirmed += 1;
            }
          }
          expect(unconfirmed).toBe(stale.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});

it('holds no more games and selections than it may, and what is there stays current', () => {
  const board = new Board({ games: 1, selections: 2 });
  const offer = (game: string, keys: readonly string[], american: number) =>
    board.fold(
      {
        kind: 'prices',
        mode: 'merge',
        origin: 'update',
        at: { sportsbook: 'b', sport: 's', game, home: '', away: '', startsAtMs: null, universalId: null },
        outcomes: keys.map((key) => ({
          key,
          american,
          name: null,
          line: null,
          overUnder: null,
          target: null,
          link: null,
        })),
      },
      1,
    );
  expect(offer('one', ['a', 'b', 'c'], 110)).toBe('too-many-selections');
  expect(offer('two', ['a'], 110)).toBe('too-many-games');
  expect(offer('one', ['b', 'a'], 120)).toBeNull();
  expect(describeSelections(board).map(({ outcome, american }) => `${outcome} ${american}`)).toEqual([
    'a 120',
    'b 120',
  ]);
  board.fold({ kind: 'book-cleared', sportsbook: 'b' }, 2);
  expect(offer('two', ['a', 'b'], 130)).toBeNull();
});

it.each(['in new words', 'in words that were recognised'])(
  'takes a start over from the sportsbook that said it first, and from another one once that is gone, %s',
  (how) => {
    const board = new Board();
    const places = new Map<string, Place>();
    const state = (sportsbook: string, startsAtMs: number | null) => {
      const at = { sportsbook, sport: 's', game: 'g', home: 'H', away: 'A', startsAtMs, universalId: 'u' };
      const words = JSON.stringify(at);
      const place = places.get(words) ?? placeOf(at);
      places.set(words, place);
      const none = new Int32Array(0);
      const columns = { selection: none, american: none, wording: none };
      const links = { linkForm: none, linkLow: none, linkHigh: none };
      const recognised = { place, count: 0, ...columns, ...links, isTaken: false };
      board.fold(
        {
          kind: 'prices',
          mode: 'merge',
          origin: 'update',
          at,
          outcomes: [],
          ...(how === 'in new words' ? {} : { recognised }),
        },
        1,
      );
      return [board.games.at(0).startsAtMs, board.changes.gamesRestated.length];
    };
    expect(state('circa', null)).toEqual([null, 0]);
    expect(state('fanduel', 100)).toEqual([100, 1]);
    expect(state('circa', 200)).toEqual([100, 0]);
    expect(state('circa', 200)).toEqual([100, 0]);
    expect(state('fanduel', null)).toEqual([100, 0]);
    expect(state('fanduel', 300)).toEqual([300, 1]);
    expect(state('fanduel', 100)).toEqual([100, 1]);
    board.fold({ kind: 'game-removed', sportsbook: 'fanduel', game: 'g' }, 2);
    expect(state('circa', 200)).toEqual([200, 1]);
    expect(state('fanduel', 300)).toEqual([200, 0]);
  },
);
