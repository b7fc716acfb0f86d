import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScreenRow } from '#contract/odds-screen.ts';
import { FakeBridge } from '../../bridge/fake-bridge.ts';
import { makeBatch } from '../../bridge/make-batch.ts';
import { ManualScheduler } from '../manual-scheduler.ts';
import { OddsScreenStore } from './odds-screen.ts';
import { PAINT_GAP_MS } from './paint-pace.ts';
import { oddsLink } from './screen-link.ts';

const QUERY = { sport: 'NBA', market: 'moneyline' };
const BOOKS = [
  { bookId: 0, name: 'draftkings' },
  { bookId: 1, name: 'fanduel' },
];

function game(rowId: number): ScreenRow {
  return {
    rowId,
    game: `Game ${rowId}`,
    home: 'Home',
    away: 'Away',
    startsAtMs: null,
    sides: ['Away', 'Home'],
  };
}

let bridge: FakeBridge;
let scheduler: ManualScheduler;
let store: OddsScreenStore;

const settle = () => new Promise((resolve) => setTimeout(resolve));
const painted = () =>
  bridge.inputsOf('screen.painted').map(({ generation, number }) => `${generation}.${number}`);

/** Lets a whole paint happen: the wait for the pace, the frame, and the task after it. */
function paint(): void {
  scheduler.advance(PAINT_GAP_MS);
  scheduler.frame();
  scheduler.advance(0);
}

async function openWith(generation: number, part: Parameters<typeof makeBatch>[0] = {}): Promise<void> {
  bridge.answerValue(
    'screen.open',
    makeBatch({ generation, books: BOOKS, rows: [game(0), game(1)], ...part }),
  );
  store.open(QUERY);
  await settle();
}

beforeEach(() => {
  bridge = new FakeBridge();
  scheduler = new ManualScheduler();
  bridge.answerValue('screen.painted', null);
  bridge.answerValue('screen.close', null);
  store = new OddsScreenStore(oddsLink(bridge), scheduler);
});

describe('painting', () => {
  it('shows the snapshot with a frame and acknowledges it only after that frame', async () => {
    await openWith(1, { cells: [{ row: 0, book: 0 }] });
    expect(store.shape.read().phase.kind).toBe('loading');
    scheduler.frame();
    expect(store.shape.read()).toMatchObject({
      phase: { kind: 'open' },
      rows: [game(0), game(1)],
      books: BOOKS,
    });
    expect(painted()).toEqual([]);
    scheduler.advance(0);
    expect(painted()).toEqual(['1.0']);
  });

  it('acknowledges a batch that changes nothing visible, and never paints for a hidden page', async () => {
    await openWith(1);
    paint();
    bridge.push('screen.batch', makeBatch({ number: 1 }));
    scheduler.advance(10 * PAINT_GAP_MS);
    expect(painted()).toEqual(['1.0']);
    paint();
    expect(painted()).toEqual(['1.0', '1.1']);
  });

  it('never acknowledges a batch that came after the frame', async () => {
    await openWith(1);
    scheduler.frame();
    bridge.push('screen.batch', makeBatch({ number: 1 }));
    scheduler.advance(0);
    expect(painted()).toEqual(['1.0']);
  });

  it('paints at most once per gap, however often batches come', async () => {
    await openWith(1, { cells: [{ row: 0, book: 0, american: 100 }] });
    paint();
    const wake = vi.fn();
    store.watchRow(0, wake);
    for (let number = 1; number <= 5; number += 1) {
      bridge.push(
        'screen.batch',
        makeBatch({ number, cells: [{ row: 0, book: 0, american: 100 + number }] }),
      );
      scheduler.advance(PAINT_GAP_MS / 5 - 1);
      scheduler.frame();
    }
    expect(wake).not.toHaveBeenCalled();
    paint();
    expect(wake).toHaveBeenCalledTimes(1);
  });
});

describe('waking rows', () => {
  beforeEach(async () => {
    await openWith(1, {
      cells: [
        { row: 0, book: 0 },
        { row: 1, book: 0 },
      ],
    });
    paint();
  });

  it('wakes only the row whose price moved, until it is left', () => {
    const wakes = [vi.fn(), vi.fn()];
    const undo = wakes.map((wake, rowId) => store.watchRow(rowId, wake));
    bridge.push('screen.batch', makeBatch({ number: 1, cells: [{ row: 1, book: 0, american: 120 }] }));
    paint();
    expect(wakes.map((wake) => wake.mock.calls.length)).toEqual([0, 1]);
    undo[1]?.();
    bridge.push('screen.batch', makeBatch({ number: 2, cells: [{ row: 1, book: 0, american: 130 }] }));
    paint();
    expect(wakes.map((wake) => wake.mock.calls.length)).toEqual([0, 1]);
  });

  it.each([
    ['live flips', { live: false }],
    ['another connection took over', { epoch: 2 }],
  ])('wakes every visible row at once when %s', (_name, header) => {
    const wakes = [vi.fn(), vi.fn()];
    for (const [rowId, wake] of wakes.entries()) store.watchRow(rowId, wake);
    bridge.push('screen.batch', makeBatch({ number: 1, ...header }));
    paint();
    expect(store.freshness.read()).toEqual({ live: true, epoch: 1, ...header });
    expect(wakes.map((wake) => wake.mock.calls.length)).toEqual([1, 1]);
  });
});

describe('games and sportsbooks', () => {
  it('come, change and leave with their batches', async () => {
    await openWith(1);
    paint();
    const before = store.shape.read();
    bridge.push('screen.batch', makeBatch({ number: 1, cells: [{ row: 0, book: 0 }] }));
    paint();
    expect(store.shape.read()).toBe(before);
    const renamed = { ...game(1), home: 'Other' };
    const book = { bookId: 7, name: 'betmgm' };
    bridge.push(
      'screen.batch',
      makeBatch({ number: 2, rows: [renamed, game(2)], removedRows: [0], books: [book] }),
    );
    paint();
    expect(store.shape.read().rows).toEqual([renamed, game(2)]);
    expect(store.shape.read().books).toEqual([...BOOKS, book]);
  });

  it('of the screen before are gone as soon as another is opened', async () => {
    await openWith(1, { cells: [{ row: 0, book: 0 }] });
    paint();
    store.open({ ...QUERY, sport: 'NFL' });
    expect(store.shape.read()).toMatchObject({ phase: { kind: 'loading' }, rows: [], books: [] });
    expect(store.updatedAtMs).toBe(null);
  });
});

describe('a stopped engine', () => {
  it('leaves the rows, but not one live price', async () => {
    await openWith(1, { cells: [{ row: 0, book: 0 }] });
    paint();
    scheduler.advance(2000);
    bridge.answer('screen.open', () => ({ ok: false, code: 'engine-stopped', message: 'It stopped.' }));
    bridge.push('screen.batch', makeBatch({ number: 5 }));
    await settle();
    paint();
    expect(store.shape.read().phase).toEqual({ kind: 'failed', message: 'It stopped.' });
    expect(store.shape.read().rows).toHaveLength(2);
    expect(store.freshness.read().live).toBe(false);
  });

  it('leaves nothing planned behind after close', async () => {
    await openWith(1);
    store.close();
    expect(scheduler.waiting).toBe(0);
    expect(store.shape.read().phase.kind).toBe('closed');
  });
});

describe('doubt', () => {
  it('takes every price for stale until it is over, whatever batches say meanwhile', async () => {
    await openWith(1, { cells: [{ row: 0, book: 0 }] });
    paint();
    const wake = vi.fn();
    store.watchRow(0, wake);
    store.doubt(true);
    paint();
    expect(store.freshness.read().live).toBe(false);
    bridge.push('screen.batch', makeBatch({ number: 1 }));
    paint();
    expect(store.freshness.read().live).toBe(false);
    store.doubt(false);
    paint();
    expect(store.freshness.read().live).toBe(true);
    expect(wake).toHaveBeenCalledTimes(2);
  });

  it('reopens the screen without taking it away meanwhile', async () => {
    await openWith(1, { cells: [{ row: 0, book: 0 }] });
    paint();
    bridge.answerValue('screen.open', makeBatch({ generation: 2, rows: [game(5)] }));
    store.reopen();
    expect(store.shape.read().rows).toHaveLength(2);
    await settle();
    paint();
    expect(store.shape.read().rows).toEqual([game(5)]);
    expect(painted()).toEqual(['1.0', '2.0']);
  });
});
