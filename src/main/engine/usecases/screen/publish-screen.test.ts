import { describe, expect, it } from 'vitest';
import {
  bookOfCell,
  CELL_ABSENT,
  CELL_PRICED,
  CELL_SUSPENDED,
  rowOfCell,
  type ScreenBatch,
  type ScreenQuery,
  sideOfCell,
} from '#contract/odds-screen.ts';
import { compared } from '#domain/comparison/testing/compared.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { lookAtOdds } from './look-at.ts';
import { ScreenPublisher } from './publish-screen.ts';

function setUp() {
  const clock = new ManualClock();
  const on = compared();
  const { board } = on;
  const sent: ScreenBatch[] = [];
  let isLive = true;
  const publisher = new ScreenPublisher({
    board,
    clock,
    look: (query: ScreenQuery) => lookAtOdds(on, query),
    isLive: () => isLive,
    send: (batch) => sent.push(batch),
  });
  const price = (sportsbook: string, american: number, game = 'g') => {
    board.fold(
      {
        kind: 'prices',
        mode: 'merge',
        origin: 'update',
        at: {
          sportsbook,
          sport: 'NBA',
          game,
          home: 'Lakers',
          away: 'Celtics',
          startsAtMs: 5,
          universalId: null,
        },
        outcomes: [
          {
            key: 'home',
            american,
            name: 'Moneyline',
            line: null,
            overUnder: null,
            target: 'Lakers',
            link: null,
          },
        ],
      },
      clock.nowMs(),
    );
    on.note();
    publisher.note(board.changes);
  };
  const remove = (sportsbook: string, game = 'g') => {
    board.fold({ kind: 'game-removed', sportsbook, game }, clock.nowMs());
    on.note();
    publisher.note(board.changes);
  };
  const setLive = (live: boolean) => {
    isLive = live;
    publisher.noteLive();
  };
  const cells = ({ cells: columns }: ScreenBatch) =>
    Array.from(columns.cell, (cell, at) => ({
      at: `${rowOfCell(cell)}/${sideOfCell(cell)}/${bookOfCell(cell)}`,
      american: columns.american[at],
      previous: columns.previousAmerican[at],
      state: columns.state[at],
    }));
  return { clock, board, publisher, sent, price, remove, setLive, cells };
}

const NBA = { sport: 'NBA', market: 'moneyline' };

describe('ScreenPublisher', () => {
  it('answers with the whole screen and sends what moved after it was painted', () => {
    const world = setUp();
    world.price('circa', -110);
    const full = world.publisher.open(NBA);
    expect(full).toMatchObject({ generation: 1, number: 0, live: true });
    expect(full.rows).toMatchObject([
      { rowId: 0, home: 'Lakers', away: 'Celtics', sides: ['Celtics', 'Lakers'], startsAtMs: 5 },
    ]);
    expect(full.books).toEqual([{ bookId: 0, name: 'circa' }]);
    expect(world.cells(full)).toEqual([{ at: '0/1/0', american: -110, previous: 0, state: CELL_PRICED }]);

    world.price('circa', -115);
    world.clock.pass(1000);
    expect(world.sent).toHaveLength(0);
    world.publisher.painted(1, 0);
    world.clock.pass(50);
    expect(world.sent.map((batch) => batch.number)).toEqual([1]);
    expect(world.cells(world.sent[0]!)).toEqual([
      { at: '0/1/0', american: -115, previous: -110, state: CELL_PRICED },
    ]);
  });

  it('has one batch in flight, conflates what moves meanwhile, and keeps the first origin', () => {
    const world = setUp();
    world.price('circa', -110);
    world.publisher.open(NBA);
    world.publisher.painted(1, 0);
    world.price('circa', -112);
    world.clock.pass(60);
    for (const american of [-114, -116, -118]) world.price('circa', american);
    world.clock.pass(5000);
    expect(world.sent).toHaveLength(1);
    world.publisher.painted(1, 7);
    world.publisher.painted(0, 1);
    world.clock.pass(5000);
    expect(world.sent).toHaveLength(1);
    world.publisher.painted(1, 1);
    world.clock.pass(60);
    expect(world.cells(world.sent[1]!)).toEqual([
      { at: '0/1/0', american: -118, previous: -112, state: CELL_PRICED },
    ]);
  });

  it('says nothing when a price has come back to what is on screen', () => {
    const world = setUp();
    world.price('circa', -110);
    world.publisher.open(NBA);
    world.price('circa', -115);
    world.price('circa', -110);
    world.publisher.painted(1, 0);
    world.clock.pass(100);
    expect(world.sent.flatMap(world.cells)).toEqual([]);
  });

  it('sends at most 20 batches a second', () => {
    const world = setUp();
    world.price('circa', -110);
    world.publisher.open(NBA);
    world.publisher.painted(1, 0);
    for (let ms = 0; ms < 1000; ms += 1) {
      world.price('circa', -110 - (ms % 50));
      world.clock.pass(1);
      const last = world.sent.at(-1);
      if (last !== undefined) world.publisher.painted(1, last.number);
    }
    expect(world.sent.length).toBeLessThanOrEqual(20);
    expect(world.sent.length).toBeGreaterThan(15);
  });

  it('tells at once that prices are not live any more, and which connection they are from', () => {
    const world = setUp();
    world.price('circa', -110);
    const full = world.publisher.open(NBA);
    world.publisher.painted(1, 0);
    world.clock.pass(100);
    world.board.beginConnection(0);
    world.setLive(false);
    world.clock.pass(1);
    expect(world.sent[0]).toMatchObject({ live: false, epoch: full.epoch + 1 });
    expect(world.sent[0]!.cells.cell).toHaveLength(0);
    world.publisher.painted(1, 1);
    world.setLive(true);
    world.price('circa', -110);
    world.clock.pass(100);
    expect(world.sent[1]!.live).toBe(true);
    expect(world.cells(world.sent[1]!)).toEqual([
      { at: '0/1/0', american: -110, previous: 0, state: CELL_PRICED },
    ]);
    expect(world.sent[1]!.cells.epoch[0]).toBe(full.epoch + 1);
  });

  it('shows suspension, absence, and rows that leave', () => {
    const world = setUp();
    world.price('circa', -110);
    world.price('fanduel', -105);
    world.publisher.open(NBA);
    world.publisher.painted(1, 0);
    world.price('circa', 0);
    world.remove('fanduel');
    // the row stays as long as one sportsbook carries the game
    world.price('circa', 0);
    world.clock.pass(60);
    expect(world.cells(world.sent[0]!).map(({ at, state }) => [at, state])).toEqual([
      ['0/1/0', CELL_SUSPENDED],
      ['0/1/1', CELL_ABSENT],
    ]);
    world.publisher.painted(1, 1);
    world.remove('circa');
    world.clock.pass(60);
    expect(world.sent[1]!.removedRows).toEqual([0]);
  });

  it('sends a hidden window nothing, and everything since when it is back', () => {
    const world = setUp();
    world.price('circa', -110);
    world.publisher.open(NBA);
    world.publisher.painted(1, 0);
    world.publisher.setHidden(true);
    world.price('circa', -115);
    world.price('circa', -120);
    world.clock.pass(60_000);
    expect(world.sent).toHaveLength(0);
    world.publisher.setHidden(false);
    world.clock.pass(60);
    expect(world.cells(world.sent[0]!)).toEqual([
      { at: '0/1/0', american: -120, previous: -110, state: CELL_PRICED },
    ]);
  });

  it('a new generation forgets the old one; nothing is planned after close', () => {
    const world = setUp();
    world.price('circa', -110);
    world.publisher.open(NBA);
    expect(world.publisher.open(NBA)).toMatchObject({ generation: 2, number: 0 });
    world.publisher.painted(1, 0);
    world.price('circa', -120);
    world.clock.pass(500);
    expect(world.sent).toHaveLength(0);
    world.publisher.close();
    expect(world.clock.planned).toBe(0);
  });
});
