import { beforeEach, describe, expect, it } from 'vitest';
import type { GameRow } from '#contract/game.ts';
import type { RecordedGame } from '#contract/history.ts';
import type { Reply } from '#contract/requests.ts';
import { FakeBridge } from '../../bridge/fake-bridge.ts';
import { openRecordedGames } from './recorded-games.ts';

const game = (label: string): RecordedGame => ({
  label,
  labels: [
    { label, isFlipped: false },
    { label: `twin of ${label}`, isFlipped: true },
  ],
  sport: 'NBA',
  home: 'H',
  away: 'A',
  startsAtMs: null,
});
const market = (key: string): GameRow => ({
  rowId: 0,
  market: key,
  group: 'main',
  kind: 'moneyline',
  period: 'game',
  name: 'Moneyline',
  player: null,
  line: null,
  sides: ['away', 'home'],
});
const BET = { market: 'game|moneyline', side: 'home' };

let bridge: FakeBridge;
beforeEach(() => {
  bridge = new FakeBridge();
  bridge.answerValue('history.games', [game('A at B'), game('C at D')]);
  bridge.answerValue('history.markets', [market('game|moneyline')]);
  bridge.answerValue('history.recorded', []);
});

describe('recorded games', () => {
  it('lists the games, then the markets of one, then the prices of a bet', async () => {
    const recorded = openRecordedGames(bridge);
    await recorded.open(null);
    expect(recorded.view.read().games).toHaveLength(2);
    await recorded.choose('C at D');
    expect(recorded.view.read()).toMatchObject({ game: { label: 'C at D' }, bet: null });
    await recorded.chooseBet(BET);
    expect(recorded.view.read()).toMatchObject({ bet: BET, series: [], failure: null });
    expect(bridge.inputsOf('history.recorded').at(-1)).toMatchObject({
      games: [
        { label: 'C at D', isFlipped: false },
        { label: 'twin of C at D', isFlipped: true },
      ],
      of: { kind: 'bet', ...BET },
      fromMs: 0,
    });
  });

  it('opens at a game that it knows, and at none where it does not know it', async () => {
    const recorded = openRecordedGames(bridge);
    await recorded.open('A at B');
    expect(recorded.view.read().markets).toHaveLength(1);
    await recorded.open('twin of C at D');
    expect(recorded.view.read().game?.label).toBe('C at D');
    await recorded.open('Nobody at Home');
    expect(recorded.view.read()).toMatchObject({ game: null, markets: null });
    expect(recorded.view.read().games).toHaveLength(2);
  });

  it('drops an answer that a later choice has overtaken', async () => {
    let answer: (reply: Reply<'history.markets'>) => void = () => undefined;
    const recorded = openRecordedGames(bridge);
    await recorded.open(null);
    bridge.answer('history.markets', () => new Promise((resolve) => (answer = resolve)));
    const first = recorded.choose('A at B');
    const answerFirst = answer;
    const second = recorded.choose('C at D');
    answer({ ok: true, value: [market('second')] });
    answerFirst({ ok: true, value: [market('first')] });
    await Promise.all([first, second]);
    expect(recorded.view.read().markets?.[0]?.market).toBe('second');
  });

  it('says why a recording can’t be read', async () => {
    bridge.answer('history.games', () => ({ ok: false, code: 'no-history', message: 'It is gone.' }));
    const recorded = openRecordedGames(bridge);
    await recorded.open('A at B');
    expect(recorded.view.read()).toMatchObject({ games: [], game: null, failure: 'It is gone.' });
  });
});
