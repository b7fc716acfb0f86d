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

  it('costs nothing while no rule waits for events', () => {
    const { run, soon } = watching(0);
    run.snapshot('fanduel', [['Lakers', -110]]);
    soon.lookAnew(false);
    expect(run.clock.planned).toBe(0);
  });
});
