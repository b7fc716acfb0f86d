import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Board } from '#domain/board/board.ts';
import { describeSelections } from '#domain/board/describe.ts';
import type { ControlMessage, FrameRefusal, OddsMessage } from '../../ports/feed.ts';
import { decodeOddsFrame } from './decode-odds.ts';

type FeedMessage = OddsMessage | ControlMessage;

function decode(text: string): { messages: FeedMessage[]; refusals: FrameRefusal[] } {
  const messages: FeedMessage[] = [];
  const refusals: FrameRefusal[] = [];
  decodeOddsFrame(text, {
    message: (message) => messages.push(message),
    refused: (reason) => refusals.push(reason),
  });
  return { messages, refusals };
}

const guide = readFileSync(new URL('./fixtures/guide-messages.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n');

describe('the example messages of the provider\u2019s guide', () => {
  it('are all understood', () => {
    const kinds = guide.map((line) => {
      const { messages, refusals } = decode(line);
      expect(refusals).toEqual([]);
      expect(messages).toHaveLength(1);
      const [message] = messages as [FeedMessage];
      return message.kind === 'board' ? `board ${message.message.kind}` : message.kind;
    });
    expect(kinds).toEqual([
      'acknowledged',
      'board prices',
      'board prices',
      'board game-removed',
      'board prices',
      'board book-cleared',
      'ping',
      'error',
      'subscribed',
    ]);
  });

  it('fold into the board as the guide says', () => {
    const board = new Board();
    const prices: Record<string, number | null>[] = [];
    for (const line of guide) {
      for (const message of decode(line).messages)
        if (message.kind === 'board') board.fold(message.message, 0);
      prices.push(
        Object.fromEntries(describeSelections(board).map((record) => [record.outcome, record.american])),
      );
    }
    const [mets, angels] = ['New York Mets Moneyline', 'Los Angeles Angels Moneyline'] as const;
    expect(prices[1]).toEqual({ [mets]: -10000, [angels]: 3300 });
    expect(prices[2]).toEqual({ [mets]: -3333, [angels]: 900 });
    expect(prices[3]).toEqual({});
    expect(prices[4]).toEqual({ [mets]: -1250 });
    expect(prices[5]).toEqual({});
  });

  it('keep every field of an outcome', () => {
    const [message] = decode(guide[1]!).messages;
    expect(message).toMatchObject({
      message: {
        mode: 'replace',
        origin: 'snapshot',
        at: {
          sportsbook: 'ballybet',
          sport: 'MLB',
          home: 'New York Mets',
          away: 'Los Angeles Angels',
          startsAtMs: Date.parse('2025-07-23T17:09:00Z'),
        },
        outcomes: [
          {
            key: 'New York Mets Moneyline',
            american: -10000,
            name: 'Moneyline',
            line: null,
            target: 'New York Mets',
          },
          { key: 'Los Angeles Angels Moneyline', american: 3300 },
        ],
      },
    });
  });
});

const update = (odds: unknown, outcome: Record<string, unknown> = {}) =>
  JSON.stringify({
    action: 'line_update',
    data: {
      sport: 'NBA',
      sportsbook: 'circa',
      game: 'g',
      outcomes: { A: { odds, outcome_name: 'Total', ...outcome } },
    },
  });

describe('readings of one field', () => {
  test.each([
    [null, 0],
    ['', 0],
    ['None', 0],
    ['\u2212115', -115],
    [-115, -115],
  ])('odds %j', (odds, american) => {
    const { messages, refusals } = decode(update(odds));
    expect(refusals).toEqual([]);
    expect(messages).toMatchObject([{ message: { outcomes: [{ american }] } }]);
  });

  it('takes unreadable odds as not offered, and counts them', () => {
    const { messages, refusals } = decode(update({ price: 1 }));
    expect(refusals).toEqual(['odds-unreadable']);
    expect(messages).toMatchObject([{ message: { outcomes: [{ american: 0 }] } }]);
  });

  it('keeps a line as it was written, and tells a missing field from null', () => {
    expect(decode(update(110, { outcome_line: 5.5 })).messages).toMatchObject([
      { message: { outcomes: [{ line: 5.5 }] } },
    ]);
    expect(decode(update(110, { outcome_line: '5.5' })).messages).toMatchObject([
      { message: { outcomes: [{ line: '5.5' }] } },
    ]);
    expect(decode(update(110, { outcome_line: null })).messages).toMatchObject([
      { message: { outcomes: [{ line: null }] } },
    ]);
    expect(decode(update(110)).messages).toMatchObject([{ message: { outcomes: [{ line: undefined }] } }]);
  });

  it('takes a number that is none as nothing, and a text that names it as it is', () => {
    const text = update(110, { outcome_line: 'NAN', outcome_target: 'NaN \\" -Infinity' });
    const { messages, refusals } = decode(text.replace('"NAN"', '-Infinity').replace('110', 'NaN'));
    expect(refusals).toEqual(['number-is-nan']);
    expect(messages).toMatchObject([
      { message: { outcomes: [{ american: 0, line: null, target: 'NaN \\" -Infinity' }] } },
    ]);
    expect(decode('{"action":NaN').refusals).toEqual(['not-json']);
  });

  it('takes an empty list of outcomes as a game that offers nothing any more', () => {
    const text = JSON.stringify({
      action: 'game_update',
      data: { sport: 'NBA', sportsbook: 'circa', game: 'g', outcomes: [] },
    });
    expect(decode(text)).toMatchObject({
      refusals: ['outcomes-a-list'],
      messages: [{ message: { mode: 'replace', outcomes: [] } }],
    });
  });

  test.each<[string, unknown, FrameRefusal[]]>([
    ['outcome_line', { over: 5.5 }, ['outcome-field-unreadable']],
    ['outcome_target', ['Lakers'], ['outcome-field-unreadable']],
    ['link', { web: 'https://a.example' }, ['outcome-field-unreadable']],
    ['outcome_name', {}, []],
    ['outcome_over_under', true, []],
  ])('takes %s %j as nothing, and counts what says something', (field, value, counted) => {
    expect(decode(update(110, { [field]: value })).refusals).toEqual(counted);
  });

  test.each<[unknown, FrameRefusal[]]>([
    ['2025-07-23, 01:09 PM', []],
    [null, []],
    ['', []],
    ['23.07.2025 13:09', ['start-unreadable']],
    [1_753_290_000, ['start-unreadable']],
  ])('counts a start that can\u2019t be read: %j', (when, counted) => {
    const { data } = JSON.parse(update(110)) as { data: object };
    const frame = { action: 'line_update', data: { ...data, info: { when } } };
    expect(decode(JSON.stringify(frame)).refusals).toEqual(counted);
  });

  it('takes an array of frames in its order', () => {
    const text = `[${update(110)},{"action":"ping"},${update(120)}]`;
    expect(decode(text).messages.map((message) => message.kind)).toEqual(['board', 'ping', 'board']);
  });
});

describe('what is not understood is counted by reason', () => {
  test.each<[string, FrameRefusal]>([
    ['{', 'not-json'],
    ['', 'not-json'],
    ['12', 'not-an-object'],
    ['null', 'not-an-object'],
    ['[[]]', 'not-an-object'],
    ['{}', 'no-action'],
    ['{"action":"odds_v2"}', 'unknown-action'],
    ['{"action":"__proto__"}', 'unknown-action'],
    ['{"action":{"a":1}}', 'unknown-action'],
    ['{"action":"line_update"}', 'no-data'],
    ['{"action":"line_update","data":{"game":"g","outcomes":{}}}', 'no-sportsbook'],
    ['{"action":"line_update","data":{"sportsbook":"x","outcomes":{}}}', 'no-game'],
    ['{"action":"line_update","data":{"sportsbook":"x","game":"g","outcomes":[]}}', 'no-outcomes'],
    [
      '{"action":"line_update","data":{"sportsbook":"x","game":"g","outcomes":{"A":3}}}',
      'outcome-not-an-object',
    ],
    ['{"action":"book_clear","data":{"sportsbook":{}}}', 'no-sportsbook'],
    ['{"action":"sport_clear","data":{"sportsbook":"x","sport":{}}}', 'no-sport'],
    ['{"action":"game_removed","data":{"sportsbook":"x","game":{}}}', 'no-game'],
    [
      `{"action":"line_update","data":{"sportsbook":"${'x'.repeat(201)}","game":"g","outcomes":{}}}`,
      'no-sportsbook',
    ],
    [
      `{"action":"line_update","data":{"sportsbook":"x","sport":"${'x'.repeat(201)}","game":"g","outcomes":{}}}`,
      'no-sport',
    ],
  ])('%.80s is %s', (text, reason) => {
    expect(decode(text).refusals).toEqual([reason]);
  });

  it('takes any JSON whatever without throwing, and touches no prototype', () => {
    const board = new Board();
    const hostile = fc.oneof(
      fc.json(),
      fc.string(),
      fc
        .record({
          action: fc.constantFrom('line_update', 'game_update', 'initial_state', 'sport_clear', '__proto__'),
          data: fc.dictionary(
            fc.constantFrom('sport', 'sportsbook', 'game', 'info', 'outcomes', '__proto__'),
            fc.jsonValue(),
          ),
        })
        .map((frame) => JSON.stringify(frame)),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        for (const message of decode(text).messages)
          if (message.kind === 'board') board.fold(message.message, 0);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
    const proto =
      '{"action":"line_update","data":{"sportsbook":"x","game":"g","outcomes":{"__proto__":{"odds":"-110"}}}}';
    expect(decode(proto).messages).toMatchObject([
      { message: { outcomes: [{ key: '__proto__', american: -110 }] } },
    ]);
  });
});
