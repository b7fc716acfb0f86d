import { CELL_ABSENT, CELL_PRICED, CELL_SUSPENDED } from '#contract/odds-screen.ts';
import type { OddsFormat } from '#contract/settings.ts';
import { texts } from '../../../texts.ts';
import { alignedLineText, lineText, priceText } from '../../../ui/odds-text.ts';

/** What one cell shows, before it is written out. */
export interface CellLook {
  readonly state: number;
  readonly american: number;
  readonly line: number;
  /** Spreads carry their sign, totals do not. */
  readonly signed: boolean;
  readonly fresh: boolean;
  readonly best: boolean;
  /** 1 up, -1 down, 0 no move to show. */
  readonly direction: number;
  /** Whether it is worked out from many prices, not one at which anybody can bet. */
  readonly figure: boolean;
  /** How fresh that move is: 3 just now, 0 cold or not to be coloured at all. */
  readonly heat: number;
}

/** A cell of which there is nothing to show. */
export const NOTHING: CellLook = {
  state: CELL_ABSENT,
  american: 0,
  line: Number.NaN,
  signed: false,
  fresh: false,
  best: false,
  direction: 0,
  figure: false,
  heat: 0,
};

/**
 * One price cell in the page. Writes text nodes itself, and only what differs from what it wrote before: no
 * framework stands between a price and its pixels.
 */
export class PriceCell {
  readonly #element: HTMLElement;
  readonly #line: Text;
  readonly #price: Text;
  readonly #name: string;
  #shown: CellLook | null = null;
  #format: OddsFormat | null = null;

  /** `element` is a copy of `cellTemplate`; `name` is said before the price where no column head says it. */
  constructor(element: HTMLElement, name = '') {
    this.#element = element;
    this.#name = name;
    const [line, price] = element.children;
    this.#line = textOf(line);
    this.#price = textOf(price);
  }

  /** Shows the cell in the user's format. */
  show(look: CellLook, format: OddsFormat): void {
    if (this.#shown && this.#format === format && same(this.#shown, look)) return;
    this.#shown = look;
    this.#format = format;
    write(this.#line, shownLine(look));
    write(this.#price, shownPrice(look, format));
    this.#element.className = classOf(look);
    const words = spoken(look, format);
    this.#element.setAttribute('aria-label', this.#name === '' ? words : `${this.#name}, ${words}`);
  }

  /** Shows a figure that is no price; empty text = nothing to show. */
  say(text: string, className: string): void {
    if (this.#price.data === text && this.#element.className === className) return;
    this.#shown = null;
    write(this.#line, '');
    write(this.#price, text);
    this.#element.className = className;
    this.#element.setAttribute('aria-label', text === '' ? texts.cell.absent : text);
  }
}

/** A cell without a price yet: line and price. Copied, never shown itself. */
export function cellTemplate(document: Document, role: string): HTMLElement {
  const cell = document.createElement('div');
  cell.setAttribute('role', role);
  cell.className = 'cell';
  for (const part of ['line', 'price']) {
    const span = document.createElement('span');
    span.className = part;
    // An empty text would not survive the copy.
    span.append(document.createTextNode(' '));
    cell.append(span);
  }
  return cell;
}

function textOf(element: Element | undefined): Text {
  return element?.firstChild as Text;
}

function write(node: Text, text: string): void {
  if (node.data !== text) node.data = text;
}

function same(left: CellLook, right: CellLook): boolean {
  return (
    left.state === right.state &&
    left.american === right.american &&
    left.fresh === right.fresh &&
    left.best === right.best &&
    left.direction === right.direction &&
    left.heat === right.heat &&
    left.signed === right.signed &&
    left.figure === right.figure &&
    Object.is(left.line, right.line)
  );
}

function shownLine({ state, line, signed }: CellLook): string {
  return state === CELL_PRICED ? alignedLineText(line, signed) : '';
}

function shownPrice({ state, american }: CellLook, format: OddsFormat): string {
  if (state === CELL_PRICED) return priceText(american, format);
  // The dash of an absent price is drawn by the style: there is nothing to read.
  return state === CELL_SUSPENDED ? texts.cell.suspendedMark : '';
}

function classOf({ state, fresh, best, direction, heat, figure }: CellLook): string {
  if (figure) return state === CELL_ABSENT ? 'cell figure absent' : 'cell figure';
  if (state === CELL_ABSENT) return 'cell absent';
  let name = state === CELL_SUSPENDED ? 'cell suspended' : 'cell';
  if (!fresh) return `${name} stale`;
  if (best) name += ' best';
  if (direction !== 0) name += direction > 0 ? ' up' : ' down';
  if (heat !== 0) name += ` heat-${heat}`;
  return name;
}

function spoken(
  { state, american, line, signed, fresh, best, direction }: CellLook,
  format: OddsFormat,
): string {
  if (state === CELL_ABSENT) return texts.cell.absent;
  const parts = state === CELL_SUSPENDED ? [texts.cell.suspended] : [priceText(american, format)];
  if (state === CELL_PRICED && !Number.isNaN(line)) parts.unshift(lineText(line, signed));
  if (!fresh) parts.push(texts.cell.stale);
  if (best) parts.push(texts.cell.best);
  if (fresh && direction !== 0) parts.push(direction > 0 ? texts.cell.movedUp : texts.cell.movedDown);
  return parts.join(', ');
}
