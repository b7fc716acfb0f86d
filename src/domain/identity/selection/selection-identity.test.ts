import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { canonicalMarket } from '../../catalogue/markets.ts';
import { turnedBet } from './bet-keys.ts';
import {
  betIdentity,
  namesWithDraw,
  type SelectionGame,
  type SelectionParts,
  selectionKey,
} from './selection-identity.ts';

/** Any code units, halves of characters too. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
  .map((units) => String.fromCharCode(...units));

const HOME = 'New York Mets';
const AWAY = 'Los Angeles Angels';
const GAME: SelectionGame = { home: HOME, away: AWAY, isFlipped: false };
const FLIPPED: SelectionGame = { home: AWAY, away: HOME, isFlipped: true };
const DRAWS = { ...GAME, withDraw: new Set(['Moneyline', 'Match Winner', '1st Half Moneyline']) };

type Row = readonly [
  name: string | null,
  target?: string | null,
  line?: string | number | null,
  overUnder?: string | null,
  game?: SelectionGame,
];

const keyOf = ([name, target = null, line = null, overUnder = null, game = GAME]: Row): string | null =>
  selectionKey({ name, target, line, overUnder }, game);

describe('the same bet', () => {
  test.each<[string, Row, Row]>([
    ['moneyline by two names', ['Moneyline', HOME], ['Match Winner', HOME]],
    ['flipped: the other side of the label', ['Moneyline', HOME], ['Moneyline', HOME, null, null, FLIPPED]],
    ['flipped: home in words is away', ['Moneyline', 'Home'], ['Moneyline', 'Away', null, null, FLIPPED]],
    ['a team by its last word', ['Moneyline', 'Mets'], ['ML', HOME]],
    ['a team by its city', ['Moneyline', 'Los Angeles'], ['ML', AWAY]],
    ['case and blanks of a team', ['Moneyline', ' new york METS '], ['ML', HOME]],
    ['a line of 0 beside a moneyline says nothing', ['Moneyline', HOME, '0'], ['Moneyline', HOME]],
    ['three-way by name and by its draw', ['1X2', HOME], ['Moneyline', HOME, null, null, DRAWS]],
    ['three-way by three names', ['Match Result', HOME], ['3-Way Moneyline', HOME]],
    ['three-way is always regulation', ['Full Time Result', HOME], ['60 Minute Line', HOME]],
    ['the draw by two names', ['Moneyline', 'Draw'], ['1X2', 'Tie']],
    ['spread by two names, line as text and number', ['Run Line', HOME, '-1.5'], ['Spread', HOME, -1.5]],
    ['the sign as U+2212', ['Spread', HOME, '\u22121.5'], ['Spread', HOME, '-1.5']],
    [
      'flipped: the sign goes with the team',
      ['Spread', AWAY, '+1.5'],
      ['Spread', AWAY, '+1.5', null, FLIPPED],
    ],
    ['an alternate spread at the same line', ['Alternate Spread', HOME, '-2.5'], ['Spread', HOME, '-2.5']],
    ['pick and 0', ['Spread', HOME, 'PK'], ['Spread', HOME, 0]],
    ['minus 0 and 0', ['Spread', HOME, -0], ['Spread', HOME, '+0.0']],
    ['a quarter line as its halves', ['Asian Handicap', HOME, '-0.5, -1'], ['Spread', HOME, '-0.75']],
    ['a quarter line around 0', ['Asian Handicap', HOME, '0/-0.5'], ['Spread', HOME, '-0.25']],
    ['a half as a sign', ['Spread', HOME, '+1½'], ['Spread', HOME, '1.5']],
    ['the line behind the team', ['Spread', `${HOME} -1.5`], ['Spread', HOME, '-1.5']],
    ['total by two names', ['Total Runs', null, '8.5', 'Over'], ['Game Total', null, 8.5, 'O']],
    ['the line within over/under', ['Total', null, null, 'O 8.5'], ['Total', null, '8.5', 'Over']],
    ['line and over/under say the same', ['Total', null, '8.5', 'U 8.5'], ['Total', null, 8.5, 'under']],
    ['over and line in the target', ['Total', 'Under 8.5'], ['Total', null, 8.5, 'Under']],
    [
      'the label as target of a total',
      ['Total', 'A vs B', 8.5, 'O', { ...GAME, label: 'A vs B' }],
      ['Total', '', 8.5, 'O'],
    ],
    ['a goal line that is a total', ['Goal Line', null, 2.5, 'Over'], ['Total Goals', null, 2.5, 'Over']],
    ['an alternate total', ['Alternate Total Runs', null, 9.5, 'Over'], ['Total', null, 9.5, 'Over']],
    ['flipping leaves a total alone', ['Total', null, 8.5, 'Over'], ['Total', null, 8.5, 'Over', FLIPPED]],
    [
      'full game and incl. overtime are the game',
      ['Full Game Total (incl. OT)', null, 8.5, 'Over'],
      ['Total', null, 8.5, 'Over'],
    ],
    [
      'first half by five names',
      ['1st Half Total', null, 4.5, 'O'],
      ['First Half Total Points', null, 4.5, 'O'],
    ],
    ['first half in short', ['1H Total', null, 4.5, 'O'], ['Total - 1st Half', null, 4.5, 'O']],
    ['quarters', ['1st Quarter Spread', HOME, -0.5], ['Q1 Spread', HOME, -0.5]],
    ['periods', ['First Period Moneyline', HOME], ['1st Period Moneyline', HOME]],
    [
      'five innings',
      ['1st 5 Innings Total', null, 4.5, 'O'],
      ['First Five Innings Total Runs', null, 4.5, 'O'],
    ],
    ['five innings in short', ['F5 Run Line', HOME, -0.5], ['First 5 Innings Spread', HOME, -0.5]],
    ['sets', ['Set 1 Moneyline', HOME], ['1st Set Winner', HOME]],
    ['maps', ['Map 2 Moneyline', HOME], ['2nd Map Winner', HOME]],
    ["a half's three-way", ['1st Half Moneyline', HOME, null, null, DRAWS], ['Half Time Result', HOME]],
    ['team totals by target', ['Team Total', HOME, 4.5, 'Over'], ['Team Total Runs', HOME, '4.5', 'O']],
    ['a total whose target is a team', ['Total Runs', HOME, 4.5, 'Over'], ['Team Total', HOME, 4.5, 'Over']],
    [
      'a team total whose name says whose',
      ['Home Team Total', null, 4.5, 'Over'],
      ['Team Total', HOME, 4.5, 'Over'],
    ],
    [
      "flipped: the home team's total",
      ['Home Team Total', null, 4.5, 'Over', FLIPPED],
      ['Team Total', AWAY, 4.5, 'Over'],
    ],
    [
      'the team within the name',
      [`${AWAY} Total Runs`, null, 4.5, 'Over'],
      ['Team Total', AWAY, 4.5, 'Over'],
    ],
    [
      'a prop plain and as Player',
      ['Points', 'LeBron James', 25.5, 'Over'],
      ['Player Points', 'LeBron James', 25.5, 'O'],
    ],
    [
      'a prop as Total',
      ['Player Total Points', 'LeBron James', 25.5, 'Over'],
      ['Total Points', 'LeBron James', 25.5, 'O'],
    ],
    [
      "a player's accents and dots",
      ['Assists', 'Luka Dončić', 8.5, 'O'],
      ['Assists', 'Luka Doncic', 8.5, 'O'],
    ],
    [
      "a player's Jr.",
      ['Home Runs', 'Vladimir Guerrero Jr.', 0.5, 'O'],
      ['Player Home Runs', 'Vladimir Guerrero', 0.5, 'O'],
    ],
    ['surname first', ['Goals', 'Matthews, Auston', '0.5', 'O'], ['Goals', 'Auston Matthews', 0.5, 'O']],
    [
      'a team behind the player',
      ['Goals', 'Auston Matthews (TOR)', '0.5', 'O'],
      ['Goals', 'Auston Matthews', 0.5, 'O'],
    ],
    [
      'a combined prop in any order',
      ['Pts + Reb + Ast', 'LeBron James', 40.5, 'O'],
      ['Assists, Points & Rebounds', 'LeBron James', 40.5, 'O'],
    ],
    [
      'shots on goal in short',
      ['Player Shots on Goal', 'LeBron James', 1.5, 'Over'],
      ['Player SOG', 'LeBron James', 1.5, 'O'],
    ],
    [
      'threes',
      ['3-Point Field Goals Made', 'Stephen Curry', 4.5, 'U'],
      ['Threes', 'Stephen Curry', 4.5, 'U'],
    ],
    ['2+ is over 1.5', ['2+ Hits', 'Mookie Betts'], ['Hits', 'Mookie Betts', 1.5, 'Over']],
    [
      "home runs of a player are no team's",
      ['Home Runs', 'Mookie Betts', 0.5, 'O', FLIPPED],
      ['Home Runs', 'Mookie Betts', 0.5, 'O'],
    ],
    [
      'an anytime scorer',
      ['Anytime TD Scorer', 'Derrick Henry'],
      ['Anytime Touchdown Scorer', 'Derrick Henry', null, 'Yes'],
    ],
    ['both to score', ['Both Teams To Score', 'Yes'], ['BTTS', null, null, 'Yes']],
    ['draw no bet', ['Draw No Bet', HOME], ['DNB', HOME]],
    ['double chance, signs and words', ['Double Chance', '1X'], ['Double Chance', `${HOME} or Draw`]],
    [
      'double chance, flipped',
      ['Double Chance', '1X', null, null, FLIPPED],
      ['Double Chance', `Draw or ${AWAY}`],
    ],
    ['to advance', ['To Qualify', HOME], ['To Advance', HOME]],
    [
      'a market that nobody knows',
      ['First Team To Score', HOME],
      ['First Team to Score', HOME, null, null, FLIPPED],
    ],
    ['corners', ['Total Corners', null, 9.5, 'Over'], ['Corners', null, '9.5', 'O']],
  ])('%s', (_reason, one, other) => {
    expect(keyOf(one)).not.toBeNull();
    expect(keyOf(one)).toBe(keyOf(other));
  });
});

describe('not the same bet', () => {
  test.each<[string, Row, Row]>([
    ['the two sides', ['Moneyline', HOME], ['Moneyline', AWAY]],
    ['flipped: home in words', ['Moneyline', 'Home'], ['Moneyline', 'Home', null, null, FLIPPED]],
    ['two-way and three-way by name', ['Moneyline', HOME], ['1X2', HOME]],
    [
      'two-way and three-way by the draw beside it',
      ['Moneyline', HOME],
      ['Moneyline', HOME, null, null, DRAWS],
    ],
    ['draw no bet and two-way', ['Draw No Bet', HOME], ['Moneyline', HOME]],
    ['to advance and three-way', ['To Advance', HOME], ['Match Result', HOME]],
    [
      'a two-way in regulation',
      ['Regulation Moneyline 2-Way', HOME, null, null, { ...GAME, withDraw: new Set() }],
      ['Moneyline', HOME],
    ],
    ['favourite and underdog', ['Spread', HOME, '-1.5'], ['Spread', HOME, '+1.5']],
    ['the other side of a spread', ['Spread', HOME, '-1.5'], ['Spread', AWAY, '+1.5']],
    ['another line', ['Spread', HOME, '-1.5'], ['Alternate Spread', HOME, '-2.5']],
    ['a spread with a draw', ['European Handicap', HOME, -1], ['Spread', HOME, -1]],
    ['over and under', ['Total', null, 8.5, 'O'], ['Total', null, 8.5, 'U']],
    ['the half and the game', ['1st Half Total', null, 4.5, 'O'], ['Total', null, 4.5, 'O']],
    ['the first and the second half', ['1st Half Total', null, 4.5, 'O'], ['2nd Half Total', null, 4.5, 'O']],
    ['a half and five innings', ['1st Half Total', null, 4.5, 'O'], ['1st 5 Innings Total', null, 4.5, 'O']],
    ['one inning and five', ['1st Inning Total', null, 0.5, 'O'], ['1st 5 Innings Total', null, 0.5, 'O']],
    [
      'regulation and overtime counted',
      ['Regulation Total Goals', null, 5.5, 'O'],
      ['Total Goals', null, 5.5, 'O'],
    ],
    ['the game and a team', ['Total', null, 8.5, 'O'], ['Team Total', HOME, 8.5, 'O']],
    ['the two teams', ['Team Total', AWAY, 4.5, 'O'], ['Team Total', HOME, 4.5, 'O']],
    ['maps and rounds', ['Total Maps', null, 2.5, 'O'], ['Total Rounds', null, 2.5, 'O']],
    ['sets and games', ['Total Sets', null, 2.5, 'O'], ['Total Games', null, 2.5, 'O']],
    ['corners and goals', ['Total Corners', null, 2.5, 'O'], ['Total Goals', null, 2.5, 'O']],
    ['a player and his team', ['Goals', 'Auston Matthews', 0.5, 'O'], ['Goals', HOME, 0.5, 'O']],
    ['two players', ['Goals', 'Auston Matthews', 0.5, 'O'], ['Goals', 'Mitch Marner', 0.5, 'O']],
    ['two statistics', ['Passing Yards', 'A Player', 50.5, 'O'], ['Rushing Yards', 'A Player', 50.5, 'O']],
    [
      'points, and points with assists',
      ['Points', 'A Player', 25.5, 'O'],
      ['Points + Assists', 'A Player', 25.5, 'O'],
    ],
    [
      "a batter's strikeouts",
      ['Batter Strikeouts', 'A Player', 1.5, 'O'],
      ['Strikeouts', 'A Player', 1.5, 'O'],
    ],
    ['first and anytime scorer', ['First Goalscorer', 'A Player'], ['Anytime Goalscorer', 'A Player']],
    ['yes and no', ['Both Teams To Score', 'Yes'], ['Both Teams To Score', 'No']],
    ['double chances', ['Double Chance', '1X'], ['Double Chance', 'X2']],
    ['half-time and full-time is no half', ['Half Time/Full Time', HOME], ['Half Time Result', HOME]],
    ['names of the language', ['__proto__', HOME], ['constructor', HOME]],
  ])('%s', (_reason, one, other) => {
    expect(keyOf(one)).not.toBeNull();
    expect(keyOf(other)).not.toBeNull();
    expect(keyOf(one)).not.toBe(keyOf(other));
  });
});

describe("what can't be compared", () => {
  test.each<[string, Row]>([
    ['no name', [null, HOME]],
    ['a moneyline of nobody', ['Moneyline', null]],
    ['a moneyline of a stranger', ['Moneyline', 'Chicago Cubs']],
    [
      'a part of both names',
      [
        'Moneyline',
        'Los Angeles',
        null,
        null,
        { home: 'Los Angeles Lakers', away: 'Los Angeles Clippers', isFlipped: false },
      ],
    ],
    ['a moneyline with a line', ['Moneyline', HOME, '-1.5']],
    ['a spread without a line', ['Spread', HOME]],
    ['a spread of nobody', ['Spread', null, '-1.5']],
    ['a total without a line', ['Total', null, null, 'Over']],
    ['a total without a side', ['Total', null, '8.5']],
    ['a total below 0', ['Total', null, '-8.5', 'Over']],
    ['a plain total of a player: of what?', ['Total', 'LeBron James', 25.5, 'Over']],
    ['a team total of nobody', ['Team Total', null, 4.5, 'Over']],
    ['a team total of two teams', ['Home Team Total', AWAY, 4.5, 'Over']],
    ['two lines that contradict', ['Total', null, '8.5', 'O 9.5']],
    ['two sides that contradict', ['Total', 'Under', '8.5', 'Over']],
    ['a line that is none', ['Spread', HOME, '3-2']],
    ['a line without end', ['Total', null, Number.POSITIVE_INFINITY, 'Over']],
    ['an over/under that is none', ['Total', null, '8.5', 'Overtime']],
    ['halves that are no quarter line', ['Spread', HOME, '-0.5, -3']],
    ['a score in a flipped game', ['Correct Score', '2-1', null, null, FLIPPED]],
    ['half-time/full-time in signs, flipped', ['Half Time/Full Time', '1/X', null, null, FLIPPED]],
    ['home in the name, flipped', ['Home Team Clean Sheet', 'Yes', null, null, FLIPPED]],
    ['a market and nothing else', ['Overtime', null]],
  ])('%s', (_reason, row) => {
    expect(keyOf(row)).toBeNull();
  });
});

it('finds the names under which a sportsbook offers a draw', () => {
  const names = namesWithDraw([
    { name: 'Moneyline', target: HOME },
    { name: 'Match Result', target: 'Draw' },
    { name: '1st Half Moneyline', target: ' tie ' },
    { name: null, target: 'Draw' },
  ]);
  expect([...names]).toEqual(['Match Result', '1st Half Moneyline']);
});

it('leaves the main markets of the odds screen as they were', () => {
  for (const name of [
    '1st Half Total',
    'Alternate Spread',
    'Team Total Points',
    '3-Way Moneyline',
    'Total Corners',
  ])
    expect(canonicalMarket(name)).toBe(name);
  expect(canonicalMarket('Round Spread')).toBe('spread');
  expect(canonicalMarket('Over/Under Goals')).toBe('total');
});

describe('properties', () => {
  const text = fc.oneof(
    anyText,
    fc.constantFrom(
      '__proto__',
      'constructor',
      'Total',
      'Spread',
      'Moneyline',
      'Double Chance',
      'O 5.5',
      '1X',
      '2+',
      HOME,
    ),
  );
  const parts = fc.record<SelectionParts>({
    name: fc.option(text),
    target: fc.option(text),
    overUnder: fc.option(text),
    line: fc.oneof(fc.constant(null), text, fc.double()),
  });

  test('never throws', () => {
    fc.assert(
      fc.property(parts, text, text, fc.boolean(), text, (outcome, home, away, isFlipped, label) => {
        const game = { home, away, isFlipped, label };
        expect(selectionKey(outcome, game)).toBe(selectionKey(outcome, game));
      }),
      { numRuns: 1000 },
    );
  });

  const periods = fc.constantFrom('', '1st Half ', 'First Quarter ', 'F5 ', 'Set 1 ');
  const lines = fc.integer({ min: -40, max: 40 }).map((quarters) => quarters / 4);
  const teams = fc.constantFrom(HOME, AWAY, 'Home', 'Away', 'Draw', 'A Player');
  const meant = fc.record({
    name: fc
      .tuple(periods, fc.constantFrom('Moneyline', 'Spread', 'Total', 'Team Total', 'Points', '1X2'))
      .map((two) => two.join('')),
    target: fc.option(teams),
    overUnder: fc.option(fc.constantFrom('Over', 'Under')),
    line: fc.option(lines),
  });
  const inWords = (target: string | null) =>
    target === 'Home' ? 'Away' : target === 'Away' ? 'Home' : target;

  // the draw of a handicap states the line of the label's home team
  const lineOf = ({ name, target, line }: { name: string; target: string | null; line: number | null }) =>
    target === 'Draw' && name.endsWith('Spread') && line !== null ? -line : line;

  test('a flipped game says the same with its sides swapped; flipping twice is as before', () => {
    fc.assert(
      fc.property(meant, (outcome) => {
        const other = { ...outcome, target: inWords(outcome.target), line: lineOf(outcome) };
        expect(selectionKey(other, FLIPPED)).toBe(selectionKey(outcome, GAME));
        const twice = { ...other, target: inWords(other.target), line: lineOf(other) };
        expect(selectionKey(twice, GAME)).toBe(selectionKey(outcome, GAME));
      }),
    );
  });

  test('a bet that is turned is what it is called in the flipped game; turned twice it is as before', () => {
    const named = fc.record({
      name: fc
        .tuple(
          periods,
          fc.constantFrom(
            'Moneyline',
            'Spread',
            '3-Way Spread',
            'Total',
            'Team Total',
            'Corners',
            'Double Chance',
          ),
        )
        .map((two) => two.join('')),
      target: fc.option(fc.constantFrom(HOME, AWAY, 'A Player', `${HOME} or Draw`, `${AWAY} or Draw`)),
      overUnder: fc.option(fc.constantFrom('Over', 'Under')),
      line: fc.option(lines),
    });
    fc.assert(
      fc.property(named, (outcome) => {
        const bet = betIdentity(outcome, GAME);
        const there = betIdentity(outcome, { home: AWAY, away: HOME, isFlipped: false });
        expect(bet && turnedBet(bet)).toEqual(there && { market: there.market, side: there.side });
        expect(bet && turnedBet(turnedBet(bet))).toEqual(bet && { market: bet.market, side: bet.side });
      }),
      { numRuns: 500 },
    );
  });

  test('the writing of a line does not matter, its value does', () => {
    fc.assert(
      fc.property(lines, lines, (one, other) => {
        const key = (line: string | number) => keyOf(['Spread', HOME, line]);
        expect(key(one > 0 ? `+${one}` : String(one).replace('-', '\u2212'))).toBe(key(one));
        expect(key(one) === key(other)).toBe(one === other);
      }),
    );
  });
});

test('long texts cost little', () => {
  const blanks = ' '.repeat(200_000);
  const long = `o${blanks}(${blanks}x`;
  const began = performance.now();
  const game = { home: long, away: `${long}y`, isFlipped: false, label: long };
  for (const name of ['Total', 'Double Chance', 'Goals', long])
    selectionKey({ name, target: `${long}z`, line: long, overUnder: long }, game);
  expect(performance.now() - began).toBeLessThan(2000);
});
