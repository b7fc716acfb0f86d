import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '#contract/settings.ts';
import { observable } from '../../stores/observable.ts';
import type { Pointed } from '../../stores/pointed.ts';
import type { Stores } from '../../stores/stores.ts';
import { pointedActions } from './pointed-actions.ts';

const GAME = {
  sport: 'NBA',
  game: 'Lakers vs Celtics, 2026-11-24, 07',
  home: 'Lakers',
  away: 'Celtics',
  startsAtMs: 5,
};
const PRICE: Pointed = {
  game: GAME,
  bet: { market: 'game|spread|-3.5', side: 'home', wording: 'Lakers −3.5', player: null },
  price: { sportsbook: 'circa', american: 105 },
  best: 110,
  text: null,
  isPlay: false,
};

function storesAt(screen: 'odds' | 'plays') {
  const drafts: unknown[] = [];
  const stores = {
    navigation: { screen: observable(screen), game: observable(null) },
    settings: { settings: observable(DEFAULT_SETTINGS) },
    alerts: { edit: (draft: unknown) => drafts.push(draft) },
  } as unknown as Stores;
  const ids = (pointed: Pointed) => pointedActions(pointed, stores).map(({ id }) => id);
  return { stores, drafts, ids };
}

describe('what can be done', () => {
  test('with a price: all of it, the player only where it is about one', () => {
    const { ids } = storesAt('odds');
    const all = [
      'open',
      'alert',
      'note',
      'watch',
      'watch.selection',
      'watch.market',
      'watch.game',
      'watch.team Celtics',
      'watch.team Lakers',
      'copy',
    ];
    expect(ids(PRICE)).toEqual(all);
    const prop = {
      market: 'game|points|player|lebron james|25.5',
      side: 'over',
      wording: 'x',
      player: 'LeBron James',
    };
    expect(ids({ ...PRICE, bet: prop })).toEqual([
      ...all.slice(0, 5),
      ...all.slice(6, 9),
      'watch.player',
      'copy',
    ]);
  });

  test('with a price that is not offered, or of the consensus: no bet is noted at it', () => {
    const { ids } = storesAt('odds');
    expect(ids({ ...PRICE, price: { sportsbook: 'circa', american: 0 } })).not.toContain('note');
    expect(ids({ ...PRICE, price: { sportsbook: 'consensus', american: 105 } })).not.toContain('note');
    expect(ids({ ...PRICE, price: null })).not.toContain('watch.selection');
  });

  test('with a game or a play, and with words alone', () => {
    const { ids } = storesAt('plays');
    expect(ids({ ...PRICE, bet: null, price: null })).toEqual([
      'open',
      'show',
      'alert',
      'watch.game',
      'watch.team Celtics',
      'watch.team Lakers',
      'copy',
    ]);
    expect(ids({ game: null, bet: null, price: null, best: 0, text: 'A leg', isPlay: false })).toEqual([
      'copy',
    ]);
  });

  test('an alert begins at the price, for a play at the score', () => {
    const { stores, drafts } = storesAt('odds');
    const alert = (pointed: Pointed) =>
      pointedActions(pointed, stores)
        .find(({ id }) => id === 'alert')
        ?.run(stores);
    alert(PRICE);
    alert({ ...PRICE, bet: null, price: null, isPlay: true });
    expect(drafts).toMatchObject([
      { replaces: null, rule: { kind: 'price', price: 105, sportsbooks: ['circa'], repeat: 'once' } },
      {
        rule: {
          kind: 'play',
          what: 'score',
          on: { type: 'entry', entry: { kind: 'game', game: GAME.game } },
        },
      },
    ]);
  });
});
