import { beforeEach, describe, expect, it, test } from 'vitest';
import type { BetNote, NotedBet } from '#domain/ledger/noted-bet.ts';
import { americanOdds } from '#domain/odds/american.ts';
import { FakeBridge } from '../../bridge/fake-bridge.ts';
import { ManualScheduler } from '../manual-scheduler.ts';
import { UNDO_MS } from '../undo.ts';
import { type BetFields, readBet, readPrice } from './bet-fields.ts';
import { openBets } from './bets.ts';

const FIELDS: BetFields = {
  sport: 'NBA',
  game: 'Lakers vs Celtics',
  sportsbook: 'draftkings',
  wording: 'Lakers −3.5',
  subject: null,
  startsAtMs: null,
  price: '-110',
  stake: '110',
  currency: 'usd',
  placedAtMs: 5,
  comment: '',
  result: 'open',
};

describe('a bet that is typed in', () => {
  test.each([
    ['-110', -110],
    ['\u2212110', -110],
    ['+150', 150],
    ['150', 150],
    ['1.91', -110],
    ['1,91', -110],
    ['2.5', 150],
    ['3', 200],
    ['10/11', -110],
    ['3/2', 150],
    ['EVEN', 100],
  ])('%s is a price', (text, american) => {
    expect(readPrice(text)).toBe(american);
  });

  test.each(['', 'abc', '1', '0.5', '-50', '1/0', '1.2.3', '-'])('“%s” is none', (text) => {
    expect(readPrice(text)).toBeNull();
  });

  test.each([
    ['110', 11_000],
    ['12.50', 1250],
    ['12,5', 1250],
    ['1,200', 120_000],
    ["1'200.75", 120_075],
  ])('a stake of %s', (stake, stakeHundredths) => {
    expect(readBet({ ...FIELDS, stake })).toMatchObject({ note: { stakeHundredths, currency: 'USD' } });
  });

  test.each([
    [{ wording: ' ' }, 'wording'],
    [{ price: '50' }, 'price'],
    [{ stake: '0' }, 'stake'],
    [{ stake: '-5' }, 'stake'],
    [{ stake: '1.234' }, 'stake'],
    [{ currency: '$' }, 'currency'],
    [{ placedAtMs: Number.NaN }, 'placed'],
  ] as const)('%j is at fault', (part, fault) => {
    if (fault === 'price') expect(readPrice('50')).not.toBeNull();
    expect(readBet({ ...FIELDS, ...part, ...(fault === 'price' && { price: 'x' }) })).toEqual({ fault });
  });
});

describe('the bets of a window', () => {
  let bridge: FakeBridge;
  let scheduler: ManualScheduler;
  const note = (readBet(FIELDS) as { note: BetNote }).note;
  const bet = (betId: number, part: Partial<NotedBet> = {}): NotedBet => ({
    ...note,
    betId,
    closing: null,
    ...part,
  });
  beforeEach(() => {
    bridge = new FakeBridge();
    scheduler = new ManualScheduler();
    bridge.answerValue('bets.read', [bet(2), bet(1)]);
  });
  const open = async () => {
    const store = openBets(bridge, scheduler);
    await Promise.resolve();
    await Promise.resolve();
    return store;
  };
  const ids = (bets: readonly NotedBet[] | null) => bets?.map(({ betId }) => betId);

  it('are read, then follow what changes and what is removed, the newest first', async () => {
    const { bets } = await open();
    expect(ids(bets.read())).toEqual([2, 1]);
    bridge.push('bets', { changed: [bet(3), bet(1, { result: 'won' })], removed: [2] });
    expect(ids(bets.read())).toEqual([3, 1]);
    expect(bets.read()![1]!.result).toBe('won');
  });

  it('a new one begins with the stake and the currency of the last', async () => {
    const store = await open();
    store.open();
    expect(store.form.read()).toMatchObject({
      betId: null,
      fields: { stake: '110', currency: 'USD', result: 'open', placedAtMs: scheduler.nowMs() },
    });
  });

  it('the form closes when the bet is kept, and stays with the reason when not', async () => {
    const store = await open();
    store.open();
    bridge.answer('bets.note', () => ({ ok: false, code: 'not-saved', message: 'The disk is full.' }));
    expect(await store.save(note)).toBe(false);
    expect(store.failure.read()).toBe('The disk is full.');
    expect(store.form.read()).not.toBeNull();
    bridge.answerValue('bets.note', bet(3));
    expect(await store.save(note)).toBe(true);
    expect(store.form.read()).toBeNull();
    expect(store.failure.read()).toBeNull();
  });

  it('a changed one keeps all else, and its price is shown as it was', async () => {
    const store = await open();
    bridge.answer('bets.change', ({ betId, note }) => ({
      ok: true,
      value: { ...note, betId, closing: null },
    }));
    store.edit(bet(1, { american: americanOdds(150) }));
    expect(store.form.read()).toMatchObject({ betId: 1, fields: { price: '+150', stake: '110' } });
    await store.save(note);
    await store.settle(bet(2), 'won');
    expect(bridge.inputsOf('bets.change')).toEqual([
      { betId: 1, note },
      { betId: 2, note: { ...note, result: 'won' } },
    ]);
  });

  it('a removed one can be taken back for a while', async () => {
    const store = await open();
    bridge.answerValue('bets.remove', null);
    bridge.answerValue('bets.restore', bet(1));
    await store.remove(bet(1));
    expect(store.removed.read()?.betId).toBe(1);
    await store.takeBack();
    expect(bridge.inputsOf('bets.restore')).toEqual([{ betId: 1 }]);
    expect(store.removed.read()).toBeNull();
    await store.remove(bet(2));
    scheduler.advance(UNDO_MS);
    expect(store.removed.read()).toBeNull();
  });

  it('another engine’s bets are read anew', async () => {
    const { bets, stop } = await open();
    bridge.answerValue('bets.read', []);
    bridge.push('engine.started', null);
    await Promise.resolve();
    await Promise.resolve();
    expect(bets.read()).toEqual([]);
    stop();
    expect(bridge.receiverCount('bets') + bridge.receiverCount('engine.started')).toBe(0);
  });
});
