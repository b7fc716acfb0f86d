import { useLayoutEffect, useRef } from 'react';
import type { GameRow } from '#contract/game.ts';
import type { ScreenRow } from '#contract/odds-screen.ts';
import { columnsHeld } from '../../../stores/odds/main-line.ts';
import { texts } from '../../../texts.ts';
import { GamePainter } from '../cells/game-painter.ts';
import { lineWords, sideWords } from '../cells/side-words.ts';
import type { BoardView } from '../grid/board-view.ts';

interface LineListProps {
  readonly game: ScreenRow;
  readonly lines: readonly GameRow[];
  /** The keys of the line that most sportsbooks have, and of the one whose sportsbooks are shown. */
  readonly main: string;
  readonly shown: string;
  readonly view: BoardView;
  readonly onChoose: (market: string) => void;
}

/** All lines of a market with the best price of each side; one of them is chosen. */
export function LineList({ game, lines, main, shown, view, onChoose }: LineListProps) {
  const words = texts.openedRow;
  return (
    <div className="line-list">
      <div className="line-row line-head" aria-hidden="true">
        <span className="line-name">{words.line}</span>
        {(lines[0]?.sides ?? []).map((side) => (
          <span key={side} className="line-best" title={words.bestOf(sideWords(side, game))}>
            {sideWords(side, game)}
          </span>
        ))}
        <span className="line-books">{words.books}</span>
      </div>
      <div className="line-scroll" role="radiogroup" aria-label={words.lines}>
        {lines.map((line) => (
          <Line
            key={line.market}
            line={line}
            isMain={line.market === main}
            isShown={line.market === shown}
            view={view}
            onChoose={onChoose}
          />
        ))}
      </div>
    </div>
  );
}

interface LineProps {
  readonly line: GameRow;
  readonly isMain: boolean;
  readonly isShown: boolean;
  readonly view: BoardView;
  readonly onChoose: (market: string) => void;
}

function Line({ line, isMain, isShown, view, onChoose }: LineProps) {
  const element = useRef<HTMLLabelElement>(null);
  useLayoutEffect(() => {
    const list = element.current?.parentElement;
    if (!isShown || !element.current || !list) return;
    // the list alone: the browser's own scrolling into view would move the table as well
    const top = element.current.offsetTop - list.offsetTop;
    const lowest = top + element.current.offsetHeight - list.clientHeight;
    list.scrollTop = Math.max(lowest, Math.min(top, list.scrollTop));
  }, [isShown]);
  useLayoutEffect(() => {
    const hosts = [...(element.current?.querySelectorAll<HTMLElement>('.best-host') ?? [])].map((best) => ({
      best,
    }));
    const painter = new GamePainter(line, { ...view, columns: [] }, hosts);
    return () => painter.dispose();
  }, [line, view]);
  return (
    <label className="line-row" ref={element} data-shown={isShown || undefined}>
      <input
        type="radio"
        className="line-radio"
        name="line"
        checked={isShown}
        onChange={() => onChoose(line.market)}
      />
      <span className="line-name">
        {lineWords(line)}
        {isMain ? <span className="line-main">{texts.openedRow.main}</span> : null}
      </span>
      {line.sides.map((side) => (
        <span key={side} className="line-best best-host" />
      ))}
      <span className="line-books">{columnsHeld(view.store.cells, view.bettableColumns, line)}</span>
    </label>
  );
}
