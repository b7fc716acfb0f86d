import { describe, expect, it } from 'vitest';
import type { FeedFilters } from '#contract/filters.ts';
import type { BoardMessage } from '#domain/board/messages.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { FollowedFilters } from './followed-filters.ts';

const ALL: FeedFilters = {};
const NBA: FeedFilters = { sports: ['NBA'] };
const NFL: FeedFilters = { sports: ['NFL'] };
const SPREADS: FeedFilters = { markets: ['Spread'] };

function setUp(filters: FeedFilters) {
  const clock = new ManualClock();
  const told: string[] = [];
  const followed = new FollowedFilters(filters, {
    clock,
    narrowed: (isWanted) => {
      const sports = ['NBA', 'NFL'].filter((sport) =>
        isWanted({ sportsbook: 'circa', sport, game: 'g' }, null),
      );
      told.push(`only ${sports.join('+')}`);
    },
    overdue: () => void told.push('overdue'),
  });
  const take = (next: FeedFilters) => {
    followed.sent(next);
    followed.confirmed(next);
  };
  const state = (sport: string, market = 'Moneyline') =>
    followed.heardState({
      kind: 'prices',
      at: { sportsbook: 'circa', sport, game: 'g' },
      outcomes: [{ name: market }],
    } as unknown as BoardMessage & { kind: 'prices' });
  return { clock, told, followed, take, state };
}

describe('FollowedFilters', () => {
  it('takes off what is excluded at the confirmation, and once more what came late', () => {
    const { clock, told, take } = setUp(ALL);
    take(NBA);
    expect(told).toEqual(['only NBA']);
    clock.pass(60_000);
    expect(told).toEqual(['only NBA', 'only NBA']);
    expect(clock.planned).toBe(0);
  });

  it('is overdue when what is new is not stated within 8 s', () => {
    const { clock, told, take, state } = setUp(NBA);
    take(ALL);
    state('NBA');
    clock.pass(7_900);
    expect(told).not.toContain('overdue');
    clock.pass(200);
    expect(told.at(-1)).toBe('overdue');
  });

  it.each([
    ['another league', NBA, ALL, 'NFL', 'Moneyline'],
    ['another market', SPREADS, ALL, 'NBA', 'Total'],
    ['a wider mix', NBA, { sports: ['NBA', 'NFL'], markets: ['Spread'] }, 'NFL', 'Spread'],
  ])('is content once the state of %s begins', (_case, before, after, sport, market) => {
    const { clock, told, take, state } = setUp(before);
    take(after);
    state(sport, market);
    clock.pass(60_000);
    expect(told).not.toContain('overdue');
  });

  it('does not take the rest of an older state for a new one', () => {
    const { clock, told, take, state } = setUp(SPREADS);
    take({ ...NFL, markets: ['Moneyline'] });
    state('NBA', 'Spread');
    clock.pass(60_000);
    expect(told).toContain('overdue');
  });

  it('knows that what filters in between excluded may have changed unheard', () => {
    const { clock, told, take } = setUp(ALL);
    take(NBA);
    clock.pass(6_000);
    take(ALL);
    clock.pass(8_000);
    expect(told).toContain('overdue');
  });

  it('asks for all anew when nobody knows what was followed in between', () => {
    const { told, followed } = setUp(ALL);
    followed.sent(NBA);
    followed.sent(ALL);
    followed.confirmed(ALL);
    expect(told.at(-1)).toBe('overdue');
  });

  it('forgets what the provider refused', () => {
    const { clock, told, followed, take } = setUp(ALL);
    followed.sent(NBA);
    followed.refused();
    take(SPREADS);
    clock.pass(60_000);
    expect(told).not.toContain('overdue');
  });

  it('starts over with a connection', () => {
    const { clock, told, followed, take } = setUp(NBA);
    take(ALL);
    followed.startOver(NFL);
    clock.pass(60_000);
    expect(told).toEqual(['only NBA+NFL', 'only NFL']);
  });
});
