import { describe, expect, it } from 'vitest';
import { AlertRun } from '../../testing/alert-run.ts';
import { StartsSoon } from './starts-soon.ts';

const MINUTE_MS = 60_000;

/** A run with rules that wait for starts, and how often they were asked for. */
function watching(rules: number) {
  const run = new AlertRun(
    Array.from({ length: rules }, (_, n) => ({
      name: `soon ${n}`,
      on: { type: 'league', sport: 'NBA' },
      kind: 'event',
      events: ['starts-soon'],
      minutes: 10,
    })),
  );
  const told: string[] = [];
  const asked: number[] = [];
  const soon = new StartsSoon({
    clock: run.clock,
    board: run.board,
    fixtures: run.fixtures,
    rulesOf(game) {
      asked.push(game);
      return run.watch.rulesOf(game);
    },
    found(findings) {
      for (const { reason } of findings) told.push(reason);
    },
  });
  return { run, soon, told, asked };
}

function game(number: number): string {
  return `Home ${number} vs Away ${number}, 2027-01-15, 07`;
}

describe('a game that starts soon', () => {
  it('is told at its time, also where that comes while games are gathered', () => {
    for (const waitMs of [MINUTE_MS, 100]) {
      const { run, soon, told } = watching(1);
      run.startsAtMs = run.clock.nowMs() + 10 * MINUTE_MS + waitMs;
      run.snapshot('fanduel', [['Lakers', -110]]);
      soon.lookAnew(true);
      run.clock.pass(waitMs - 1);
      expect(told).toEqual([]);
      run.clock.pass(300);
      expect(told).toEqual(['starts in 10 minutes']);
      run.clock.pass(20 * MINUTE_MS);
      expect(told).toHaveLength(1);
    }
  });

  it('is looked for once for all the games that come with a snapshot', () => {
    const { run, soon, told, asked } = watching(1);
    for (let number = 0; number < 200; number += 1) {
      run.snapshot('fanduel', [['Lakers', -110]], game(number));
      soon.lookAnew(true);
      run.clock.pass(1);
    }
    run.clock.pass(1000);
    expect(asked).toHaveLength(200);
    run.clock.pass(60 * MINUTE_MS);
    expect(told).toHaveLength(200);
  });

  it('is found among any number of others', () => {
    const { run, soon, told } = watching(500);
    for (let number = 0; number < 300; number += 1) run.snapshot('fanduel', [['Lakers', -110]], game(number));
    soon.lookAnew(true);
    run.clock.pass(60 * MINUTE_MS);
    expect(told).toHaveLength(150_000);
  });

  it('is told to the millisecond, by the start that the sportsbook that stated it states now', () => {
    const { run, soon, told } = watching(1);
    const state = (sportsbook: string, inMinutes: number) => {
      run.startsAtMs = begunAtMs + inMinutes * MINUTE_MS;
      run.snapshot(sportsbook, [['Lakers', -110]]);
      soon.lookAnew(true);
      run.clock.pass(300);
    };
    const begunAtMs = run.clock.nowMs();
    const passTo = (minutes: number, ms = 0) =>
      run.clock.pass(begunAtMs + minutes * MINUTE_MS + ms - run.clock.nowMs());
    state('fanduel', 60);
    // another sportsbook's word is not heard
    state('circa', 30);
    passTo(20, 1000);
    expect(told).toEqual([]);
    // put off shortly before it would be told
    passTo(50, -400);
    state('fanduel', 90);
    passTo(80, -1);
    expect(told).toEqual([]);
    passTo(80);
    expect(told).toEqual(['starts in 10 minutes']);
    // put off again: another start
    state('fanduel', 120);
    passTo(110);
    expect(told).toHaveLength(2);
  });

  it('is not told at a start that was moved while it was looked for', () => {
    const { run, soon, told } = watching(1);
    run.startsAtMs = run.clock.nowMs() + 10 * MINUTE_MS + 400;
    run.snapshot('fanduel', [['Lakers', -110]]);
    soon.lookAnew(true);
    run.clock.pass(300);
    run.startsAtMs += MINUTE_MS;
    run.snapshot('fanduel', [['Lakers', -110]]);
    soon.lookAnew(true);
    run.clock.pass(MINUTE_MS - 1);
    expect(told).toEqual([]);
    run.clock.pass(101);
    expect(told).toHaveLength(1);
  });

  it('is not told of a start that is past, or nearer than that already', () => {
    for (const inMs of [-1, 0, 9 * MINUTE_MS, 10 * MINUTE_MS]) {
      const { run, soon, told } = watching(1);
      run.startsAtMs = run.clock.nowMs() + inMs;
      run.snapshot('fanduel', [['Lakers', -110]]);
      soon.lookAnew(true);
      run.clock.pass(60 * MINUTE_MS);
      expect(told).toEqual([]);
    }
  });

  it('is told once of a match that is listed twice, also where one listing comes late', () => {
    const { run, soon, told } = watching(1);
    run.startsAtMs = run.clock.nowMs() + 30 * MINUTE_MS;
    run.snapshot('fanduel', [['Lakers', -110]]);
    run.snapshot('circa', [['Lakers', -110]], run.game.replace(', 07', ', 08'));
    soon.lookAnew(true);
    run.clock.pass(25 * MINUTE_MS);
    run.snapshot('betmgm', [['Celtics', -110]], 'Celtics vs Lakers, 2027-01-15, 07');
    soon.lookAnew(true);
    run.clock.pass(10 * MINUTE_MS);
    expect(told).toHaveLength(1);
  });

  it('costs nothing while no rule waits for events', () => {
    const { run, soon } = watching(0);
    run.snapshot('fanduel', [['Lakers', -110]]);
    soon.lookAnew(false);
    expect(run.clock.planned).toBe(0);
  });
});
