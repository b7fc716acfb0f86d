import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OutcomeRow, outcomesOf } from '../board/testing/outcomes.ts';
import { betIdentity, namesWithDraw } from '../identity/selection/selection-identity.ts';
import { Comparison } from './comparison.ts';
import { compared } from './testing/compared.ts';

function setUp() {
  const on = compared();
  const { board, fixtures, comparison } = on;
  const { note } = on;
  const offer = (
    sportsbook: string,
    rows: readonly OutcomeRow[],
    { game, home, away } = STRAIGHT,
    mode: 'merge' | 'replace' = 'replace',
    startsAtMs: number | null = null,
    universalId: string | null = null,
  ) => {
    const at = { sportsbook, sport: 'NBA', game, home, away, startsAtMs, universalId };
    board.fold({ kind: 'prices', mode, origin: 'update', at, outcomes: outcomesOf(rows) }, 1);
    note();
  };
  const remove = (sportsbook: string, game: string) => {
    board.fold({ kind: 'game-removed', sportsbook, game }, 2);
    note();
  };
  const clear = (sportsbook: string) => {
    board.fold({ kind: 'book-cleared', sportsbook }, 3);
    note();
  };
  /** Every side with its sportsbooks, in words. */
  const inWords = (match = 0) =>
    [...comparison.marketsOf(match)]
      .flatMap(([key, { sides }]) =>
        [...sides].map(([side, { selections, sportsbooks }]) => {
          const books = selections.map((each) => board.sportsbookOf(each));
          expect(sportsbooks.map((each) => board.sportsbooks.at(each))).toEqual(books);
          return `${key} ${side}: ${books.sort()}`;
        }),
      )
      .sort();
  return { board, fixtures, comparison, offer, remove, clear, inWords };
}

const STRAIGHT = { game: 'Lakers vs Celtics, 2026-01-18, 07', home: 'Lakers', away: 'Celtics' };
const LATER = { game: 'Lakers vs Celtics, 2026-01-18, 08', home: 'Lakers', away: 'Celtics' };
const FLIPPED = { game: 'Celtics vs Lakers, 2026-01-18, 07', home: 'Celtics', away: 'Lakers' };

describe('what other sportsbooks offer for exactly this bet', () => {
  it('whatever they call it, and whichever team they name first', () => {
    const { offer, inWords, board, comparison } = setUp();
    offer('circa', [
      ['h', -110, 'Spread', '-3.5', null, 'Lakers'],
      ['a', -110, 'Spread', '+3.5', null, 'Celtics'],
      ['o', -105, 'Total', '221.5', 'Over', ''],
    ]);
    offer('fanduel', [
      ['Los Lakers', -105, 'Point Spread', '-3.5', null, 'Lakers'],
      ['x', -120, 'Spread', '-4', null, 'Lakers'],
    ]);
    offer('betmgm', [['c', -115, 'Handicap', '3.5', null, 'Celtics']], FLIPPED);
    expect(inWords()).toEqual([
      'game|spread|-3.5 away: betmgm,circa',
      'game|spread|-3.5 home: circa,fanduel',
      'game|spread|-4 home: fanduel',
      'game|total|221.5 over: circa',
    ]);
    const listing = board.listings.at(0)!;
    expect(comparison.placeOf(listing.head)).toMatchObject({ market: { ways: 2, kind: expect.any(String) } });
  });

  it('follows what comes, goes and is reworded; a price alone changes nothing', () => {
    const { offer, remove, inWords } = setUp();
    offer('circa', [['h', -110, 'Spread', '-3.5', null, 'Lakers']]);
    offer('fanduel', [['h', -110, 'Spread', '-3.5', null, 'Lakers']], FLIPPED);
    expect(inWords()).toEqual(['game|spread|-3.5 home: circa,fanduel']);
    offer('circa', [['h', -120, 'Spread', '-3.5', null, 'Lakers']], STRAIGHT, 'merge');
    expect(inWords()).toEqual(['game|spread|-3.5 home: circa,fanduel']);
    offer('circa', [['h', -120, 'Spread', '-4.5', null, 'Lakers']], STRAIGHT, 'merge');
    expect(inWords()).toEqual(['game|spread|-3.5 home: fanduel', 'game|spread|-4.5 home: circa']);
    remove('fanduel', FLIPPED.game);
    expect(inWords()).toEqual(['game|spread|-4.5 home: circa']);
    remove('circa', 'Lakers vs Celtics, 2026-01-18, 07');
    expect(inWords()).toEqual([]);
  });

  it('keeps numbers apart that were given back and handed out anew before anybody looked', () => {
    const { offer, remove, inWords } = setUp();
    const moneyline = (key: string, name = 'Moneyline'): OutcomeRow => [key, -110, name, null, null, 'Home'];
    const bulls = { game: 'Bulls vs Heat, 2026-01-18, 07', home: 'Bulls', away: 'Heat' };
    offer('circa', [moneyline('a')]);
    offer('fanduel', [moneyline('a')]);
    offer('circa', [moneyline('a')], bulls);
    expect([inWords(0), inWords(1)]).toEqual([
      ['game|moneyline home: circa,fanduel'],
      ['game|moneyline home: circa'],
    ]);
    // the listing's number goes from one match to the other
    remove('fanduel', STRAIGHT.game);
    offer('betmgm', [moneyline('a')], bulls);
    expect([inWords(0), inWords(1)]).toEqual([
      ['game|moneyline home: circa'],
      ['game|moneyline home: betmgm,circa'],
    ]);
    // the selection's number goes to a listing that is read before the one that had it
    offer('fanduel', [moneyline('a'), moneyline('b', '1st Half Moneyline')]);
    inWords(0);
    offer('circa', [moneyline('a', '2nd Half Moneyline')]);
    offer('fanduel', [moneyline('a')]);
    offer('circa', [moneyline('c')], STRAIGHT, 'merge');
    expect(inWords(0)).toEqual(['game|moneyline home: circa,fanduel', 'half 2|moneyline home: circa']);
  });

  it('reads a label anew that got the number of another one of the same match', () => {
    const { offer, remove, inWords } = setUp();
    const home: OutcomeRow[] = [['a', -110, 'Moneyline', null, null, 'Home']];
    offer('circa', home, LATER);
    offer('fanduel', home);
    expect(inWords()).toEqual(['game|moneyline home: circa,fanduel']);
    remove('fanduel', STRAIGHT.game);
    expect(inWords()).toEqual(['game|moneyline home: circa']);
    offer('betmgm', home, FLIPPED);
    expect(inWords()).toEqual(['game|moneyline away: betmgm', 'game|moneyline home: circa']);
  });

  it('equals a slow look at the whole board, over any sequence of offers and removals', () => {
    const games = [
      STRAIGHT,
      FLIPPED,
      { game: 'Bulls vs Heat, 2026-01-18, 07', home: 'Bulls', away: 'Heat' },
      LATER,
    ] as const;
    const row = fc.tuple(
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom(-110, 0, 120),
      fc.constantFrom('Spread', 'Moneyline', 'Total', '1st Half Moneyline'),
      fc.constantFrom('-3.5', '3.5', null),
      fc.constantFrom('Over', 'Under', null),
      fc.constantFrom('Lakers', 'Celtics', 'Draw', 'Home', 'Away', ''),
    ) as fc.Arbitrary<OutcomeRow>;
    const step = fc.record({
      book: fc.constantFrom('circa', 'fanduel', 'betmgm'),
      game: fc.constantFrom(0, 1, 2, 3),
      rows: fc.option(fc.uniqueArray(row, { maxLength: 3, selector: ([key]) => key }), { freq: 3 }),
      mode: fc.constantFrom('merge' as const, 'replace' as const),
      looks: fc.boolean(),
      clears: fc.boolean(),
      startsAtMs: fc.constantFrom(null, 1_768_766_400_000),
      universalId: fc.constantFrom(null, null, 'u'),
    });
    let regroupings = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), (steps) => {
        const world = setUp();
        for (const { book, game, rows, mode, looks, clears, startsAtMs, universalId } of steps) {
          if (rows === null && clears) world.clear(book);
          else if (rows === null) world.remove(book, games[game].game);
          else world.offer(book, rows, games[game], mode, startsAtMs, universalId);
          if (!looks) continue;
          const matches = new Set(
            [...world.board.games.numbers()].map((each) => world.fixtures.matchOf(each)),
          );
          for (const match of matches) {
            expect(world.inWords(match)).toEqual(slowly(world, match));
            expect(familiesOf(world.comparison, match)).toEqual(familiesOf(anew(world), match));
          }
          for (const { selection, bet, market } of betsOf(world))
            expect(world.comparison.familyOf(selection, bet)).toBe(market!.family);
        }
        regroupings += world.fixtures.regroupings;
      }),
      { numRuns: 200 },
    );
    expect(regroupings).toBeGreaterThan(100);
  });

  it('of matches that others join or leave is not read anew', () => {
    const { offer, comparison, fixtures, board } = setUp();
    const other = { game: 'Bulls vs Heat, 2026-01-18, 07', home: 'Bulls', away: 'Heat' };
    const rows: OutcomeRow[] = [['h', -110, 'Moneyline', null, null, 'Home']];
    offer('circa', rows, STRAIGHT);
    offer('circa', rows, other);
    const [straight, apart] = [STRAIGHT, other].map(({ game }) => fixtures.matchOf(board.games.find(game)!));
    const market = () => comparison.marketsOf(apart!).get('game|moneyline');
    const before = market();
    const mine = comparison.marketsOf(straight!);
    const strange = { game: 'Nets vs Hawks, 2026-01-18, 07', home: 'Nets', away: 'Hawks' };
    offer('fanduel', rows, strange);
    offer('circa', rows, STRAIGHT, 'merge', null, 'u');
    offer('fanduel', rows, strange, 'merge', null, 'u');
    expect(fixtures.regroupings).toBe(1);
    expect(market()).toBe(before);
    expect(comparison.marketsOf(straight!)).not.toBe(mine);
  });
});

/** Every selection that is a bet, with its market. */
function betsOf({ board, comparison }: ReturnType<typeof setUp>) {
  return [...board.listings.onBoard()].flatMap(([, listing]) => {
    const found = [];
    for (let selection = listing.head; selection !== -1; selection = board.selections.next(selection)) {
      const bet = comparison.betOf(selection);
      if (bet !== null) found.push({ selection, bet, market: comparison.marketOf(selection) });
    }
    return found;
  });
}

/** A comparison that nobody has asked before. */
function anew({ board, fixtures }: ReturnType<typeof setUp>): Comparison {
  return new Comparison(board, fixtures);
}

/** What each listing offers of each main market, in any order. */
function familiesOf(comparison: Comparison, match: number): unknown {
  return [...comparison.marketsOf(match).values()]
    .map(({ key, family, sides }) => ({
      key,
      lines: family.markets.map((market) => market.key).sort(),
      offers: [...family.offers].map(([listing, offers]) => [listing, [...offers].sort()]).sort(),
      sides: [...sides].map(([side, { selections }]) => [side, [...selections].sort()]).sort(),
    }))
    .sort((left, right) => left.key.localeCompare(right.key));
}

function slowly({ board, fixtures }: ReturnType<typeof setUp>, match: number): string[] {
  const found = new Map<string, string[]>();
  for (const [, listing] of board.listings.onBoard()) {
    if (fixtures.matchOf(listing.game) !== match) continue;
    const offered = [];
    for (let each = listing.head; each !== -1; each = board.selections.next(each))
      offered.push(board.selections.words(each));
    const game = { ...board.games.at(listing.game), isFlipped: fixtures.isFlipped(listing.game) };
    for (const parts of offered) {
      const bet = betIdentity(parts, { ...game, withDraw: namesWithDraw(offered) });
      if (bet === null) continue;
      const at = `${bet.market} ${bet.side}`;
      found.set(at, [...(found.get(at) ?? []), board.sportsbooks.at(listing.sportsbook)]);
    }
  }
  return [...found].map(([at, books]) => `${at}: ${books.sort()}`).sort();
}
