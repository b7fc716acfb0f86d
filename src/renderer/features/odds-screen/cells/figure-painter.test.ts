import { describe, expect, it } from 'vitest';
import { type CellSketch, makeCells } from '../../../bridge/make-batch.ts';
import { CellTable } from '../../../stores/odds/cell-table.ts';
import type { Freshness } from '../../../stores/odds/odds-screen.ts';
import type { BoardView } from '../grid/board-view.ts';
import { FigurePainter } from './figure-painter.ts';
import type { CellLook } from './price-cell.ts';

const LIVE: Freshness = { live: true, epoch: 1 };
const OPENED_AT_MS = 1_000;

/** A row of one sportsbook with its mean price, which is what that sportsbook asks. */
function makeRow() {
  const cells = new CellTable();
  let freshness = LIVE;
  const shown: CellLook[] = [];
  const price = (american: number) => {
    const sketch: Partial<CellSketch> = { epoch: LIVE.epoch, american };
    cells.merge(
      makeCells([0, 1].map((side) => ({ row: 0, book: 0, side, ...sketch }))),
      null,
      () => undefined,
    );
  };
  price(-110);
  const store = { cells, freshness: { read: () => freshness } };
  const view = { store, bettableColumns: [0], format: 'american', openers: null } as unknown as BoardView;
  const painter = new FigurePainter({ rowId: 0, sides: ['Away', 'Home'] }, view, [
    {
      side: 0,
      figure: 'average',
      signed: true,
      cell: { show: (look) => shown.push(look), say: () => undefined },
    },
  ]);
  return {
    painter,
    price,
    prices: () => shown.map(({ american }) => american),
    end: () => {
      freshness = { ...LIVE, live: false };
    },
  };
}

describe('FigurePainter', () => {
  it('paints at once what moves in a calm row', () => {
    const { painter, price, prices } = makeRow();
    expect(painter.paint(OPENED_AT_MS)).toBe(Number.POSITIVE_INFINITY);
    price(-120);
    expect(painter.paint(OPENED_AT_MS + 250)).toBe(Number.POSITIVE_INFINITY);
    expect(prices()).toEqual([-110, -120]);
  });

  it('paints four times a second in a flood, and says when the last is due', () => {
    const { painter, price, prices } = makeRow();
    for (let ms = 0; ms <= 990; ms += 10) {
      price(-110 - ms / 10);
      painter.paint(OPENED_AT_MS + ms);
    }
    expect(prices()).toEqual([-110, -135, -160, -185]);
    const dueAtMs = painter.paint(OPENED_AT_MS + 991);
    expect(dueAtMs).toBe(OPENED_AT_MS + 1000);
    painter.paint(dueAtMs);
    expect(prices().at(-1)).toBe(-209);
  });

  it('takes figures of prices that are no longer current off at once', () => {
    const { painter, end, prices } = makeRow();
    painter.paint(OPENED_AT_MS);
    end();
    painter.paint(OPENED_AT_MS + 1);
    expect(prices()).toEqual([-110, 0]);
  });

  it('does not wait after an opener was read', () => {
    const { painter, prices } = makeRow();
    painter.paint(OPENED_AT_MS);
    painter.refresh();
    painter.paint(OPENED_AT_MS + 1);
    expect(prices()).toEqual([-110, -110]);
  });
});
