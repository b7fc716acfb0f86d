import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { GamePhase } from '#domain/play/game-state.ts';
import { BARE_PLAY } from '#domain/play/play.ts';
import type { ControlMessage, FrameRefusal, PlaysMessage } from '../../ports/feed.ts';
import { decodePlaysFrame } from './decode-plays.ts';

type Message = PlaysMessage | ControlMessage;

function decode(frame: unknown): { messages: Message[]; refusals: FrameRefusal[] } {
  const messages: Message[] = [];
  const refusals: FrameRefusal[] = [];
  decodePlaysFrame(typeof frame === 'string' ? frame : JSON.stringify(frame), {
    message: (message) => messages.push(message),
    refused: (reason) => refusals.push(reason),
  });
  return { messages, refusals };
}

const LABEL = 'Boston Celtics vs New York Knicks, 2026-01-15, 07';
const ENVELOPE = {
  stream: 'playbyplay',
  action: 'new_play',
  event: LABEL,
  universal_id: 'u1',
  home: 'Boston Celtics',
  away: 'New York Knicks',
  league: 'NBA',
  state: 'in_progress',
  score: { home: 12, away: 10 },
};
const STATE = {
  game: LABEL,
  universalId: 'u1',
  league: 'NBA',
  home: 'Boston Celtics',
  away: 'New York Knicks',
  score: { home: 12, away: 10 },
  period: null,
  clock: null,
  phase: 'live',
  detail: null,
};

/** The only play of the only `plays` message. */
function playIn(info: unknown, envelope: object = ENVELOPE) {
  const { messages, refusals } = decode({ ...envelope, play_info: info });
  expect(refusals.filter((reason) => reason !== 'unknown-play-type')).toEqual([]);
  const plays = messages.filter((message) => message.kind === 'plays');
  expect(plays).toHaveLength(1);
  expect(plays[0]!.stated.plays).toHaveLength(1);
  return plays[0]!.stated.plays[0]!;
}

describe('what the socket says of itself', () => {
  test.each<[string, unknown, Message[]]>([
    [
      'the guide\u2019s acknowledgement',
      { action: 'connection_ack' },
      [{ kind: 'acknowledged', plan: null }],
    ],
    [
      'the one in practice',
      { action: 'socket_connected', plan: 'pro' },
      [{ kind: 'acknowledged', plan: 'pro' }],
    ],
    ['a confirmation', { action: 'subscription_updated', message: 'ok' }, [{ kind: 'subscribed' }]],
    ['a ping', { action: 'ping' }, [{ kind: 'ping' }]],
    ['a complaint', { action: 'error', message: 'Code 1: x' }, [{ kind: 'error', text: 'Code 1: x' }]],
    [
      'a complaint without an action',
      { error: 'x not supported' },
      [{ kind: 'error', text: 'x not supported' }],
    ],
    [
      'a complaint with the game in a field',
      { error: 'not supported', event: LABEL },
      [{ kind: 'error', text: 'not supported', game: LABEL }],
    ],
  ])('%s', (_, frame, messages) => {
    expect(decode(frame)).toEqual({ messages, refusals: [] });
  });

  it('accepts a game', () => {
    const { messages } = decode({
      stream: 'playbyplay',
      action: 'connected',
      event: LABEL,
      universal_id: 'u1',
    });
    expect(messages[0]).toEqual({ kind: 'accepted', game: LABEL });
  });
});

describe('the period of a game', () => {
  test.each<[string, object, string | null]>([
    ['its own field', { period: 2, state: '4th quarter' }, '2'],
    ['the state\u2019s word', { state: '4th quarter' }, '4th quarter'],
    ['a short word', { state: 'Q4' }, 'Q4'],
    ['half-time', { state: 'Half Time' }, 'Half Time'],
    ['a state that names none', { state: 'in_progress' }, null],
    [
      'the state\u2019s own field',
      { state: { status: 'in_progress', period: '2nd half', clock: '63:12' } },
      '2nd half',
    ],
    ['the state\u2019s name', { state: { name: 'Bottom 5th inning' } }, 'Bottom 5th inning'],
  ])('is read from %s', (_, stated, period) => {
    const { messages } = decode({ ...ENVELOPE, ...stated, action: 'match_state' });
    expect(messages).toMatchObject([{ kind: 'state', state: { period } }]);
  });
});

describe('plays of ball sports', () => {
  it('keep every stated field', () => {
    const info = {
      type: 'goal',
      id: 4711,
      team: 'home',
      points: 2,
      seconds: 734,
      period: 2,
      name: 'Goal',
      description: 'A. Reed scores',
      scorer: { name: 'A. Reed' },
    };
    const { messages } = decode({ ...ENVELOPE, play_info: [info] });
    expect(messages).toEqual([
      {
        kind: 'plays',
        stated: {
          game: LABEL,
          universalId: 'u1',
          league: 'NBA',
          score: { home: 12, away: 10 },
          plays: [
            {
              type: 'goal',
              id: '4711',
              side: 'home',
              team: 'Boston Celtics',
              player: 'A. Reed',
              points: 2,
              seconds: 734,
              period: '2',
              clock: null,
              name: 'Goal',
              description: 'A. Reed scores',
            },
          ],
        },
        state: STATE,
      },
    ]);
  });

  test.each<[string, unknown, object]>([
    ['a bare type', { type: 'timeout' }, { ...BARE_PLAY, type: 'timeout' }],
    ['an unknown type', { type: 'quantum_dunk' }, { ...BARE_PLAY, type: 'quantum_dunk' }],
    ['a name for a type', { name: 'Tip-off' }, { ...BARE_PLAY, type: 'Tip-off', name: 'Tip-off' }],
    ['only words', { description: 'Rain delay' }, { ...BARE_PLAY, type: 'play', description: 'Rain delay' }],
    [
      'the team by its name',
      { type: 'foul', team: 'new york knicks' },
      { ...BARE_PLAY, type: 'foul', side: 'away', team: 'New York Knicks' },
    ],
    [
      'the team as an object',
      { type: 'foul', team: { name: 'Boston Celtics' } },
      { ...BARE_PLAY, type: 'foul', side: 'home', team: 'Boston Celtics' },
    ],
    [
      'a team of another name',
      { type: 'foul', team: 'Celtics' },
      { ...BARE_PLAY, type: 'foul', team: 'Celtics' },
    ],
    ['a player', { type: 'foul', player: { name: 'B' } }, { ...BARE_PLAY, type: 'foul', player: 'B' }],
    ['who fouled', { type: 'foul', fouling: { name: 'C' } }, { ...BARE_PLAY, type: 'foul', player: 'C' }],
    ['a player as text', { type: 'foul', player: 'D' }, { ...BARE_PLAY, type: 'foul', player: 'D' }],
    [
      'numbers as text',
      { type: 'goal', points: '3', seconds: '12' },
      { ...BARE_PLAY, type: 'goal', points: 3, seconds: 12 },
    ],
    [
      'types that are wrong',
      { type: 'goal', points: [3], seconds: {}, player: 7.5, name: null, team: [] },
      { ...BARE_PLAY, type: 'goal', player: '7.5' },
    ],
  ])('%s', (_, info, play) => {
    expect(playIn([info])).toEqual(play);
  });

  it('take one play that is not in an array', () => {
    expect(playIn({ type: 'goal', points: 2 })).toEqual({ ...BARE_PLAY, type: 'goal', points: 2 });
  });

  it('go on after entries that say nothing, and count those', () => {
    const { messages, refusals } = decode({ ...ENVELOPE, play_info: [{}, 'x', { type: 'foul' }, null] });
    expect(refusals).toEqual(['play-says-nothing', 'play-not-an-object', 'play-not-an-object']);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ kind: 'plays', stated: { plays: [{ type: 'foul' }] } });
  });

  it('cut a text that is no line', () => {
    const { description } = playIn([{ type: 'foul', description: 'x'.repeat(1_000_000) }]);
    expect(description).toHaveLength(300);
  });

  it('bring at least the state where the plays are missing or no plays', () => {
    for (const info of [undefined, null, 'text', 3]) {
      const { messages, refusals } = decode({ ...ENVELOPE, play_info: info });
      expect(refusals).toEqual(['no-play-info']);
      expect(messages).toEqual([{ kind: 'state', state: STATE }]);
    }
    expect(decode({ ...ENVELOPE, play_info: [] }).messages).toEqual([{ kind: 'state', state: STATE }]);
    expect(decode({ ...ENVELOPE, play_info: { values: [] } }).refusals).toEqual(['play-says-nothing']);
  });
});

describe('fights and esports', () => {
  const fight = { status: 'in_progress', round: 2, clock: '3:12', result: null };

  it('a fight is told by status, round and result, not by its clock', () => {
    const play = playIn(fight);
    expect(play).toMatchObject({ type: 'in_progress', period: 'Round 2', clock: '3:12' });
    expect(play.description).toBe('Round 2, in progress');
    expect(playIn({ ...fight, clock: '3:11' }).id).toBe(play.id);
    expect(playIn({ ...fight, round: 3 }).id).not.toBe(play.id);
  });

  it('the clock of a fight counts as its state', () => {
    const { messages } = decode({ ...ENVELOPE, play_info: fight });
    expect(messages.map((message) => message.kind)).toEqual(['state', 'plays']);
    expect(messages[0]).toMatchObject({ state: { period: 'Round 2', clock: '3:12', phase: 'live' } });
  });

  it('a result ends a fight', () => {
    const { messages } = decode({
      ...ENVELOPE,
      play_info: { ...fight, result: { winner: 'P. Nunes', method: 'KO' } },
    });
    expect(messages[0]).toMatchObject({ state: { phase: 'ended' } });
    expect(messages[1]).toMatchObject({
      stated: { plays: [{ description: 'Round 2, Result: P. Nunes, KO' }] },
    });
  });

  const maps = {
    currentMap: 2,
    currentRound: 13,
    teams: { home: { score: 1 }, away: { score: 0 } },
    maps: [
      { number: 1, map: 'DE_NUKE', home: { score: 13 }, away: { score: 8 }, winner: 'HOME' },
      { number: 2, map: 'DE_DUST2', home: { score: 7 }, away: { score: 5 } },
    ],
  };

  it('maps are told by their scores', () => {
    const { score: _, ...noScore } = ENVELOPE;
    const { messages } = decode({ ...noScore, play_info: maps });
    expect(messages[0]).toMatchObject({ state: { period: 'Map 2', score: { home: 1, away: 0 } } });
    const play = playIn(maps, noScore);
    expect(play.type).toBe('map');
    expect(play.description).toBe(
      'Map 2 (DE_DUST2): Boston Celtics 7\u20135 New York Knicks \u00b7 maps 1\u20130',
    );
    const next = { ...maps, maps: [maps.maps[0], { ...maps.maps[1], home: { score: 8 } }] };
    expect(playIn(next).id).not.toBe(play.id);
  });

  test.each<[unknown, string]>([
    [{ currentMap: 1 }, 'Map 1'],
    [{ teams: { home: { score: 2 }, away: { score: 1 } } }, 'Maps \u00b7 maps 2\u20131'],
    [{ maps: [{ home: 3, away: 4 }] }, 'Maps: Boston Celtics 3\u20134 New York Knicks'],
  ])('maps with parts missing: %j', (info, description) => {
    expect(playIn(info).description).toBe(description);
  });

  test.each([[{ maps: 'x' }], [{ teams: null }], [{ currentMap: 'two' }], [{ round: -1 }], [{}]])(
    'nothing of %j is a play',
    (info) => {
      expect(decode({ ...ENVELOPE, play_info: info }).refusals).toEqual(['play-says-nothing']);
    },
  );
});

describe('how games stand', () => {
  test.each<[unknown, GamePhase | null, string?]>([
    ['in_progress', 'live'],
    ['started', 'live'],
    ['2nd_half', 'live', '2nd half'],
    ['extended', null],
    ['ended', 'ended'],
    ['match_ended', 'ended'],
    ['FINISHED', 'ended'],
    ['final', 'ended'],
    ['not_started', 'scheduled'],
    ['Pre-game', 'scheduled'],
    ['', null],
    [null, null],
    [7, null],
  ])('state %j is %s', (state, phase, period) => {
    const { messages } = decode({ ...ENVELOPE, action: 'match_state', state });
    expect(messages).toEqual([{ kind: 'state', state: { ...STATE, phase, period: period ?? null } }]);
  });

  test.each([
    [
      { home: 1, away: 2 },
      { home: 1, away: 2 },
    ],
    [
      { home: '1', away: '0' },
      { home: 1, away: 0 },
    ],
    [{ home: 1 }, null],
    [{ home: -1, away: 2 }, null],
    [{ home: 1.5, away: 2 }, null],
    [{ home: '', away: '' }, null],
    ['1-2', null],
    [undefined, null],
  ])('score %j is %j', (score, expected) => {
    const { messages } = decode({ ...ENVELOPE, action: 'stats', score });
    expect(messages).toEqual([{ kind: 'state', state: { ...STATE, score: expected } }]);
  });

  it('needs no field but the label, and takes it where the odds have it too', () => {
    for (const label of [{ event: 'A vs B' }, { game: 'A vs B' }]) {
      const { messages, refusals } = decode({ action: 'match_state', ...label });
      expect(refusals).toEqual([]);
      expect(messages).toMatchObject([{ kind: 'state', state: { game: 'A vs B', score: null, home: null } }]);
    }
  });
});

describe('what is not understood', () => {
  it('counts a type of play that nobody has seen before, and shows it all the same', () => {
    const info = [{ type: 'goal' }, { type: 'quantum_dunk' }, { name: 'Tip-off' }];
    const { messages, refusals } = decode({ ...ENVELOPE, play_info: info });
    expect(refusals).toEqual(['unknown-play-type']);
    expect(messages).toMatchObject([{ stated: { plays: [{}, { type: 'quantum_dunk' }, {}] } }]);
  });

  test.each<[string, unknown, FrameRefusal]>([
    ['no JSON', '{"action":', 'not-json'],
    ['no object', '3', 'not-an-object'],
    ['no action', { event: LABEL }, 'no-action'],
    ['a new action', { ...ENVELOPE, action: 'crowd_noise' }, 'unknown-action'],
    ['no game', { ...ENVELOPE, event: undefined }, 'no-game'],
    ['a game that is no text', { ...ENVELOPE, event: { a: 1 } }, 'no-game'],
  ])('%s is counted', (_, frame, reason) => {
    expect(decode(frame)).toEqual({ messages: [], refusals: [reason] });
  });

  it('does not take the rest of an array with it', () => {
    const { messages, refusals } = decode([{ action: 'x' }, { action: 'ping' }, null]);
    expect(messages).toEqual([{ kind: 'ping' }]);
    expect(refusals).toEqual(['unknown-action', 'not-an-object']);
  });

  it('never throws and touches no prototype, whatever stands in the fields', () => {
    const anything = fc.anything({ withNullPrototype: false, maxDepth: 4 });
    fc.assert(
      fc.property(
        fc.record(
          {
            action: fc.constantFrom('new_play', 'match_state', 'stats', 'connected'),
            event: fc.oneof(fc.constantFrom(LABEL, '__proto__'), anything),
            score: anything,
            state: anything,
            home: anything,
            play_info: fc.oneof(
              anything,
              fc.array(fc.record({ type: anything, team: anything, scorer: anything, seconds: anything })),
              fc.record({ maps: fc.array(anything), teams: anything, currentMap: anything }),
              fc.record({ status: anything, result: anything, round: anything }),
            ),
          },
          { requiredKeys: ['action'] },
        ),
        (frame) => {
          const text = JSON.stringify(frame, (_, value) =>
            typeof value === 'bigint' ? String(value) : value,
          );
          const { messages, refusals } = decode(
            text.replace('"play_info"', '"__proto__":{"x":1},"play_info"'),
          );
          expect(messages.length + refusals.length).toBeGreaterThan(0);
          expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
