import { describe, expect, it, test } from 'vitest';
import type { GamePhase } from '#domain/play/game-state.ts';
import type { PlayEntry } from '#domain/play/play.ts';
import { AlertRun } from '../../testing/alert-run.ts';

type Stand = readonly [home: number | null, away: number | null, period?: string | null, phase?: GamePhase];

/** What a rule tells of a game that stands so, one after the other; the first is how it is first heard of. */
function told(rule: Record<string, unknown>, stands: readonly Stand[]): string[] {
  const run = new AlertRun([{ name: 'r', on: { type: 'league', sport: 'NBA' }, kind: 'play', ...rule }]);
  run.snapshot('a', [['Lakers', -110]]);
  return stands.flatMap(([home, away, period = null, phase]) => {
    const score = home === null || away === null ? null : { home, away };
    const found = run.watch.noteStanding(run.game, { score, period, phase: phase ?? null }, run.at());
    return found.map(({ from, to, reason }) => `${from}>${to} ${reason}`);
  });
}

describe('how a game stands', () => {
  test.each<[string, readonly Stand[], string[]]>([
    ['not where it is first heard of', [[50, 40]], []],
    [
      'whenever it changes',
      [
        [0, 0],
        [2, 0],
        [2, 0],
        [2, 3],
      ],
      ['0>2 score 2–0, was 0–0', '2>5 score 2–3, was 2–0'],
    ],
    [
      'also where it is taken back',
      [
        [0, 0],
        [1, 0],
        [0, 0],
      ],
      ['0>1 score 1–0, was 0–0', '1>0 score 0–0, was 1–0'],
    ],
    [
      'from one team to the other',
      [
        [1, 0],
        [0, 1],
      ],
      ['1>1 score 0–1, was 1–0'],
    ],
    [
      'not where nothing is said of it',
      [
        [1, 0],
        [null, null, '2nd half'],
        [1, 0],
      ],
      [],
    ],
  ])('score: %s', (_what, stands, expected) => {
    expect(told({ what: 'score' }, stands)).toEqual(expected);
  });

  test.each<[string, string | undefined, readonly Stand[], string[]]>([
    [
      'whenever a new one begins',
      undefined,
      [
        [0, 0, '1st half'],
        [0, 0, '2nd half'],
      ],
      ['null>null period: 2nd half'],
    ],
    [
      'that one alone, in any case',
      '2ND HALF',
      [
        [0, 0, '1st half'],
        [0, 0, 'half-time'],
        [0, 0, '2nd half'],
      ],
      ['null>null period: 2nd half'],
    ],
    [
      'that one, by its number or in short',
      'Q4',
      [
        [0, 0, '3rd quarter'],
        [0, 0, '4th quarter'],
      ],
      ['null>null period: 4th quarter'],
    ],
    [
      'not where it is first heard of',
      undefined,
      [
        [0, 0],
        [0, 0, '2nd half'],
      ],
      [],
    ],
    [
      'the first one of a game that was to begin',
      undefined,
      [
        [0, 0, null, 'scheduled'],
        [0, 0, '1st half', 'live'],
      ],
      ['null>null period: 1st half'],
    ],
    [
      'once while it goes on',
      undefined,
      [
        [0, 0, '1st half'],
        [1, 0, '2nd half'],
        [2, 0, '2nd half'],
      ],
      ['null>null period: 2nd half'],
    ],
  ])('period: %s', (_what, period, stands, expected) => {
    expect(told({ what: 'period', ...(period !== undefined && { period }) }, stands)).toEqual(expected);
  });

  test.each<[string, string | undefined, readonly Stand[], string[]]>([
    [
      'at exactly so many points',
      undefined,
      [
        [10, 4],
        [10, 6],
        [10, 7],
      ],
      ['4>3 score 10–7: 3 apart'],
    ],
    [
      'once, until it was wider',
      undefined,
      [
        [10, 4],
        [10, 7],
        [10, 10],
        [14, 10],
        [14, 11],
      ],
      ['6>3 score 10–7: 3 apart', '4>3 score 14–11: 3 apart'],
    ],
    [
      'not where it is close when first heard of',
      undefined,
      [
        [3, 3],
        [4, 3],
      ],
      [],
    ],
    [
      'in the period alone',
      '4th quarter',
      [
        [10, 4, '3rd quarter'],
        [10, 8, '3rd quarter'],
        [10, 8, '4th quarter'],
      ],
      ['2>2 score 10–8: 2 apart'],
    ],
    [
      'not in a period that is first heard of',
      '4th quarter',
      [
        [10, 8],
        [10, 8, '4th quarter'],
      ],
      [],
    ],
  ])('difference: %s', (_what, period, stands, expected) => {
    const rule = { what: 'difference', atMost: 3, ...(period !== undefined && { period }) };
    expect(told(rule, stands)).toEqual(expected);
  });

  it('is of no interest to a rule that waits for plays', () => {
    expect(
      told({ what: 'event', events: ['goal'] }, [
        [0, 0],
        [1, 0],
      ]),
    ).toEqual([]);
  });
});

describe('a match that is listed twice', () => {
  const TWIN = 'Celtics vs Lakers, 2027-01-15, 07';
  const goal = (sequence: number) => ({ sequence, type: 'goal', summary: 'Goal' }) as PlayEntry;

  function listedTwice(rule: Record<string, unknown>): AlertRun {
    const run = new AlertRun([{ name: 'r', on: { type: 'league', sport: 'NBA' }, kind: 'play', ...rule }]);
    run.snapshot('a', [['Lakers', -110]]);
    run.snapshot('a', [['Lakers', -110]], TWIN);
    expect(run.fixtures.gamesOf(run.fixtures.matchOf(0))).toHaveLength(2);
    return run;
  }

  it('has its plays told once, by the label that is heard first', () => {
    const run = listedTwice({ what: 'event', events: ['goal'] });
    const heard = [TWIN, run.game, run.game, TWIN].map((label, at) =>
      run.watch.notePlay(label, goal(at), run.at()),
    );
    expect(heard.map((found) => found.length)).toEqual([1, 0, 0, 1]);
  });

  it('has its score told once, and by the other label once the first has left', () => {
    const run = listedTwice({ what: 'score' });
    const stand = (label: string, home: number, away: number) =>
      run.watch.noteStanding(label, { score: { home, away }, period: null }, run.at()).length;
    expect([stand(run.game, 0, 0), stand(TWIN, 0, 0)]).toEqual([0, 0]);
    expect([stand(run.game, 1, 0), stand(TWIN, 0, 1)]).toEqual([1, 0]);
    run.fold({ kind: 'game-removed', sportsbook: 'a', game: run.game });
    expect([stand(TWIN, 0, 1), stand(TWIN, 0, 2)]).toEqual([0, 1]);
  });
});
