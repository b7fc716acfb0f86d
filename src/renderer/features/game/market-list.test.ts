import { describe, expect, it } from 'vitest';
import type { GameRow } from '#contract/game.ts';
import { groupsOf, listMarkets, type MarketWish } from './market-list.ts';

function row(rowId: number, market: string, part: Partial<GameRow> = {}): GameRow {
  return {
    rowId,
    market,
    group: 'main',
    kind: 'spread',
    period: 'game',
    name: 'Spread',
    player: null,
    line: null,
    sides: ['away', 'home'],
    ...part,
  };
}

const player = (rowId: number, name: string, line: number) =>
  row(rowId, `game|points|player|${name}|${line}`, {
    group: 'players',
    kind: 'other',
    name: 'Player Points',
    player: name,
    line,
  });
const ROWS = [
  player(0, 'Zed', 9.5),
  row(1, 'game|spread|-3.5', { line: -3.5 }),
  row(2, 'game|moneyline', { kind: 'moneyline', name: 'Moneyline' }),
  row(3, 'game|spread|-7.5', { line: -7.5 }),
  player(4, 'Ann', 20.5),
  player(5, 'Ann', 24.5),
];
const HELD = [1, 2, 5, 2, 1, 4];

const list = (part: Partial<MarketWish>) =>
  listMarkets(
    ROWS,
    { group: 'all', search: '', unfolded: new Set(), lead: null, ...part },
    ({ rowId }) => HELD[rowId]!,
  ).map(({ rowId, folded }) => `${rowId}+${folded}`);

describe('listMarkets', () => {
  it('puts the main markets first and folds alternates behind the line that most sportsbooks have', () => {
    expect(list({})).toEqual(['2+0', '1+1', '5+1', '0+0']);
  });

  it('lets a wanted line stand for its family alone', () => {
    expect(list({ lead: 'game|spread|-7.5' })).toEqual(['2+0', '3+1', '5+1', '0+0']);
    expect(list({ lead: 'game|spread|-9.5' })).toEqual(['2+0', '1+1', '5+1', '0+0']);
  });

  it('unfolds one family, its lines in order', () => {
    expect(list({ unfolded: new Set(['game|spread']) })).toEqual(['2+0', '3+0', '1+0', '5+1', '0+0']);
  });

  it('keeps one group, or what is searched in all of them', () => {
    expect(list({ group: 'players' })).toEqual(['5+1', '0+0']);
    expect(list({ group: 'main', search: 'ann POINTS' })).toEqual(['5+1']);
    expect(list({ search: 'nobody' })).toEqual([]);
  });

  it('knows the groups in their order', () => {
    expect(groupsOf(ROWS)).toEqual(['main', 'players']);
  });
});
