import { CELL_PRICED } from '#contract/odds-screen.ts';
import type { Figure } from '../../../stores/odds/league-columns.ts';
import type { Freshness } from '../../../stores/odds/odds-screen.ts';
import { type RowFigures, rowFigures, type SideFigures } from '../../../stores/odds/row-figures.ts';
import { percentText } from '../../../ui/number-text.ts';
import { type BoardRow, type BoardView, offerOf } from '../grid/board-view.ts';
import { type CellLook, NOTHING, type PriceCell } from './price-cell.ts';

/** Figures that all prices of a row move are written anew no sooner than this: nobody reads them more quickly. */
const FIGURES_GAP_MS = 250;

/** A cell of a figure, in a line of its side. */
export interface FigureCell {
  readonly side: number;
  readonly figure: Figure;
  readonly signed: boolean;
  readonly cell: Pick<PriceCell, 'show' | 'say'>;
}

/**
 * Paints what is worked out of all prices of a game: at once when its prices are calm, four times a second while they are
 * not. Figures of prices that are no longer current go at once, always.
 */
export class FigurePainter {
  readonly #row: BoardRow;
  readonly #view: BoardView;
  readonly #cells: readonly FigureCell[];
  #dueAtMs = Number.NEGATIVE_INFINITY;
  #freshness: Freshness | null = null;

  constructor(row: BoardRow, view: BoardView, cells: readonly FigureCell[]) {
    this.#row = row;
    this.#view = view;
    this.#cells = cells;
  }

  /** Paints what is due; answers when it has to be called again for what is not, Unix ms, `Infinity` for never. */
  paint(nowMs: number): number {
    if (this.#cells.length === 0) return Number.POSITIVE_INFINITY;
    const freshness = this.#view.store.freshness.read();
    if (nowMs < this.#dueAtMs && freshness === this.#freshness) return this.#dueAtMs;
    this.#freshness = freshness;
    this.#dueAtMs = nowMs + FIGURES_GAP_MS;
    const figures = rowFigures(offerOf(this.#row, this.#view));
    for (const cell of this.#cells) this.#paintCell(cell, figures);
    return Number.POSITIVE_INFINITY;
  }

  /** What the figures rest on besides prices is another: the next `paint` does not wait. */
  refresh(): void {
    this.#dueAtMs = Number.NEGATIVE_INFINITY;
  }

  #paintCell({ side, figure, signed, cell }: FigureCell, figures: RowFigures | null): void {
    if (figure === 'hold') {
      const isPaying = figures !== null && figures.hold < 0;
      const text = figures === null || side > 0 ? '' : percentText(figures.hold);
      cell.say(text, isPaying && side === 0 ? 'cell figure paying' : 'cell figure');
      return;
    }
    const price = figure === 'opener' ? this.#opened(side) : figurePrice(figure, figures?.sides[side]);
    cell.show(
      price === null
        ? { ...NOTHING, signed, figure: true }
        : { ...NOTHING, signed, figure: true, state: CELL_PRICED, fresh: true, ...price },
      this.#view.format,
    );
  }

  #opened(side: number): FigurePrice | null {
    const { game, sides } = this.#row;
    const opener = game === undefined ? null : this.#view.openers?.of({ game, sides });
    const opened = opener?.sides[side];
    return opened ? { line: opened.line ?? Number.NaN, american: opened.american } : null;
  }
}

/** A price that is worked out or was once, with its line. */
type FigurePrice = Pick<CellLook, 'line' | 'american'>;

function figurePrice(figure: Figure, of: SideFigures | undefined): FigurePrice | null {
  return of ? { line: of.line, american: figure === 'average' ? of.average : of.fair } : null;
}
