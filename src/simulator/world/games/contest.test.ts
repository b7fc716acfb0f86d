import { describe, expect, it } from 'vitest';
import { SPORT_MODELS, type SportKind } from '../../catalogue/sports.ts';
import { Chance } from '../chance.ts';
import { Contest, type ContestEvent } from './contest.ts';

function played(kind: SportKind, total: number, seed: number, margin = 0): readonly ContestEvent[] {
  const roster = { home: ['A'], away: ['B'] };
  const contest = new Contest(SPORT_MODELS[kind], { margin, total }, 0, roster, new Chance(seed));
  const events: ContestEvent[] = [];
  for (let ended = false; !ended; ) {
    const event = contest.advance();
    events.push(event);
    ended = event.ended;
    if (!(contest.progress >= 0 && contest.progress < 1)) throw new Error(`progress ${contest.progress}`);
    if (events.length > 5000) throw new Error('endless');
  }
  return events;
}

function endings(kind: SportKind, total: number, margin = 0): readonly ContestEvent[] {
  return Array.from({ length: 150 }, (_, seed) => played(kind, total, seed, margin).at(-1)!);
}

describe('a contest', () => {
  it.each([
    ['basketball', 226, 0.03],
    ['football', 45, 0.08],
    ['hockey', 6.1, 0.12],
    ['soccer', 2.8, 0.15],
    ['baseball', 8.6, 0.12],
  ] as const)('of %s ends with about %f in all', (kind, total, share) => {
    const sum = endings(kind, total).reduce((all, { state }) => all + state.home + state.away, 0);
    expect(Math.abs(sum / 150 / total - 1)).toBeLessThan(share);
  });

  it('has the better team in front more often', () => {
    const won = endings('basketball', 226, 9).filter(({ state }) => state.home > state.away).length;
    expect(won).toBeGreaterThan(90);
  });

  it.each(['basketball', 'football', 'hockey', 'baseball'] as const)('of %s knows no draw', (kind) => {
    for (const { state } of endings(kind, kind === 'basketball' ? 226 : 8))
      expect(state.home).not.toBe(state.away);
  });

  it('of soccer may be drawn', () => {
    const drawn = endings('soccer', 2.8).filter(({ state }) => state.home === state.away).length;
    expect(drawn).toBeGreaterThan(15);
    expect(drawn).toBeLessThan(70);
  });

  it.each([
    ['tennis', 6, 7],
    ['esports', 13, 14],
  ] as const)('of %s is won with two sets, each by the rule', (kind, units, most) => {
    for (const { state } of endings(kind, kind === 'tennis' ? 22 : 52)) {
      expect(Math.max(...state.setsWon)).toBe(2);
      expect(state.sets).toHaveLength(state.setsWon[0] + state.setsWon[1]);
      for (const [home, away] of state.sets) {
        expect(Math.max(home, away)).toBeGreaterThanOrEqual(units);
        expect(Math.max(home, away)).toBeLessThanOrEqual(most);
        expect(home).not.toBe(away);
      }
    }
  });

  it('of two fighters ends after three rounds at the latest', () => {
    for (const { state, atMs } of endings('mma', 2.3)) {
      expect(state.period).toBeLessThanOrEqual(3);
      expect(atMs).toBeLessThan(SPORT_MODELS.mma.durationMs + 240_000);
    }
  });
});
