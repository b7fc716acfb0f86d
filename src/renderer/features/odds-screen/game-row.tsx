import { memo, useLayoutEffect, useRef } from 'react';
import type { ScreenRow } from '#contract/odds-screen.ts';
import { texts } from '../../texts.ts';
import { dayText, fullTimeText, timeText } from '../../ui/time-text.ts';
import type { BoardView } from './board-view.ts';
import { GamePainter } from './game-painter.ts';
import { gameHeight } from './grid-metrics.ts';

interface GameRowProps {
  readonly row: ScreenRow;
  readonly view: BoardView;
  /** Distance from the top of the list, px. */
  readonly top: number;
  /** Where the game's first side stands in the whole table, counted from 1, the head included. */
  readonly firstRowIndex: number;
  /** The present minute, Unix ms. */
  readonly minuteMs: number;
}

/** One game: a line per side. The framework lays it out once; its prices are painted past it. */
export const GameRow = memo(function GameRow({ row, view, top, firstRowIndex, minuteMs }: GameRowProps) {
  const element = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const lines = [...(element.current?.children ?? [])] as HTMLElement[];
    const hosts = lines.map((line) => ({
      steam: line.querySelector<HTMLElement>('.steam')!,
      best: line.querySelector<HTMLElement>('.best-host')!,
      prices: line.querySelector<HTMLElement>('.prices')!,
    }));
    const painter = new GamePainter(row, view, hosts);
    return () => painter.dispose();
  }, [row, view]);

  const style = { height: gameHeight(row.sides.length, view.sideHeight), transform: `translateY(${top}px)` };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table of the browser's own can't be virtual and stick both ways.
    <div
      className="game"
      role="rowgroup"
      aria-label={texts.screen.gameLabel(row.away, row.home)}
      ref={element}
      style={style}
      data-row={row.rowId}
    >
      {row.sides.map((side, at) => (
        // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the table itself has the focus.
        <div key={side} className="side" role="row" aria-rowindex={firstRowIndex + at}>
          <div className="fixed" role="presentation">
            <StartCell row={row} line={at} minuteMs={minuteMs} />
            <SideName row={row} side={side} line={at} />
            <div className="best-host" role="presentation" />
          </div>
          <div className="prices" role="presentation" />
        </div>
      ))}
    </div>
  );
});

interface StartCellProps {
  readonly row: ScreenRow;
  readonly line: number;
  readonly minuteMs: number;
}

/** The start over two lines: day (or the live badge), then time. */
function StartCell({ row: { startsAtMs }, line, minuteMs }: StartCellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the table itself has the focus.
    <div
      className="start"
      role="gridcell"
      aria-colindex={1}
      title={startsAtMs === null ? undefined : fullTimeText(startsAtMs)}
    >
      {startsAtMs === null ? null : startPart(startsAtMs, line, minuteMs)}
    </div>
  );
}

function startPart(startsAtMs: number, line: number, minuteMs: number) {
  if (line > 1) return null;
  if (line === 1) return <span className="start-time">{timeText(startsAtMs)}</span>;
  if (startsAtMs > minuteMs) return dayText(startsAtMs, minuteMs);
  return (
    <span className="badge badge-live" title={texts.screen.liveTitle}>
      {texts.screen.live}
    </span>
  );
}

interface SideNameProps {
  readonly row: ScreenRow;
  readonly side: string;
  readonly line: number;
}

/** The side's name; for a total the two teams with an O and a U, since its sides alone name no game. */
function SideName({ row: { away, home }, side, line }: SideNameProps) {
  const tag = { over: texts.screen.tags.over, under: texts.screen.tags.under }[side.toLowerCase()];
  const name = tag === undefined ? side : line === 0 ? away : home;
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the table itself has the focus.
    <div
      className="team"
      role="rowheader"
      aria-colindex={2}
      aria-label={tag === undefined ? undefined : texts.screen.sideLabel(side, away, home)}
      title={name}
    >
      <span className="team-name">{name}</span>
      <span className="steam" role="img" hidden />
      {tag === undefined ? null : <span className="team-tag">{tag}</span>}
    </div>
  );
}
