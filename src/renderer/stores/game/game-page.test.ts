import { beforeEach, describe, expect, it } from 'vitest';
import type { GameHead, GameRow } from '#contract/game.ts';
import { FakeBridge } from '../../bridge/fake-bridge.ts';
import { makeBatch, makeCells } from '../../bridge/make-batch.ts';
import { ManualScheduler } from '../manual-scheduler.ts';
import { type GamePageStore, gamePage } from './game-page.ts';

const HEAD: GameHead = {
  sport: 'NBA',
  home: 'Lakers',
  away: 'Celtics',
  startsAtMs: 5,
  labels: [{ label: 'g', isFlipped: false }],
};
const settle = () => new Promise((resolve) => setTimeout(resolve));

let bridge: FakeBridge;
let page: GamePageStore;
let opened: string[];

beforeEach(() => {
  bridge = new FakeBridge();
  opened = [];
  bridge.answerValue('game.close', null);
  bridge.answer('game.read', ({ game }) => ({ ok: true, value: game === 'gone' ? null : HEAD }));
  bridge.answer('game.open', ({ game }) => {
    opened.push(game);
    return {
      ok: true,
      value: {
        generation: opened.length,
        number: 0,
        live: true,
        epoch: 1,
        asOf: [],
        cells: makeCells([{ row: 0, book: 0 }]),
        rows: [],
        removedRows: [],
        books: [],
      },
    };
  });
  page = gamePage(bridge, new ManualScheduler());
});

describe('gamePage', () => {
  it('opens a game with its head and the bet to draw', async () => {
    page.open('g', { market: 'game|moneyline', side: 'home' });
    await settle();
    expect(opened).toEqual(['g']);
    expect(page.head.read()).toEqual(HEAD);
    expect(page.subject.read()).toEqual({ market: 'game|moneyline', side: 'home' });
    expect(page.screen.cells.american[page.screen.cells.indexOf(0, 0, 0)]).toBe(-110);
  });

  it('reads the head anew when rows come: the match may name its sides the other way round', async () => {
    const scheduler = new ManualScheduler();
    page = gamePage(bridge, scheduler);
    page.open('g', null);
    await settle();
    const turned = { ...HEAD, home: 'Celtics', away: 'Lakers' };
    bridge.answerValue('game.read', turned);
    const row = { rowId: 0, market: 'game|moneyline', sides: ['away', 'home'] } as unknown as GameRow;
    bridge.push('game.batch', { ...makeBatch({ number: 1 }), rows: [row] });
    scheduler.advance(1000);
    scheduler.frame();
    await settle();
    expect(page.head.read()).toEqual(turned);
  });

  it('shows the head of no other game, and asks again only for a page that is open', async () => {
    page.reopen();
    page.open('g', null);
    await settle();
    page.open('gone', null);
    expect(page.head.read()).toBe(null);
    await settle();
    expect(page.head.read()).toBe(null);
    page.reopen();
    await settle();
    page.close();
    page.reopen();
    await settle();
    expect(opened).toEqual(['g', 'gone', 'gone']);
  });
});
