import type { ReactNode } from 'react';
import type { ScreenRow } from '#contract/odds-screen.ts';
import { texts } from '../../texts.ts';
import { dayText, fullTimeText, timeText } from '../../ui/time-text.ts';
import { SideName } from './cells/side-name.tsx';
import type { RowWords } from './grid/board-row.tsx';
import { METRICS } from './grid/grid-metrics.ts';

/**
 * What stands before the prices of a game: its start, then the names of its sides, and what opens it in its place.
 * `openedId`: the row that is open.
 */
export function oddsWords(openedId: number | null, toggle: (rowId: number) => void): RowWords<ScreenRow> {
  return {
    heads: [texts.screen.start, texts.screen.game],
    firstWidth: METRICS.startWidth,
    labelOf: ({ away, home }) => texts.screen.gameLabel(away, home),
    cellsOf: (row, line, minuteMs) => (
      <>
        <StartCell row={row} line={line} minuteMs={minuteMs}>
          {line === 0 ? <OpenButton isOpen={row.rowId === openedId} open={() => toggle(row.rowId)} /> : null}
        </StartCell>
        <GameSide row={row} line={line} />
      </>
    ),
  };
}

function OpenButton({ isOpen, open }: { readonly isOpen: boolean; readonly open: () => void }) {
  const label = isOpen ? texts.openedRow.close : texts.openedRow.open;
  return (
    <button
      type="button"
      className="row-opener"
      tabIndex={-1}
      aria-expanded={isOpen}
      aria-label={label}
      title={label}
      onClick={open}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}

interface StartCellProps {
  readonly row: ScreenRow;
  readonly line: number;
  readonly minuteMs: number;
  readonly children: ReactNode;
}

/** The start over two lines: day (or the live badge), then time. */
function StartCell({ row: { startsAtMs }, line, minuteMs, children }: StartCellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the table itself has the focus.
    <div
      className="start"
      role="gridcell"
      aria-colindex={1}
      title={startsAtMs === null ? undefined : fullTimeText(startsAtMs)}
    >
      {children}
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

interface GameSideProps {
  readonly row: ScreenRow;
  readonly line: number;
}

/** The side's name; for a total the two teams with an O and a U, since its sides alone name no game. */
function GameSide({ row: { away, home, sides }, line }: GameSideProps) {
  const side = sides[line] ?? '';
  const tag = { over: texts.screen.tags.over, under: texts.screen.tags.under }[side.toLowerCase()];
  const name = tag === undefined ? side : line === 0 ? away : home;
  return (
    <SideName
      name={name}
      tag={tag}
      label={tag === undefined ? undefined : texts.screen.sideLabel(side, away, home)}
    />
  );
}
