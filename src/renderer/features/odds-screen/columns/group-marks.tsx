import type { GroupSpan } from '../../../stores/odds/league-columns.ts';
import type { BoardView } from '../grid/board-view.ts';
import { columnStart, columnsWidth } from '../grid/grid-metrics.ts';

/** The names of groups, each above its columns. A screen reader hears them with the columns. */
export function GroupNames({ groups }: Pick<BoardView, 'groups'>) {
  return groups.map(({ name, from, count }) => (
    <div
      key={name}
      className="group-name"
      aria-hidden="true"
      style={{ left: columnStart(from), width: columnsWidth(from, count) }}
    >
      <span>{name}</span>
    </div>
  ));
}

/** Quiet lines where a group begins or ends. */
export function GroupRules({ groups, columns }: Pick<BoardView, 'groups' | 'columns'>) {
  return edgesOf(groups, columns.length).map((at) => (
    <div key={at} className="group-rule" style={{ '--group-start': columnStart(at) } as object} />
  ));
}

/** The places, counted from 0, before which a group begins or after which one ended. */
function edgesOf(groups: readonly GroupSpan[], columns: number): readonly number[] {
  const edges = new Set(groups.flatMap(({ from, count }) => [from, from + count]));
  return [...edges].filter((at) => at > 0 && at < columns);
}
