import { describe, expect, it } from 'vitest';
import { World } from '../world/world.ts';
import { easternTime, timestamp } from './eastern-time.ts';
import { jsonText } from './json-text.ts';
import { writeInitialState, writeOddsMessage } from './odds-frames.ts';

const START_MS = Date.UTC(2026, 10, 22, 23, 30);

// biome-ignore lint/suspicious/noExplicitAny: frames are read as a stranger would
type Json = any;

function framesOf(world: World, ms: number): readonly Json[] {
  const snapshot = [...world.listedSheets()].map((sheet) => writeInitialState(sheet, world.nowMs, null));
  const news = world
    .step(ms)
    .map((message) => (message.feed === 'odds' ? writeOddsMessage(message, null) : null));
  return [...snapshot, ...news].filter((text) => text !== null).map((text) => JSON.parse(text));
}

const world = new World({
  seed: 3,
  books: 26,
  games: 36,
  ratePerSecond: 30,
  startMs: START_MS,
  consensus: true,
});
const frames = framesOf(world, 240_000);
const outcomes: readonly Json[] = frames.flatMap(({ data }) => Object.values(data.outcomes));

describe('frames', () => {
  it('have the fields that the contract names, and no others', () => {
    const known = new Set([
      'sport',
      'sportsbook',
      'game',
      'home_team',
      'away_team',
      'info',
      'outcomes',
      'universal_game_id',
    ]);
    const stamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/;
    expect(frames.filter((frame) => !stamp.test(frame.timestamp))).toEqual([]);
    const fields = new Set(frames.flatMap(({ data }) => Object.keys(data)));
    expect(fields.isSubsetOf(known)).toBe(true);
    const shapes = new Set(outcomes.map((outcome) => Object.keys(outcome).join(' ')));
    expect([...shapes]).toEqual(['odds link outcome_name outcome_line outcome_over_under outcome_target']);
  });

  it('label games as the provider does, some with a universal id behind', () => {
    const label = /^(.+) vs (.+), \d{4}-\d\d-\d\d, (0[1-9]|1[0-2])(, [0-9a-f]{12})?$/;
    const labels = new Set(
      frames.filter(({ action }) => action !== 'book_clear').map(({ data }) => data.game),
    );
    for (const text of labels) if (typeof text === 'string') expect(text).toMatch(label);
    const long = [...labels].filter((text) => /, [0-9a-f]{12}$/.test(text));
    expect(long.length).toBeGreaterThan(0);
    expect(long.length).toBeLessThan(labels.size / 2);
    const strange = frames
      .filter(({ action }) => !action.endsWith('_clear'))
      .filter(({ data }) => !data.game.startsWith(`${data.home_team} vs ${data.away_team}, `));
    expect(strange).toEqual([]);
  });

  it('bear every quirk of the contract somewhere', () => {
    const has = (test: (outcome: Json) => boolean): boolean => outcomes.some(test);
    expect(
      has(({ odds }) => odds === null),
      'null odds',
    ).toBe(true);
    expect(
      has(({ odds }) => odds === ''),
      'empty odds',
    ).toBe(true);
    expect(
      has(({ odds }) => odds === 'None'),
      'odds None',
    ).toBe(true);
    expect(
      has(({ odds }) => typeof odds === 'number'),
      'number odds',
    ).toBe(true);
    expect(
      has(({ odds }) => /^\+\d+$/.test(odds)),
      'signed odds',
    ).toBe(true);
    expect(
      has(({ odds }) => /^\u2212\d+$/.test(odds)),
      'true minus',
    ).toBe(true);
    expect(
      has(({ link }) => link === null),
      'null link',
    ).toBe(true);
    expect(
      has(({ outcome_line }) => outcome_line === null),
      'null line',
    ).toBe(true);
    expect(
      has(({ outcome_line }) => typeof outcome_line === 'number'),
      'number line',
    ).toBe(true);
    expect(
      has(({ outcome_line }) => /^\+\d/.test(outcome_line)),
      'signed line',
    ).toBe(true);
    expect(
      has(({ outcome_over_under }) => outcome_over_under === 'Over'),
      'Over',
    ).toBe(true);
    expect(
      has(({ outcome_over_under }) => outcome_over_under === 'U'),
      'U',
    ).toBe(true);
    expect(
      has(({ outcome_over_under }) => /^O \d+(\.5)?$/.test(outcome_over_under)),
      'O 5.5',
    ).toBe(true);
    expect(
      has(({ outcome_target }) => outcome_target === 'Draw'),
      'Draw',
    ).toBe(true);
    for (const name of [
      'Moneyline',
      'Total',
      'Game Total',
      'Total Points',
      'Total Goals',
      'Run Line',
      'Puck Line',
    ]) {
      expect(
        has(({ outcome_name }) => outcome_name === name),
        name,
      ).toBe(true);
    }
    const infos = frames.filter(({ data }) => data.info?.game).map(({ data }) => data);
    expect(
      infos.some(({ info }) => typeof info.id === 'number'),
      'number id',
    ).toBe(true);
    expect(
      infos.some(({ info }) => typeof info.id === 'string'),
      'text id',
    ).toBe(true);
    expect(
      infos.some(({ info }) => info.game_id),
      'game_id',
    ).toBe(true);
    expect(
      infos.some(({ info }) => /^[0-9a-f]{12}$/.test(info.universal_id)),
      'universal_id',
    ).toBe(true);
    expect(
      infos.some(({ universal_game_id }) => universal_game_id),
      'universal_game_id',
    ).toBe(true);
  });

  it('let one game stand twice here and there: flipped, or an hour off', () => {
    const labels = new Map<string, Set<string>>();
    for (const { data } of frames) {
      const id = data.info?.universal_id;
      if (id) labels.set(id, (labels.get(id) ?? new Set()).add(data.game));
    }
    const twins = [...labels.values()].filter((names) => names.size > 1);
    expect(twins.length).toBeGreaterThan(0);
    expect(twins.length).toBeLessThan(labels.size / 8);
  });

  it('never repeat a key within a game at a sportsbook, nor send anybody to a real address', () => {
    for (const sheet of world.listedSheets()) {
      const text = writeInitialState(sheet, world.nowMs, null);
      if (text === null) continue;
      expect(Object.keys(JSON.parse(text).data.outcomes)).toHaveLength(sheet.listed().slots.length);
    }
    const hosts = new Set(
      outcomes.map(({ link }) => (link === null ? 'none.example' : new URL(link).hostname)),
    );
    expect([...hosts].filter((host) => !host.endsWith('.example'))).toEqual([]);
  });

  it('are written as the provider writes them: its separators, ASCII only', () => {
    const [sheet] = world.listedSheets();
    const text = writeInitialState(sheet!, world.nowMs, null)!;
    expect(text.startsWith('{"timestamp": "2026-11-22T23:')).toBe(true);
    expect(text).toContain('", "action": "initial_state", "data": {"sport": "');
    const all = [...world.listedSheets()].map((each) => writeInitialState(each, world.nowMs, null)).join('');
    expect(/^[\x20-\x7e]*$/.test(all)).toBe(true);
    expect(jsonText('Atlético "B"')).toBe('"Atl\\u00e9tico \\"B\\""');
  });

  it('with a market filter carry that market only, and nothing where there is none', () => {
    const sheet = [...world.listedSheets()].find(({ book }) => book.id === 'draftkings')!;
    const text = writeInitialState(sheet, world.nowMs, new Set(['Moneyline']))!;
    const held: Json[] = Object.values(JSON.parse(text).data.outcomes);
    expect(new Set(held.map(({ outcome_name }) => outcome_name))).toEqual(new Set(['Moneyline']));
    expect(writeInitialState(sheet, world.nowMs, new Set(['No such market']))).toBeNull();
  });

  it('clear a sportsbook as the guide shows it: every other field an empty object', () => {
    const [sheet] = world.listedSheets();
    const clear = {
      feed: 'odds',
      action: 'book_clear',
      atMs: START_MS,
      sportsbook: 'x',
      sport: null,
    } as const;
    const { data } = JSON.parse(writeOddsMessage({ ...clear, cleared: [sheet!] }, null)!);
    expect(data).toEqual({
      sport: {},
      sportsbook: 'x',
      game: {},
      home_team: {},
      away_team: {},
      info: {},
      outcomes: {},
    });
  });
});

describe('times', () => {
  it.each([
    ['2025-07-23T17:09:00Z', '2025-07-23', '01', '2025-07-23, 01:09 PM'],
    ['2025-01-23T17:09:00Z', '2025-01-23', '12', '2025-01-23, 12:09 PM'],
    ['2025-11-02T05:30:00Z', '2025-11-02', '01', '2025-11-02, 01:30 AM'],
    ['2025-11-02T06:30:00Z', '2025-11-02', '01', '2025-11-02, 01:30 AM'],
    ['2026-03-08T07:00:00Z', '2026-03-08', '03', '2026-03-08, 03:00 AM'],
    ['2026-03-08T04:59:00Z', '2026-03-07', '11', '2026-03-07, 11:59 PM'],
    ['2026-06-01T04:00:00Z', '2026-06-01', '12', '2026-06-01, 12:00 AM'],
  ])('%s is %s, %s, %s in the east', (utc, date, hour, when) => {
    expect(easternTime(Date.parse(utc))).toEqual({ date, hour, when });
  });

  it('stamp frames in microseconds', () => {
    expect(timestamp(Date.parse('2025-07-23T19:45:03.048Z'), 958)).toBe('2025-07-23T19:45:03.048958+00:00');
  });
});
