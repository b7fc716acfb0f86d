import { type MouseEvent, useLayoutEffect, useRef } from 'react';
import type { GameRow } from '#contract/game.ts';
import type { ScreenRow } from '#contract/odds-screen.ts';
import { texts } from '../../../texts.ts';
import { besideOf } from '../../pointed/use-pointing.ts';
import { useStores } from '../../stores-context.ts';
import type { BoardView, BookColumn } from '../board-view.ts';
import { GamePainter } from '../game-painter.ts';
import { sideWords } from '../side-words.ts';
import { pointedPrice } from './pointed-price.ts';

interface BookBlockProps {
  readonly game: ScreenRow;
  readonly line: GameRow;
  readonly books: readonly BookColumn[];
  readonly view: BoardView;
}

/** Sportsbooks below each other with a column per side: painted as the table's cells are. */
export function BookBlock({ game, line, books, view }: BookBlockProps) {
  const { pointed } = useStores();
  const element = useRef<HTMLDivElement>(null);
  const openMenu = (event: MouseEvent, side: number) => {
    const cell = (event.target as Element).closest('.cell');
    const book = cell && books[[...event.currentTarget.children].indexOf(cell)];
    if (!book) return;
    event.preventDefault();
    pointed.menu.write({
      pointed: pointedPrice(game, line, side, book, view),
      beside: besideOf(event, cell),
    });
  };
  useLayoutEffect(() => {
    const hosts = [...(element.current?.querySelectorAll<HTMLElement>('.book-prices') ?? [])].map(
      (prices) => ({ prices }),
    );
    const painter = new GamePainter(line, { ...view, columns: books }, hosts);
    return () => painter.dispose();
  }, [line, books, view]);
  return (
    <div className="book-block" ref={element}>
      <div className="book-names">
        <p className="book-head">{texts.openedRow.sportsbook}</p>
        {books.map(({ id, name }) => (
          <p key={id} className="book-name" title={id}>
            {name}
          </p>
        ))}
      </div>
      {line.sides.map((side, at) => (
        <fieldset key={side} className="book-side" aria-label={sideWords(side, game)}>
          <p className="book-head" title={sideWords(side, game)}>
            {sideWords(side, game)}
          </p>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the same is in the menu of the game's page, by keyboard. */}
          <div className="book-prices" onContextMenu={(event) => openMenu(event, at)} />
        </fieldset>
      ))}
    </div>
  );
}
