import { useLayoutEffect, useRef } from 'react';
import type { GameRow } from '#contract/game.ts';
import type { ScreenRow } from '#contract/odds-screen.ts';
import { texts } from '../../../texts.ts';
import type { BoardView, BookColumn } from '../board-view.ts';
import { GamePainter } from '../game-painter.ts';
import { sideWords } from './side-words.ts';

interface BookBlockProps {
  readonly game: ScreenRow;
  readonly line: GameRow;
  readonly books: readonly BookColumn[];
  readonly view: BoardView;
}

/** Sportsbooks below each other with a column per side: painted as the table's cells are. */
export function BookBlock({ game, line, books, view }: BookBlockProps) {
  const element = useRef<HTMLDivElement>(null);
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
