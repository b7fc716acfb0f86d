import { beforeEach, describe, expect, it } from 'vitest';
import type { Aged, Catalogue } from '#contract/catalogue.ts';
import type { Reply } from '#contract/requests.ts';
import { FakeBridge } from '../../bridge/fake-bridge.ts';
import { followCatalogue } from './catalogue.ts';

const aged = <T>(value: T): Aged<T> => ({ fetchedAtMs: 1, value, failure: null });
const catalogueOf = (...sports: string[]): Catalogue => ({
  sports: aged(sports),
  sportsbooks: aged(['draftkings']),
  games: aged([]),
  markets: aged(['Moneyline']),
});

let bridge: FakeBridge;
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  bridge = new FakeBridge();
  bridge.answerValue('catalogue.read', catalogueOf('NBA'));
});

describe('the catalogue store', () => {
  it('reads, follows, and reads anew when the engine begins anew', async () => {
    const store = followCatalogue(bridge);
    await settle();
    expect(store.catalogue.read()?.sports.value).toEqual(['NBA']);
    bridge.push('catalogue', catalogueOf('NFL'));
    expect(store.catalogue.read()?.sports.value).toEqual(['NFL']);
    bridge.answerValue('catalogue.read', catalogueOf('EPL'));
    bridge.push('engine.started', null);
    await settle();
    expect(store.catalogue.read()?.sports.value).toEqual(['EPL']);
    store.stop();
    expect(bridge.receiverCount('catalogue') + bridge.receiverCount('engine.started')).toBe(0);
  });

  it('drops an answer that a newer word has overtaken', async () => {
    let answer: (reply: Reply<'catalogue.read'>) => void = () => undefined;
    bridge.answer('catalogue.read', () => new Promise((resolve) => (answer = resolve)));
    const store = followCatalogue(bridge);
    bridge.push('catalogue', catalogueOf('NFL'));
    answer({ ok: true, value: catalogueOf('old') });
    await settle();
    expect(store.catalogue.read()?.sports.value).toEqual(['NFL']);
  });

  it('answers the last question for markets only', async () => {
    const answers: ((reply: Reply<'markets.read'>) => void)[] = [];
    bridge.answer('markets.read', () => new Promise((resolve) => answers.push(resolve)));
    const store = followCatalogue(bridge);
    store.readMarkets({ sports: ['NBA'] });
    store.readMarkets({ sports: ['NFL'] });
    answers[1]?.({ ok: true, value: aged(['Spread']) });
    answers[0]?.({ ok: true, value: aged(['Moneyline']) });
    await settle();
    expect(store.markets.read()?.value).toEqual(['Spread']);
  });

  it('says why there is nothing', async () => {
    bridge.answer('catalogue.read', () => ({ ok: false, code: 'engine-stopped', message: 'It stopped.' }));
    const store = followCatalogue(bridge);
    await settle();
    expect(store.failure.read()).toBe('It stopped.');
    expect(store.catalogue.read()).toBe(null);
  });
});
