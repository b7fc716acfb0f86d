import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ControlMessage, FrameRefusal, ScoresMessage } from '../../ports/feed.ts';
import { decodeScoresFrame } from './decode-scores.ts';

type Message = ScoresMessage | ControlMessage;

function decode(frame: unknown): { messages: Message[]; refusals: FrameRefusal[] } {
  const messages: Message[] = [];
  const refusals: FrameRefusal[] = [];
  decodeScoresFrame(JSON.stringify(frame), {
    message: (message) => messages.push(message),
    refused: (reason) => refusals.push(reason),
  });
  return { messages, refusals };
}

const FRAME = {
  action: 'match_update',
  game: 'Sunderland vs Man Utd, 2026-05-03, 01',
  universal_id: 'u1',
  home: 'Sunderland',
  away: 'Man Utd',
  designation: { A: 'home', B: 'away' },
};

function stateOf(state: unknown, more: object = {}) {
  const { messages, refusals } = decode({ ...FRAME, ...more, state });
  expect(refusals).toEqual([]);
  expect(messages).toHaveLength(1);
  const [message] = messages;
  if (message?.kind !== 'state') throw new Error('no state');
  return message.state;
}

const SOCCER = {
  preMatch: false,
  matchCompleted: false,
  matchPeriod: ['soccer', '2H'],
  elapsedTimeSeconds: 3792,
  goalsA: 2,
  goalsB: 1,
};
const BASEBALL = {
  preMatch: false,
  matchCompleted: false,
  out: 2,
  strike: 2,
  ball: 1,
  inning: 5,
  topOfInning: true,
  base1: true,
  base2: false,
  base3: true,
  runs: { A: 4, B: 3 },
};

describe('soccer', () => {
  it('is told with score, period, clock and phase', () => {
    expect(stateOf(SOCCER)).toEqual({
      game: FRAME.game,
      universalId: 'u1',
      league: null,
      home: 'Sunderland',
      away: 'Man Utd',
      score: { home: 2, away: 1 },
      period: '2nd half',
      clock: '63:12',
      phase: 'live',
      detail: null,
    });
  });

  test.each([
    [
      { A: 'home', B: 'away' },
      { home: 2, away: 1 },
    ],
    [
      { A: 'away', B: 'home' },
      { home: 1, away: 2 },
    ],
    [{ A: 'AWAY' }, { home: 1, away: 2 }],
    [{ B: 'home' }, { home: 1, away: 2 }],
    [
      { A: 'Man Utd', B: 'Sunderland' },
      { home: 1, away: 2 },
    ],
    [{}, { home: 2, away: 1 }],
    [undefined, { home: 2, away: 1 }],
    ['away', { home: 2, away: 1 }],
  ])('designation %j makes %j', (designation, score) => {
    expect(stateOf(SOCCER, { designation }).score).toEqual(score);
  });

  test.each([
    [['soccer', '1H'], '1st half'],
    [['soccer', 'HT'], 'Half-time'],
    [['soccer', 'Golden goal'], 'Golden goal'],
    ['2h', '2nd half'],
    [3, 'Period 3'],
    [[], null],
    [null, null],
    [{}, null],
  ])('period %j is %s', (matchPeriod, period) => {
    expect(stateOf({ ...SOCCER, matchPeriod }).period).toBe(period);
  });

  test.each([
    [{ preMatch: true, matchCompleted: false }, 'scheduled'],
    [{ preMatch: false, matchCompleted: true }, 'ended'],
    [{ preMatch: false, matchCompleted: undefined }, 'live'],
    [{ preMatch: undefined, matchCompleted: undefined }, null],
    [{ preMatch: 'yes', matchCompleted: 1 }, null],
  ])('%j is %s', (flags, phase) => {
    expect(stateOf({ ...SOCCER, ...flags }).phase).toBe(phase);
  });

  it('tells red cards by side, and when there are none again', () => {
    const cards = { redCardsA: 1, redCardsB: 0 };
    expect(stateOf({ ...SOCCER, ...cards }).detail).toBe('red cards: away 0, home 1');
    expect(stateOf({ ...SOCCER, ...cards }, { designation: { A: 'away' } }).detail).toBe(
      'red cards: away 1, home 0',
    );
    expect(stateOf({ ...SOCCER, redCardsA: 0, redCardsB: 0 }).detail).toBe('');
  });
});

describe('baseball', () => {
  it('is told with inning, count and bases', () => {
    expect(stateOf(BASEBALL)).toMatchObject({
      score: { home: 4, away: 3 },
      period: 'Top 5th',
      clock: null,
      detail: '2 out, 1\u20132, on 1st and 3rd',
    });
  });

  test.each([
    [{ topOfInning: false }, 'Bottom 5th'],
    [{ topOfInning: undefined }, '5th inning'],
    [{ inning: 1 }, 'Top 1st'],
    [{ inning: 2 }, 'Top 2nd'],
    [{ inning: 3 }, 'Top 3rd'],
    [{ inning: 11 }, 'Top 11th'],
    [{ inning: 12 }, 'Top 12th'],
    [{ inning: 21 }, 'Top 21st'],
  ])('%j is %s', (more, period) => {
    expect(stateOf({ ...BASEBALL, ...more }).period).toBe(period);
  });

  test.each([
    [{ base1: false, base3: false }, '2 out, 1\u20132, bases empty'],
    [{ base2: true }, '2 out, 1\u20132, on 1st, 2nd and 3rd'],
    [{ base1: undefined, base3: undefined }, '2 out, 1\u20132'],
    [{ ball: undefined, out: undefined }, 'on 1st and 3rd'],
  ])('%j is "%s"', (more, detail) => {
    expect(stateOf({ ...BASEBALL, ...more }).detail).toBe(detail);
  });

  it('takes the score in either form, by designation', () => {
    const total = { ...BASEBALL, runs: undefined, totalRunsForTeamA: 7, totalRunsForTeamB: '5' };
    expect(stateOf(total, { designation: { A: 'away', B: 'home' } }).score).toEqual({ home: 5, away: 7 });
  });
});

describe('the rest', () => {
  test.each([
    [
      { setsA: 1, setsB: 0 },
      { home: 1, away: 0 },
    ],
    [
      { scoreA: 88, scoreB: 91, period: 4 },
      { home: 88, away: 91 },
    ],
    [{ goalsA: 1 }, null],
    [{}, null],
  ])('state %j has score %j', (state, score) => {
    expect(stateOf(state).score).toEqual(score);
  });

  it('is in the last of the sets that are stated', () => {
    const sets = [
      { A: 6, B: 3 },
      { A: 2, B: 1 },
    ];
    expect(stateOf({ setsA: 1, setsB: 0, sets }).period).toBe('Period 2');
    expect(stateOf({ setsA: 0, setsB: 0, sets: [] }).period).toBeNull();
  });

  it('takes the envelope of play-by-play frames, which esports send here', () => {
    const { messages } = decode({
      action: 'new_play',
      event: 'A vs B',
      score: { home: 1, away: 0 },
      play_info: {},
    });
    expect(messages).toMatchObject([
      { kind: 'state', state: { game: 'A vs B', score: { home: 1, away: 0 } } },
    ]);
    expect(decode({ action: 'connected', event: 'A vs B' }).messages).toEqual([
      { kind: 'accepted', game: 'A vs B' },
    ]);
  });

  test.each<[unknown, FrameRefusal]>([
    [{ ...FRAME, state: 'live' }, 'no-data'],
    [FRAME, 'no-data'],
    [{ ...FRAME, game: '', state: {} }, 'no-game'],
    [{ ...FRAME, action: 'weather' }, 'unknown-action'],
    [{ game: 'x' }, 'no-action'],
  ])('%j is counted', (frame, reason) => {
    expect(decode(frame)).toEqual({ messages: [], refusals: [reason] });
  });

  it('never throws, whatever stands in the fields', () => {
    const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(-1, 1.5, 1e300, '\u2212', '7'));
    const state = fc.dictionary(
      fc.constantFrom(...Object.keys(SOCCER), ...Object.keys(BASEBALL), 'redCardsA', 'redCardsB'),
      anything,
    );
    fc.assert(
      fc.property(state, anything, (fields, designation) => {
        expect(decode({ ...FRAME, designation, state: fields }).messages).toHaveLength(1);
      }),
      { numRuns: 1000 },
    );
  });
});
