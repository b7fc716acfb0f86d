import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseStartTime } from '../../catalogue/start-time.ts';
import type { MatchFacts } from './match-identity.ts';
import { Matches } from './matches.ts';

/** Any code units, halves of characters too. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
  .map((units) => String.fromCharCode(...units));

/** A label, and what a sportsbook says beside it: `when`, universal id, sport. */
type Said = readonly [label: string, when?: string | null, id?: string | null, sport?: string];

const factsOf = ([, when = null, universalId = null, sport = 'MLB']: Said): MatchFacts => ({
  sport,
  home: null,
  away: null,
  startsAtMs: parseStartTime(when),
  universalId,
});

function placed(all: readonly Said[]): Matches {
  const matches = new Matches();
  for (const said of all) matches.place(said[0], factsOf(said));
  return matches;
}

const partition = (matches: Matches, labels: readonly string[]): string[] =>
  [...new Set(labels.map((label) => matches.members(matches.find(label)!).sort().join(' + ')))].sort();

const D = '2025-07-23';
const at = (home: string, away: string, hour = '07', date = D) => `${home} vs ${away}, ${date}, ${hour}`;
const PM = (time: string, date = D) => `${date}, ${time} PM`;

describe('two labels that are one match', () => {
  test.each<[string, Said, Said]>([
    ['flipped, no start stated', [at('Mets', 'Angels')], [at('Angels', 'Mets')]],
    ['flipped, the same start', [at('Mets', 'Angels'), PM('07:05')], [at('Angels', 'Mets'), PM('07:05')]],
    [
      'flipped and an hour off',
      [at('Mets', 'Angels'), PM('07:05')],
      [at('Angels', 'Mets', '08'), PM('08:05')],
    ],
    ['an hour off', [at('Mets', 'Angels'), PM('07:05')], [at('Mets', 'Angels', '08'), PM('08:05')]],
    [
      'an hour off, and the minutes differ',
      [at('Mets', 'Angels'), PM('07:05')],
      [at('Mets', 'Angels', '08'), PM('08:15')],
    ],
    ['the hour of the label off by one', [at('Mets', 'Angels', '07')], [at('Mets', 'Angels', '08')]],
    ['around noon the label goes from 12 to 01', [at('Mets', 'Angels', '12')], [at('Mets', 'Angels', '01')]],
    ['and from 11 to 12', [at('Mets', 'Angels', '11')], [at('Mets', 'Angels', '12')]],
    ['ten and eleven are neighbours too', [at('Mets', 'Angels', '10')], [at('Mets', 'Angels', '11')]],
    [
      'a stated start against a label alone',
      [at('Mets', 'Angels', '01'), PM('01:55')],
      [at('Angels', 'Mets', '02')],
    ],
    [
      "a stated start late in the label's hour",
      [at('Mets', 'Angels', '01'), PM('01:59')],
      [at('Angels', 'Mets', '01')],
    ],
    [
      'over midnight, both starts stated',
      [at('Mets', 'Angels', '11'), PM('11:30')],
      [at('Mets', 'Angels', '12', '2025-07-24'), '2025-07-24, 12:30 AM'],
    ],
    [
      'over the end of daylight saving',
      [at('Mets', 'Angels', '01', '2025-11-02'), '2025-11-02, 12:45 AM'],
      [at('Angels', 'Mets', '01', '2025-11-02'), '2025-11-02, 01:45 AM'],
    ],
    ['flipped, one label without an hour', [at('Mets', 'Angels'), PM('07:05')], [`Angels vs Mets, ${D}`]],
    ['flipped, no hour at all', [`Mets vs Angels, ${D}`], [`Angels vs Mets, ${D}`]],
    ['the newer form beside the older', [at('Mets', 'Angels')], [`${at('Mets', 'Angels')}, ac792a4acb18`]],
    [
      'the id of the label and the stated id',
      [at('Mets', 'Angels'), null, 'AC792A4ACB18'],
      [`X vs Y, 2030-01-01, 01, ac792a4acb18`],
    ],
    [
      'same id, other names, other day',
      [at('Man Utd', 'Spurs'), null, 'ac792a4acb18'],
      [at('Manchester United', 'Tottenham Hotspur', '09', '2025-07-24'), null, 'ac792a4acb18'],
    ],
    [
      "same id, another sport's name",
      [at('A', 'B'), null, 'ac792a4acb18', 'ATP'],
      [at('A', 'B', '08'), null, 'ac792a4acb18', 'Wimbledon (M)'],
    ],
    ['accents', [at('Alavés', 'Atlético Madrid')], [at('Alaves', 'Atletico Madrid')]],
    ['letters that are more than an accent', [at('Bodø/Glimt', 'Malmö FF')], [at('Bodo/Glimt', 'Malmo FF')]],
    ['case and punctuation', [at("ST. JOHN'S", 'Texas A&M')], [at('St Johns', 'Texas A and M')]],
    ['Saint and St.', [at('Saint Louis Blues', 'Wild')], [at('St. Louis Blues', 'Wild')]],
    ['a state and its short form', [at('Ohio St.', 'Iowa')], [at('Ohio State', 'Iowa')]],
    [
      'club affixes before, behind and dotted',
      [at('FC Barcelona', 'A.C. Milan')],
      [at('Barcelona', 'Milan')],
    ],
    ['CF, and the German number', [at('Valencia CF', '1. FC Köln')], [at('Valencia', 'FC Koln')]],
    [
      "a city's short form",
      [at('NY Yankees', 'L.A. Angels')],
      [at('New York Yankees', 'Los Angeles Angels')],
    ],
    [
      "every way to write a women's team",
      [at('Arsenal Women', 'Chelsea FC Women')],
      [at('Arsenal (W)', "Chelsea Women's")],
    ],
    ['every way to write an age', [at('Spain U21', 'Italy U-21')], [at('Spain U 21', 'Italy Under-21s')]],
    [
      'every way to write a second team',
      [at('Barcelona B', 'LAFC II')],
      [at('Barcelona Reserves', 'LAFC 2')],
    ],
    [
      'tennis: surname first',
      [at('Sinner, Jannik', 'Alcaraz, Carlos')],
      [at('Jannik Sinner', 'Carlos Alcaraz')],
    ],
    ['tennis: initials before and behind', [at('J. Sinner', 'C. Alcaraz')], [at('Sinner, J.', 'Alcaraz C.')]],
    [
      'tennis: initials against full names',
      [at('Sinner, J.', 'Alcaraz, C.')],
      [at('Carlos Alcaraz', 'Jannik Sinner', '08')],
    ],
    [
      'tennis: two initials, a surname of two words',
      [at('J.M. del Potro', 'De Minaur, A.')],
      [at('Juan Martin del Potro', 'Alex de Minaur')],
    ],
    [
      'doubles, partners in any order',
      [at('Krawietz/Puetz', 'Ram/Salisbury')],
      [at('Puetz / Krawietz', 'Salisbury / Ram')],
    ],
    [
      'a label of which the sport is not known',
      [at('Mets', 'Angels')],
      [at('Angels', 'Mets'), null, null, ''],
    ],
    ['names of the language as teams', [at('__proto__', 'constructor')], [at('constructor', '__proto__')]],
  ])('%s', (_reason, one, other) => {
    for (const order of [
      [one, other],
      [other, one],
    ] as const)
      expect(partition(placed(order), [one[0], other[0]])).toHaveLength(1);
  });
});

describe('two labels that are two matches', () => {
  test.each<[string, Said, Said]>([
    ['a double-header by its labels', [at('Mets', 'Angels', '01')], [at('Mets', 'Angels', '07')]],
    [
      'a double-header, starts stated',
      [at('Mets', 'Angels', '01'), PM('01:05')],
      [at('Mets', 'Angels', '07'), PM('07:05')],
    ],
    [
      'a double-header two hours apart',
      [at('Mets', 'Angels', '01'), PM('01:05')],
      [at('Mets', 'Angels', '03'), PM('03:05')],
    ],
    [
      'the second game flipped',
      [at('Mets', 'Angels', '01'), PM('01:05')],
      [at('Angels', 'Mets', '07'), PM('07:05')],
    ],
    [
      'a double-header, one start stated',
      [at('Mets', 'Angels', '01'), PM('01:05')],
      [at('Mets', 'Angels', '07')],
    ],
    [
      'the same hour, once before noon',
      [at('Mets', 'Angels'), PM('07:05')],
      [at('Angels', 'Mets'), `${D}, 07:05 AM`],
    ],
    ['the next day of a series', [at('Mets', 'Angels')], [at('Mets', 'Angels', '07', '2025-07-24')]],
    [
      'the next day, labels an hour apart on a clock',
      [at('Mets', 'Angels', '11')],
      [at('Mets', 'Angels', '12', '2025-07-24')],
    ],
    [
      'a late start, and noon of the next day in the label',
      [at('Mets', 'Angels', '11'), PM('11:05')],
      [at('Mets', 'Angels', '12', '2025-07-24')],
    ],
    [
      'different ids, everything else the same',
      [at('Mets', 'Angels'), PM('07:05'), 'aaaaaaaaaaaa'],
      [at('Angels', 'Mets'), PM('07:05'), 'bbbbbbbbbbbb'],
    ],
    [
      'different ids in the labels',
      [`${at('Mets', 'Angels')}, aaaaaaaaaaaa`],
      [`${at('Mets', 'Angels')}, bbbbbbbbbbbb`],
    ],
    [
      'words for "no id" join nothing',
      [at('Mets', 'Angels'), null, 'None'],
      [at('Cubs', 'Reds'), null, 'none'],
    ],
    ['an id of zeros joins nothing', [at('Mets', 'Angels'), null, '0'], [at('Cubs', 'Reds'), null, '0']],
    [
      'another league, clubs of one name',
      [at('Barcelona', 'Everton'), null, null, 'La Liga'],
      [at('Everton', 'Barcelona'), null, null, 'Serie A (Ecuador)'],
    ],
    ['one common team', [at('Mets', 'Angels')], [at('Mets', 'Cubs')]],
    ['two teams of one city', [at('New York Mets', 'Angels')], [at('New York Yankees', 'Angels')]],
    ['women and men', [at('Arsenal', 'Chelsea')], [at('Arsenal (W)', 'Chelsea (W)')]],
    ['women on one side only', [at('Arsenal', 'Chelsea')], [at('Arsenal Women', 'Chelsea')]],
    ['under 21 and the first team', [at('Spain', 'Italy')], [at('Spain U21', 'Italy U21')]],
    ['under 21 and under 19', [at('Spain U19', 'Italy U19')], [at('Spain U21', 'Italy U21')]],
    ['reserves and the first team', [at('Barcelona', 'Getafe')], [at('Barcelona B', 'Getafe')]],
    ['brothers', [at('A. Zverev', 'J. Sinner')], [at('M. Zverev', 'J. Sinner')]],
    [
      'full names with the same initial',
      [at('John Smith', 'Carlos Alcaraz')],
      [at('James Smith', 'Carlos Alcaraz')],
    ],
    ['no time on either side', ['Mets vs Angels'], ['Angels vs Mets']],
    ['outrights', ['NBA Champion 2026'], ['NBA Champion 2027']],
    ['names of nothing but signs', [at('???', '!!!')], [at('!!!', '...')]],
  ])('%s', (_reason, one, other) => {
    for (const order of [
      [one, other],
      [other, one],
    ] as const)
      expect(partition(placed(order), [one[0], other[0]])).toHaveLength(2);
  });
});

describe('more than two labels', () => {
  test.each<[string, readonly Said[], readonly (readonly number[])[]]>([
    [
      'a double-header whose games have twins',
      [
        [at('Mets', 'Angels', '01'), PM('01:05')],
        [at('Mets', 'Angels', '02'), PM('02:05')],
        [at('Mets', 'Angels', '06'), PM('06:05')],
        [at('Angels', 'Mets', '07'), PM('07:05')],
      ],
      [
        [0, 1],
        [2, 3],
      ],
    ],
    [
      'a chain of hours goes to the nearer game',
      [
        [at('Mets', 'Angels', '01'), PM('01:00')],
        [at('Mets', 'Angels', '02'), PM('02:20')],
        [at('Mets', 'Angels', '03'), PM('03:20')],
      ],
      [[0], [1, 2]],
    ],
    [
      'a label alone joins the stated start it fits',
      [
        [at('Mets', 'Angels', '01'), PM('01:05')],
        [at('Mets', 'Angels', '07'), PM('07:05')],
        [at('Angels', 'Mets', '07')],
      ],
      [[0], [1, 2]],
    ],
    [
      'a label alone that fits two games fits none',
      [
        [at('Mets', 'Angels', '07'), PM('07:05')],
        [at('Mets', 'Angels ', '07'), `${D}, 07:05 AM`],
        [at('Angels', 'Mets', '07')],
      ],
      [[0], [1], [2]],
    ],
    [
      'a day alone fits both games of a double-header',
      [
        [at('Mets', 'Angels', '01'), PM('01:05')],
        [at('Mets', 'Angels', '07'), PM('07:05')],
        [`Angels vs Mets, ${D}`],
      ],
      [[0], [1], [2]],
    ],
    [
      'no id: joins the nearer of two ids',
      [
        [at('Mets', 'Angels', '01'), PM('01:05'), 'aaaaaaaaaaaa'],
        [at('Mets', 'Angels', '07'), PM('07:05'), 'bbbbbbbbbbbb'],
        [at('Angels', 'Mets', '06'), PM('06:05')],
      ],
      [[0], [1, 2]],
    ],
    [
      'no id: two ids at one start',
      [
        [at('Mets', 'Angels'), PM('07:05'), 'aaaaaaaaaaaa'],
        [at('Angels', 'Mets'), PM('07:05'), 'bbbbbbbbbbbb'],
        [at('Mets', 'Angels', '08'), PM('07:05')],
      ],
      [[0], [1], [2]],
    ],
    [
      'an id brings together what names keep apart, and their twins',
      [
        [at('Man City', 'Spurs'), null, 'aaaaaaaaaaaa'],
        [at('Spurs', 'Man City')],
        [at('Manchester City', 'Tottenham'), null, 'aaaaaaaaaaaa'],
        [at('Tottenham', 'Manchester City', '08')],
      ],
      [[0, 1, 2, 3]],
    ],
    [
      'an initial that fits two players fits none',
      [
        [at('John Smith', 'Carlos Alcaraz')],
        [at('James Smith', 'Carlos Alcaraz')],
        [at('J. Smith', 'Carlos Alcaraz')],
      ],
      [[0], [1], [2]],
    ],
    [
      "each name short for the other's full one",
      [
        [at('J. Sinner', 'Carlos Alcaraz')],
        [at('Jannik Sinner', 'C. Alcaraz')],
        [at('Sinner, Jannik', 'Alcaraz, Carlos')],
      ],
      [[0, 1, 2]],
    ],
    [
      'no sport named, and two sports there',
      [
        [at('Barcelona', 'Madrid'), null, null, 'La Liga'],
        [at('Madrid', 'Barcelona'), null, null, 'ACB'],
        [at('Barcelona', 'Madrid', '08'), null, null, ''],
      ],
      [[0], [1], [2]],
    ],
  ])('%s', (_reason, all, groups) => {
    const labels = all.map(([label]) => label);
    const expected = groups
      .map((group) =>
        group
          .map((index) => labels[index]!)
          .sort()
          .join(' + '),
      )
      .sort();
    expect(partition(placed(all), labels)).toEqual(expected);
    expect(partition(placed([...all].reverse()), labels)).toEqual(expected);
  });
});

describe('Matches', () => {
  it('keeps the number of a match while one of its labels is there', () => {
    const matches = new Matches();
    const [first, flipped] = [at('Mets', 'Angels'), at('Angels', 'Mets')];
    const match = matches.place(first, factsOf([first]));
    expect(matches.place(flipped, factsOf([flipped]))).toBe(match);
    matches.remove(first);
    expect(matches.members(match)).toEqual([flipped]);
    expect(matches.place(first, factsOf([first]))).toBe(match);
  });

  it('turns a match when the last label leaves that names its sides as it does, and says so', () => {
    const matches = new Matches();
    const [first, later, flipped] = [
      at('Mets', 'Angels'),
      at('Mets', 'Angels', '08'),
      at('Angels', 'Mets'),
    ] as const;
    const match = matches.place(first, factsOf([first]));
    for (const label of [flipped, later]) expect(matches.place(label, factsOf([label]))).toBe(match);
    matches.remove(first);
    expect(matches.regrouped).toEqual([]);
    expect([later, flipped].map((label) => matches.isFlipped(label))).toEqual([false, true]);
    matches.remove(later);
    expect(matches.regrouped).toEqual([{ from: match, into: match, labels: [flipped], ended: false }]);
    expect(matches.isFlipped(flipped)).toBe(false);
    matches.place(first, factsOf([first]));
    expect(matches.regrouped).toEqual([]);
    expect(matches.isFlipped(first)).toBe(true);
  });

  it('numbers densely and reuses a number only after recycle', () => {
    const matches = new Matches();
    const place = (home: string) => matches.place(at(home, 'Angels'), factsOf([at(home, 'Angels')]));
    expect([place('Mets'), place('Cubs'), place('Reds')]).toEqual([0, 1, 2]);
    matches.remove(at('Cubs', 'Angels'));
    expect(matches.members(1)).toEqual([]);
    expect(place('Padres')).toBe(3);
    matches.recycle();
    expect(place('Rays')).toBe(1);
  });

  it('merges two matches when an id proves them one, and says which into which', () => {
    const matches = new Matches();
    const [short, twin, long] = [
      at('Man City', 'Spurs'),
      at('Spurs', 'Man City'),
      at('Tottenham', 'Manchester City'),
    ];
    const older = matches.place(long, factsOf([long]));
    const younger = matches.place(short, factsOf([short]));
    matches.place(twin, factsOf([twin]));
    matches.place(long, factsOf([long, null, 'ac792a4acb18']));
    expect(matches.regrouped).toEqual([]);
    expect(matches.place(short, factsOf([short, null, 'ac792a4acb18']))).toBe(older);
    expect(matches.regrouped).toEqual([{ from: younger, into: older, labels: [short, twin], ended: true }]);
    expect(matches.members(older)).toEqual([long, short, twin]);
    expect([long, short, twin].map((label) => matches.isFlipped(label))).toEqual([false, true, false]);
  });

  it('parts labels that later turn out to bear different ids', () => {
    const matches = new Matches();
    const [one, other] = [at('Mets', 'Angels'), at('Angels', 'Mets')];
    const match = matches.place(one, factsOf([one, null, 'aaaaaaaaaaaa']));
    expect(matches.place(other, factsOf([other]))).toBe(match);
    const parted = matches.place(other, factsOf([other, null, 'bbbbbbbbbbbb']));
    expect(parted).not.toBe(match);
    expect(matches.regrouped).toEqual([{ from: match, into: parted, labels: [other], ended: false }]);
    expect(matches.isFlipped(other)).toBe(false);
  });

  it('does not lose what is left out of a later statement', () => {
    const matches = new Matches();
    const label = at('Mets', 'Angels');
    const match = matches.place(label, factsOf([label, PM('07:05'), 'aaaaaaaaaaaa']));
    matches.place(label, { sport: null, home: null, away: null, startsAtMs: null, universalId: null });
    const other = at('Angels', 'Mets');
    expect(matches.place(other, factsOf([other, null, 'bbbbbbbbbbbb']))).not.toBe(match);
  });

  it('reads the teams that the facts name rather than the label', () => {
    const matches = new Matches();
    const facts = { sport: 'NBA', startsAtMs: 0, universalId: null };
    const match = matches.place('event 1', { ...facts, home: 'Lakers', away: 'Celtics' });
    expect(matches.place('event 2', { ...facts, home: 'Celtics', away: 'Lakers' })).toBe(match);
    expect(matches.isFlipped('event 2')).toBe(true);
  });

  it('places 10,000 labels of a day in a moment', () => {
    const matches = new Matches();
    const began = performance.now();
    for (let at = 0; at < 10_000; at += 1) {
      const label = `Team ${at >> 1} vs Club ${at >> 1}, ${D}, ${at % 2 ? '07' : '08'}`;
      matches.place(label, factsOf([label, PM(at % 2 ? '07:05' : '08:05')]));
    }
    expect(matches.members(0)).toHaveLength(2);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('properties', () => {
  const HOURS = Array.from({ length: 12 }, (_, hour) => String(hour + 1).padStart(2, '0'));
  const name = fc.constantFrom(
    'John Smith',
    'J. Smith',
    'James Smith',
    'Smith, J.',
    'Arsenal',
    'FC Arsenal',
    'Arsenal W',
    '__proto__',
  );
  const said: fc.Arbitrary<Said> = fc
    .record({
      home: name,
      away: name,
      hour: fc.constantFrom(...HOURS),
      date: fc.constantFrom(D, '2025-07-24', '2025-11-02', ''),
      start: fc.option(fc.constantFrom('AM', 'PM')),
      id: fc.option(fc.constantFrom('aaaaaaaaaaaa', 'bbbbbbbbbbbb'), { freq: 2 }),
      sport: fc.constantFrom('ATP', 'EPL', ''),
    })
    .map(({ home, away, hour, date, start, id, sport }) => [
      date === '' ? `${home} vs ${away}` : at(home, away, hour, date),
      start === null || date === '' ? null : `${date}, ${hour}:05 ${start}`,
      id,
      sport,
    ]);
  const some = fc.uniqueArray(said, { maxLength: 14, selector: ([label]) => label });
  const shuffled = some.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  );
  const labelsOf = (all: readonly Said[]) => all.map(([label]) => label);

  test('any order gives the same partition', () => {
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(partition(placed(other), labelsOf(all))).toEqual(partition(placed(all), labelsOf(all)));
      }),
      { numRuns: 300 },
    );
  });

  test('labels that came and went, and facts that came late, leave no trace', () => {
    fc.assert(
      fc.property(shuffled, some, ([all, other], passing) => {
        const matches = new Matches();
        const own = new Set(labelsOf(all));
        for (const one of other)
          matches.place(one[0], { ...factsOf(one), universalId: null, startsAtMs: null });
        for (const one of passing) if (!own.has(one[0])) matches.place(one[0], factsOf(one));
        for (const one of all) matches.place(one[0], factsOf(one));
        for (const [label] of passing) if (!own.has(label)) matches.remove(label);
        expect(partition(matches, labelsOf(all))).toEqual(partition(placed(all), labelsOf(all)));
        expect(matches.size).toBe(all.length);
      }),
      { numRuns: 150 },
    );
  });

  test('ids decide: equal ones join, different ones part; without an id no two starts two hours apart', () => {
    fc.assert(
      fc.property(some, (all) => {
        const matches = placed(all);
        for (const one of all) {
          for (const other of all) {
            const together = matches.find(one[0]) === matches.find(other[0]);
            if (one[2] && other[2]) expect(together).toBe(one[2] === other[2]);
            const group = matches.members(matches.find(one[0])!);
            const hasId = all.some(([label, , id]) => id && group.includes(label));
            const apartMs = Math.abs(
              (factsOf(one).startsAtMs ?? Number.NaN) - (factsOf(other).startsAtMs ?? 0),
            );
            if (together && !hasId && one[1] && other[1]) expect(apartMs).toBeLessThan(2 * 3_600_000);
          }
        }
      }),
    );
  });

  test('every move is reported: following the reports gives the numbers that are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(said, fc.boolean()), { maxLength: 25 }), (steps) => {
        const matches = new Matches();
        const told = new Map<string, number>();
        for (const [one, isRemoval] of steps) {
          if (isRemoval) {
            matches.remove(one[0]);
            told.delete(one[0]);
          } else {
            const match = matches.place(one[0], factsOf(one));
            if (!told.has(one[0])) told.set(one[0], match);
          }
          for (const { from, into, labels, ended } of matches.regrouped) {
            for (const label of labels) {
              expect(told.get(label)).toBe(from);
              told.set(label, into);
            }
            if (ended) expect(matches.members(from)).toEqual([]);
          }
          for (const [label, match] of told) {
            expect(matches.find(label)).toBe(match);
            const members = matches.members(match);
            expect(members).toContain(label);
            expect(members.some((member) => !matches.isFlipped(member))).toBe(true);
          }
        }
      }),
    );
  });

  test('flipping all labels flips all but the first again: twice is as before', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), (first, second) => {
        const label = (isFlipped: boolean, hour: string) =>
          isFlipped ? at('Angels', 'Mets', hour) : at('Mets', 'Angels', hour);
        const matches = placed([[label(first, '07')], [label(second, '08')]]);
        expect(matches.isFlipped(label(first, '07'))).toBe(false);
        expect(matches.isFlipped(label(second, '08'))).toBe(first !== second);
      }),
    );
  });

  test('never throws, whatever the label and the facts', () => {
    const text = fc.oneof(anyText, fc.constantFrom('__proto__', 'constructor', ' vs '));
    const facts = fc.record({
      sport: fc.option(text),
      home: fc.option(text),
      away: fc.option(text),
      startsAtMs: fc.option(fc.double()),
      universalId: fc.option(text),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, facts)), (all) => {
        const matches = new Matches();
        for (const [label, said] of all) matches.place(label, said);
        for (const [label] of all) matches.remove(label);
        expect(matches.size).toBe(0);
      }),
    );
  });
});
