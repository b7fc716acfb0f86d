import { CELL_PRICED } from '#contract/odds-screen.ts';
import { type BetterLine, bestBooks, betterLineOf } from '../../../stores/odds/best-books.ts';
import { steamOf } from '../../../stores/odds/row-figures.ts';
import { texts } from '../../../texts.ts';
import { type BoardRow, type BoardView, isBook, offerOf } from '../grid/board-view.ts';
import { columnWidth, FIXED_COLUMNS } from '../grid/grid-metrics.ts';
import { type FigureCell, FigurePainter } from './figure-painter.ts';
import { type CellLook, cellTemplate, NOTHING, PriceCell } from './price-cell.ts';

/** When a move cools down by a step, ms after it; with the last one its arrow goes as well. */
const COOLING_MS = [500, 1400, 3000] as const;

/** Moves cool down on this beat: what all rows do at once costs one frame. */
const COOLING_BEAT_MS = 250;

/** How often a side that is steamed is looked at again. */
const STEAM_CHECK_MS = 5000;

/** Where the cells of one side go; what is left out is not painted. */
export interface SideHosts {
  /** Says that the side is steamed. */
  readonly steam?: HTMLElement;
  readonly best?: HTMLElement;
  readonly prices?: HTMLElement;
}

interface Side {
  readonly steam: HTMLElement | undefined;
  readonly best: PriceCell | undefined;
  readonly bestHost: HTMLElement | undefined;
  readonly prices: readonly PriceCell[];
  readonly betterLine: BetterLine;
  readonly signed: boolean;
}

/** Paints the prices of one game. Wakes with its row, and again whenever one of its moves cools down. */
export class GamePainter {
  readonly #row: BoardRow;
  readonly #view: BoardView;
  readonly #sides: readonly Side[];
  readonly #figures: FigurePainter;
  readonly #unwatch: () => void;
  #cancelCooling: (() => void) | null = null;
  #coolAtMs = Number.POSITIVE_INFINITY;
  /** The beat that is waited for. */
  #plannedAtMs = Number.POSITIVE_INFINITY;

  /** Fills the hosts, one pair a side, and paints them for the first time. */
  constructor(row: BoardRow, view: BoardView, hosts: readonly SideHosts[]) {
    this.#row = row;
    this.#view = view;
    this.#sides = hosts.map((host, side) => layOut(row.sides[side] ?? '', view, host));
    this.#figures = new FigurePainter(row, view, figureCells(this.#sides, view));
    const unwatch = [
      view.store.watchRow(row.rowId, () => this.paint()),
      ...(view.openers ? [view.openers.subscribe(() => this.#openerRead())] : []),
    ];
    this.#unwatch = () => {
      for (const stop of unwatch) stop();
    };
    this.paint();
  }

  /** Stops painting. What stands in the hosts stays until the next painter fills them. */
  dispose(): void {
    this.#unwatch();
    this.#cancelCooling?.();
  }

  /** Brings every cell up to date; a cell that looks as before costs a compare. */
  paint(): void {
    const { store, columns, format, scheduler } = this.#view;
    const nowMs = scheduler.nowMs();
    const offer = offerOf(this.#row, this.#view);
    this.#coolAtMs = this.#figures.paint(nowMs);
    for (const [side, painted] of this.#sides.entries()) {
      const best = bestBooks({
        cells: store.cells,
        rowId: this.#row.rowId,
        side,
        columns: this.#view.bettableColumns,
        betterLine: painted.betterLine,
        ...store.freshness.read(),
      });
      for (const [at, column] of columns.entries()) {
        if (!isBook(column)) continue;
        const look = this.#look(side, column.column, best.includes(column.column), nowMs);
        painted.prices[at]?.show(look, format);
      }
      this.#paintBest(side, best, nowMs);
      this.#paintSteam(painted.steam, steamOf(offer, side, nowMs), nowMs);
    }
    this.#planCooling(nowMs);
  }

  #openerRead(): void {
    this.#figures.refresh();
    this.paint();
  }

  #paintSteam(host: HTMLElement | undefined, steam: number, nowMs: number): void {
    if (host === undefined) return;
    if (steam !== 0) this.#coolAtMs = Math.min(this.#coolAtMs, nowMs + STEAM_CHECK_MS);
    const name = steam > 0 ? 'steam steam-up' : 'steam steam-down';
    if (host.hidden === (steam === 0) && (steam === 0 || host.className === name)) return;
    host.hidden = steam === 0;
    if (steam === 0) return;
    host.className = name;
    host.title = steam > 0 ? texts.screen.steamUp : texts.screen.steamDown;
    host.setAttribute('aria-label', host.title);
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
      figure: false,
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
    if (!painted?.best || !painted.bestHost) return;
    const column = best[0];
    if (column === undefined) {
      painted.best.show({ ...NOTHING, signed: painted.signed }, format);
      setTitle(painted.bestHost, texts.cell.noBest);
      return;
    }
    painted.best.show({ ...this.#look(side, column, false, nowMs), direction: 0, heat: 0 }, format);
    const names = books.filter((book) => best.includes(book.column)).map(({ name }) => name);
    setTitle(painted.bestHost, texts.cell.bestAt(names.join(', ')));
  }

  /** A row that moves all the time keeps the beat that is planned already. */
  #planCooling(nowMs: number): void {
    const atMs = Math.ceil(this.#coolAtMs / COOLING_BEAT_MS) * COOLING_BEAT_MS;
    if (atMs === this.#plannedAtMs) return;
    this.#cancelCooling?.();
    this.#cancelCooling = null;
    this.#plannedAtMs = atMs;
    if (atMs === Number.POSITIVE_INFINITY) return;
    this.#cancelCooling = this.#view.scheduler.after(atMs - nowMs, () => {
      this.#plannedAtMs = Number.POSITIVE_INFINITY;
      this.paint();
    });
  }
}

/** An attribute that is written is one to look at anew, even where it says the same. */
function setTitle(host: HTMLElement, title: string): void {
  if (host.title !== title) host.title = title;
}

function figureCells(sides: readonly Side[], { columns }: BoardView): readonly FigureCell[] {
  return sides.flatMap(({ prices, signed }, side) =>
    prices.flatMap((cell, at) => {
      const column = columns[at]!;
      return isBook(column) ? [] : [{ side, figure: column.figure, signed, cell }];
    }),
  );
}

function layOut(sideName: string, view: BoardView, { steam, best, prices }: SideHosts): Side {
  const template = cellTemplate(document, view.cellRole);
  const copy = (at: number) => {
    const cell = template.cloneNode(true) as HTMLElement;
    if (view.cellRole === 'gridcell') cell.setAttribute('aria-colindex', String(at + 1));
    return cell;
  };
  const bestCell = best && copy(FIXED_COLUMNS - 1);
  if (bestCell) best.replaceChildren(bestCell);
  const cells = view.columns.map((_, at) => {
    const cell = copy(FIXED_COLUMNS + at);
    if (view.cellRole === 'gridcell') cell.style.width = columnWidth(at);
    return cell;
  });
  prices?.replaceChildren(...cells);
  return {
    steam,
    best: bestCell && new PriceCell(bestCell),
    bestHost: best,
    prices: cells.map(
      (cell, at) => new PriceCell(cell, view.cellRole === 'img' ? view.columns[at]!.name : ''),
    ),
    betterLine: betterLineOf(sideName),
    signed: !/^(over|under)$/i.test(sideName),
  };
}
