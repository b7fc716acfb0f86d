import { useMemo, useState } from 'react';
import type { Settings } from '#contract/settings.ts';
import { ColumnChange, leagueColumns } from '../../../stores/odds/league-columns.ts';
import { texts } from '../../../texts.ts';
import { useStores } from '../../stores-context.ts';
import { type BoardColumn, type BoardView, isBook } from '../grid/board-view.ts';

/** What can be done with the columns of the league on screen; kept at once. */
export interface ColumnChanges {
  /** Puts a column where another one stands, its group with it; answers all ids in their new order. */
  move(column: BoardColumn, to: BoardColumn): readonly string[];
  show(column: BoardColumn, isShown: boolean): void;
  /** Unit: px. */
  resize(column: BoardColumn, widthPx: number): void;
  /** Back to what holds for all leagues. */
  reset(): void;
}

/** Changes the columns, and says in words what has come of the last change. */
export function useColumnChanges({ offered, sport }: Pick<BoardView, 'offered' | 'sport'>): {
  readonly said: string;
  readonly change: ColumnChanges;
} {
  const { settings } = useStores();
  const [said, setSaid] = useState('');
  const change = useMemo((): ColumnChanges => {
    const ids = offered.map(({ id }) => id);
    const keep = (part: (change: ColumnChange) => Partial<Settings>) =>
      settings.change(part(new ColumnChange(settings.settings.read(), sport, ids)));
    const words = texts.columns;
    return {
      move(column, to) {
        keep((now) => now.move(column.id, to.id));
        const order = leagueColumns(settings.settings.read(), sport)!.order;
        const place = order.indexOf(column.id) + 1;
        const isAlone = column.group === null || column.group === to.group;
        setSaid((isAlone ? words.moved : words.movedWith(column.group))(column.name, place, ids.length));
        return order;
      },
      show(column, isShown) {
        keep((now) => now.show(column.id, isShown));
        setSaid(isShown ? words.shown(column.name) : words.hidden(column.name));
      },
      resize(column, widthPx) {
        keep((now) => now.resize(column.id, widthPx));
        setSaid(words.resized(column.name));
      },
      reset() {
        keep((now) => now.reset());
        setSaid(words.isReset);
      },
    };
  }, [offered, sport, settings]);
  return { said, change };
}

/** What a column's head says when pointed at. */
export function columnTitle(column: BoardColumn): string {
  const about = isBook(column) ? column.id : texts.columns.meanings[column.figure];
  const group = column.group === null ? [] : [texts.columns.inGroup(column.group)];
  return [about, ...group, texts.columns.headHint].join('\n');
}
