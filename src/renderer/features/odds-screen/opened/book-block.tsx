import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { GameRow } from '#contract/game.ts';
import type { ScreenRow } from '#contract/odds-screen.ts';
import { texts } from '../../../texts.ts';
import { pressPointed } from '../../pointed/press-pointed.ts';
import { usePointing } from '../../pointed/use-pointing.ts';
import { useStores } from '../../stores-context.ts';
import { GamePainter } from '../cells/game-painter.ts';
import { sideWords } from '../cells/side-words.ts';
import type { BoardView, BookColumn } from '../grid/board-view.ts';
import { pointedPrice } from './pointed-price.ts';

interface BookBlockProps {
  readonly game: ScreenRow;
  readonly line: GameRow;
  readonly books: readonly BookColumn[];
  readonly view: BoardView;
}

/**
 * Sportsbooks below each other with a column per side: painted as the table's cells are. One stop for the keyboard; arrows
 * move from price to price, and each has the menu and its keys.
 */
export function BookBlock({ game, line, books, view }: BookBlockProps) {
  const stores = useStores();
  const pointing = usePointing();
  const element = useRef<HTMLDivElement>(null);
  const cells = () => [...(element.current?.querySelectorAll<HTMLElement>('.cell') ?? [])];
  const pointedAt = (part: Element) => {
    const at = cells().findIndex((cell) => cell.contains(part));
    const book = at < 0 ? undefined : books[at % books.length];
    return book ? pointedPrice(game, line, Math.floor(at / books.length), book, view) : null;
  };
  const press = (event: KeyboardEvent) => {
    const { length } = books;
    const step = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -length, ArrowRight: length }[event.key];
    if (step === undefined) {
      if (pressPointed(event, pointedAt(event.target as Element), stores)) event.preventDefault();
      return;
    }
    event.preventDefault();
    const all = cells();
    all[all.indexOf(event.target as HTMLElement) + step]?.focus();
  };
  const stopAt = ({ target }: FocusEvent) => {
    for (const cell of cells()) cell.tabIndex = cell === target ? 0 : -1;
  };
  useLayoutEffect(() => {
    const of = (selector: string) => [...(element.current?.querySelectorAll<HTMLElement>(selector) ?? [])];
    const focused = of('.cell').indexOf(document.activeElement as HTMLElement);
    const hosts = of('.book-prices').map((prices) => ({ prices }));
    const painter = new GamePainter(line, { ...view, columns: books }, hosts);
    for (const [at, cell] of of('.cell').entries()) cell.tabIndex = at === Math.max(0, focused) ? 0 : -1;
    if (focused >= 0) of('.cell')[focused]?.focus();
    return () => painter.dispose();
  }, [line, books, view]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the prices in it have the focus.
    <div className="book-block" ref={element} {...pointing(pointedAt)} onFocus={stopAt} onKeyDown={press}>
      <div className="book-names">
        <p className="book-head">{texts.openedRow.sportsbook}</p>
        {books.map(({ id, name }) => (
          <p key={id} className="book-name" title={id}>
            {name}
          </p>
        ))}
      </div>
      {line.sides.map((side) => (
        <fieldset key={side} className="book-side" aria-label={sideWords(side, game)}>
          <p className="book-head" title={sideWords(side, game)}>
            {sideWords(side, game)}
          </p>
          <div className="book-prices" />
        </fieldset>
      ))}
    </div>
  );
}
