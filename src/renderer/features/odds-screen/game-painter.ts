import { CELL_ABSENT, CELL_PRICED, type ScreenRow } from '#contract/odds-screen.ts';
import { type BetterLine, bestBooks, betterLineOf } from '../../stores/odds/best-books.ts';
import { texts } from '../../texts.ts';
import type { BoardView } from './board-view.ts';
import { FIXED_COLUMNS } from './grid-metrics.ts';
import { type CellLook, cellTemplate, PriceCell } from './price-cell.ts';

/** When a move cools down by a step, ms after it; with the last one its arrow goes as well. */
const COOLING_MS = [500, 1400, 3000] as const;

/** Where the cells of one side go. */
export interface SideHosts {
  readonly best: HTMLElement;
  readonly prices: HTMLElement;
}

interface Side {
  readonly best: PriceCell;
  readonly bestHost: HTMLElement;
  readonly prices: readonly PriceCell[];
  readonly betterLine: BetterLine;
  readonly signed: boolean;
}

/** Paints the prices of one game. Wakes with its row, and again whenever one of its moves cools down. */
export class GamePainter {
  readonly #row: ScreenRow;
  readonly #view: BoardView;
  readonly #sides: readonly Side[];
  readonly #unwatch: () => void;
  #cancelCooling: (() => void) | null = null;
  #coolAtMs = Number.POSITIVE_INFINITY;

  /** Fills the hosts, one pair a side, and paints them for the first time. */
  constructor(row: ScreenRow, view: BoardView, hosts: readonly SideHosts[]) {
    this.#row = row;
    this.#view = view;
    this.#sides = hosts.map((host, side) => layOut(row.sides[side] ?? '', view, host));
    this.#unwatch = view.store.watchRow(row.rowId, () => this.paint());
    this.paint();
  }

  /** Stops painting. What stands in the hosts stays until the next painter fills them. */
  dispose(): void {
    this.#unwatch();
    this.#cancelCooling?.();
  }

  /** Brings every cell up to date; a cell that looks as before costs a compare. */
  paint(): void {
    const { store, books, format, scheduler } = this.#view;
    const nowMs = scheduler.nowMs();
    this.#coolAtMs = Number.POSITIVE_INFINITY;
    for (const [side, painted] of this.#sides.entries()) {
      const best = bestBooks({
        cells: store.cells,
        rowId: this.#row.rowId,
        side,
        columns: this.#view.bettableColumns,
        betterLine: painted.betterLine,
        ...store.freshness.read(),
      });
      for (const [at, { column }] of books.entries()) {
        painted.prices[at]?.show(this.#look(side, column, best.includes(column), nowMs), format);
      }
      this.#paintBest(side, best, nowMs);
    }
    this.#planCooling(nowMs);
  }

  #look(side: number, column: number, best: boolean, nowMs: number): CellLook {
    const { store, still } = this.#view;
    const { cells } = store;
    const signed = this.#sides[side]?.signed ?? false;
    const index = cells.indexOf(this.#row.rowId, side, column);
    if (index < 0) return { ...NOTHING, signed };
    const { live, epoch } = store.freshness.read();
    const state = cells.state[index]!;
    const movedAtMs = cells.movedAtMs[index]!;
    const moved = state === CELL_PRICED && cells.direction[index] !== 0;
    const heat = moved && !still ? this.#heat(movedAtMs, nowMs) : 0;
    return {
      state,
      american: cells.american[index]!,
      line: cells.line[index]!,
      signed,
      fresh: live && cells.epoch[index] === epoch,
      best,
      direction: heat > 0 || (moved && still) ? cells.direction[index]! : 0,
      heat,
    };
  }

  /** 3 to 1 while the move cools down, then 0; notes when the next step is due. */
  #heat(movedAtMs: number, nowMs: number): number {
    const step = COOLING_MS.findIndex((afterMs) => nowMs < movedAtMs + afterMs);
    if (step < 0) return 0;
    this.#coolAtMs = Math.min(this.#coolAtMs, movedAtMs + COOLING_MS[step]!);
    return COOLING_MS.length - step;
  }

  #paintBest(side: number, best: readonly number[], nowMs: number): void {
    const { books, format } = this.#view;
    const painted = this.#sides[side];
    if (!painted) return;
    const column = best[0];
    if (column === undefined) {
      painted.best.show({ ...NOTHING, signed: painted.signed }, format);
      painted.bestHost.title = texts.cell.noBest;
      return;
    }
    painted.best.show({ ...this.#look(side, column, false, nowMs), direction: 0, heat: 0 }, format);
    const names = books.filter((book) => best.includes(book.column)).map(({ name }) => name);
    painted.bestHost.title = texts.cell.bestAt(names.join(', '));
  }

  #planCooling(nowMs: number): void {
    this.#cancelCooling?.();
    this.#cancelCooling = null;
    if (this.#coolAtMs === Number.POSITIVE_INFINITY) return;
    this.#cancelCooling = this.#view.scheduler.after(this.#coolAtMs - nowMs, () => this.paint());
  }
}

const NOTHING: CellLook = {
  state: CELL_ABSENT,
  american: 0,
  line: Number.NaN,
  signed: false,
  fresh: false,
  best: false,
  direction: 0,
  heat: 0,
};

function layOut(sideName: string, view: BoardView, { best, prices }: SideHosts): Side {
  const template = cellTemplate(document);
  const bestCell = template.cloneNode(true) as HTMLElement;
  bestCell.setAttribute('aria-colindex', String(FIXED_COLUMNS));
  best.replaceChildren(bestCell);
  const cells = view.books.map((_, at) => {
    const cell = template.cloneNode(true) as HTMLElement;
    cell.setAttribute('aria-colindex', String(FIXED_COLUMNS + at + 1));
    return cell;
  });
  prices.replaceChildren(...cells);
  return {
    best: new PriceCell(bestCell),
    bestHost: best,
    prices: cells.map((cell) => new PriceCell(cell)),
    betterLine: betterLineOf(sideName),
    signed: !/^(over|under)$/i.test(sideName),
  };
}
