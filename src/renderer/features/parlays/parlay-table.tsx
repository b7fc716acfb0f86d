import { useMemo } from 'react';
import type { ParlayView } from '#contract/parlays.ts';
import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import { compareParlays, orderParlays, type ParlayColumn } from '../../stores/parlays/parlay-order.ts';
import { texts } from '../../texts.ts';
import { FigureTable } from '../../ui/figure-table.tsx';
import { useStores } from '../stores-context.ts';
import { useObservable, useSelected } from '../use-observable.ts';
import { ParlayRow } from './parlay-row.tsx';

const COLUMNS: readonly ParlayColumn[] = ['difference', 'posted', 'product', 'bets'];
/** Those that say the most: a narrow window has no room for the others. */
const NARROW: ReadonlySet<ParlayColumn> = new Set(['difference', 'posted']);

interface ParlayTableProps {
  readonly parlays: readonly ParlayView[];
  readonly sportsbook: string;
}

/** One row a parlay, its legs within. */
export function ParlayTable({ parlays, sportsbook }: ParlayTableProps) {
  const { settings, parlays: store } = useStores();
  const format = useSelected(settings.settings, (current) => current.oddsFormat);
  const order = useObservable(store.order);
  const compared = useMemo(() => compareParlays(parlays), [parlays]);
  const rows = useMemo(() => orderParlays(compared, order.column, order.isDescending), [compared, order]);

  const orderBy = (column: ParlayColumn) =>
    store.order.write({ column, isDescending: column === order.column ? !order.isDescending : true });

  return (
    <FigureTable className="parlays" label={texts.parlays.table(sportsbookName(sportsbook))}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th
              key={column}
              scope="col"
              className={NARROW.has(column) ? 'figure' : 'figure wide-column'}
              aria-sort={
                column === order.column ? (order.isDescending ? 'descending' : 'ascending') : undefined
              }
            >
              <button
                type="button"
                className="sort"
                title={column === 'difference' ? texts.parlays.differenceTitle : undefined}
                onClick={() => orderBy(column)}
              >
                {texts.parlays.columns[column]}
                <span className="sort-sign" aria-hidden="true">
                  {column !== order.column ? '' : order.isDescending ? '▼' : '▲'}
                </span>
              </button>
            </th>
          ))}
          <th scope="col" className="parlay-legs">
            {texts.parlays.columns.legs}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ParlayRow
            key={parlays.indexOf(row.parlay)}
            compared={row}
            sportsbook={sportsbook}
            format={format}
          />
        ))}
      </tbody>
    </FigureTable>
  );
}
