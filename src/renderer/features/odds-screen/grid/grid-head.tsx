import { memo, useState } from 'react';
import { texts } from '../../../texts.ts';
import { ColumnHead } from '../columns/column-head.tsx';
import { GroupNames, GroupRules } from '../columns/group-marks.tsx';
import type { ColumnChanges } from '../columns/use-column-changes.ts';
import type { BoardColumn, BoardView } from './board-view.ts';
import type { ColumnWidths } from './grid-metrics.ts';

interface GridHeadProps {
  readonly view: BoardView;
  /** Names of the first two columns. */
  readonly heads: readonly [string, string];
  readonly widths: ColumnWidths;
  readonly change: ColumnChanges;
}

/** The head of the table: stays on top, and its first columns stay left as well. */
export const GridHead = memo(function GridHead({ view, heads, widths, change }: GridHeadProps) {
  const [dragged, drag] = useState<BoardColumn | null>(null);
  const fixed = [
    ['start', heads[0]],
    ['team', heads[1]],
    ['best-host', texts.screen.best],
  ] as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the table.
    <div className="grid-head" role="rowgroup">
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the table itself has the focus. */}
      <div className="head-row" role="row" aria-rowindex={1}>
        <div className="fixed" role="presentation">
          {fixed.map(([column, name], at) => (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the table itself has the focus.
            <div key={column} className={column} role="columnheader" aria-colindex={at + 1}>
              {name}
            </div>
          ))}
        </div>
        <div className="prices" role="presentation">
          <GroupNames groups={view.groups} />
          <GroupRules groups={view.groups} columns={view.columns} />
          {view.columns.map((column, at) => (
            <ColumnHead
              key={column.id}
              column={column}
              at={at}
              width={widths.columns[at] ?? 0}
              change={change}
              dragged={dragged}
              drag={drag}
            />
          ))}
        </div>
      </div>
    </div>
  );
});
