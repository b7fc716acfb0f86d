import { describe, expect, it } from 'vitest';
import type { RuleView } from '#contract/rules.ts';
import type { Rule } from '#domain/alert/rule/rule.ts';
import type { NotedBet } from '#domain/ledger/noted-bet.ts';
import type { AmericanOdds } from '#domain/odds/american.ts';
import type { WatchSubject } from '#domain/watchlist/watchlist.ts';
import { betMarks, type MarkedBet } from './bet-marks.ts';

const HEAD = {
  labels: [
    { label: 'A at B', isFlipped: false },
    { label: 'A @ B', isFlipped: false },
  ],
};
const SPREAD: MarkedBet = {
  head: HEAD,
  row: { market: 'game|spread|-3.5', kind: 'spread', period: 'game', line: -3.5 },
  side: 'away',
};
const GAME = { game: 'A @ B', universalId: null };

const noted = (part: Partial<NotedBet>): NotedBet => ({
  betId: 1,
  sport: 'NBA',
  game: 'A at B',
  sportsbook: 'circa',
  wording: '',
  subject: { market: 'game|spread|-3.5', side: 'away' },
  american: 105 as AmericanOdds,
  stakeHundredths: 100,
  currency: 'USD',
  placedAtMs: 0,
  startsAtMs: null,
  comment: '',
  result: 'open',
  closing: null,
  ...part,
});
const view = (rule: Partial<Rule> & Pick<Rule, 'on'>, isDone = false): RuleView => ({
  rule: { name: 'r', kind: 'price', price: 150, ...rule } as Rule,
  words: '',
  lastFiredAtMs: null,
  isDone,
});
const on = (entry: WatchSubject) => ({ type: 'entry', entry }) as const;
const alertsOf = (rules: readonly RuleView[], bet = SPREAD) =>
  betMarks(bet, [], rules, []).map(({ id }) => id);

describe('the prices that a user has on a bet', () => {
  it('has the open bets on it under any label of the match, and no others', () => {
    const marks = betMarks(
      SPREAD,
      [
        noted({}),
        noted({ betId: 2, game: 'A @ B', american: 110 as AmericanOdds }),
        noted({ betId: 3, result: 'won' }),
        noted({ betId: 4, game: 'C at D' }),
        noted({ betId: 5, subject: { market: 'game|spread|-3.5', side: 'home' } }),
        noted({ betId: 6, subject: null }),
      ],
      [],
      [],
    );
    expect(marks.map(({ id, american }) => [id, american])).toEqual([
      ['bet 1', 105],
      ['bet 2', 110],
    ]);
  });

  const bet = { kind: 'bet', ...GAME, market: 'game|spread|-3.5', side: 'away' } as const;
  it.each<[string, RuleView, boolean]>([
    ['a rule on the bet', view({ on: on(bet) }), true],
    ['a rule on its market', view({ on: on({ kind: 'market', ...GAME, market: 'spread' }) }), true],
    ['a rule on its game', view({ on: on({ kind: 'game', ...GAME }) }), true],
    ['a rule on another market', view({ on: on({ kind: 'market', ...GAME, market: 'total' }) }), false],
    ['a rule on the other side', view({ on: on({ ...bet, side: 'home' }) }), false],
    ['a rule on another game', view({ on: on({ ...bet, game: 'C at D' }) }), false],
    ['a rule of another kind', view({ on: on(bet), kind: 'steam' }), false],
    ['a rule that is off', view({ on: on(bet), isOff: true }), false],
    ['a rule that is done', view({ on: on(bet) }, true), false],
    ['a rule on a league', view({ on: { type: 'league', sport: 'NBA' } }), false],
    ['a rule for a line that this one is as good as', view({ on: on(bet), line: 3 } as never), true],
    ['a rule for a better line', view({ on: on(bet), line: 4.5 } as never), false],
  ])('%s', (_, rule, isMarked) => {
    expect(alertsOf([rule])).toEqual(isMarked ? ['alert r'] : []);
  });

  it('reads a bet as the label names the teams under which it was noted or is waited for', () => {
    const flipped = { ...SPREAD, head: { labels: [...HEAD.labels, { label: 'B at A', isFlipped: true }] } };
    const there = { kind: 'bet', game: 'B at A', universalId: null } as const;
    const [same, other] = [
      { market: 'game|spread|3.5', side: 'home' },
      { market: 'game|spread|-3.5', side: 'away' },
    ];
    const marks = betMarks(
      flipped,
      [noted({ game: 'B at A', subject: same }), noted({ betId: 2, game: 'B at A', subject: other })],
      [view({ on: on({ ...there, ...same }) }), view({ name: 'other', on: on({ ...there, ...other }) })],
      [],
    );
    expect(marks.map(({ id }) => id)).toEqual(['bet 1', 'alert r']);
  });

  it('has the rules on a watchlist that the bet is on, and none of a watchlist that is gone', () => {
    const lists = [{ watchlistId: '1', name: 'Mine', entries: [{ entryId: '1', ...bet }] }];
    const rule = view({ on: { type: 'watchlist', watchlist: 'Mine' } });
    expect(betMarks(SPREAD, [], [rule], lists)).toHaveLength(1);
    expect(betMarks(SPREAD, [], [rule], [])).toHaveLength(0);
  });

  it('keeps the main market of the whole game apart from that of a part', () => {
    const half = { ...SPREAD, row: { ...SPREAD.row, market: '1h|spread|-3.5', period: '1h' } };
    expect(alertsOf([view({ on: on({ kind: 'market', ...GAME, market: 'spread' }) })], half)).toEqual([]);
  });
});
