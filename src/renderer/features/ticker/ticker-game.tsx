import { memo, useEffect, useReducer } from 'react';
import type { ScreenRow } from '#contract/odds-screen.ts';
import { bestBooks, betterLineOf } from '../../stores/odds/best-books.ts';
import { texts } from '../../texts.ts';
import { lineText, priceText } from '../../ui/odds-text.ts';
import { useStores } from '../stores-context.ts';
import { useSelected } from '../use-observable.ts';

interface TickerGameProps {
  readonly row: ScreenRow;
  /** Names of the sportsbooks that may be best, by their column. */
  readonly names: ReadonlyMap<number, string>;
}

/** One game: a line per side with its best price and where it is. Wakes with its row alone. */
export const TickerGame = memo(function TickerGame({ row, names }: TickerGameProps) {
  const { screen, settings } = useStores();
  const format = useSelected(settings.settings, (current) => current.oddsFormat);
  const [, wake] = useReducer((wakes: number) => wakes + 1, 0);
  useEffect(() => screen.watchRow(row.rowId, wake), [screen, row.rowId]);
  const { cells } = screen;
  const columns = [...names.keys()];

  return (
    <tbody>
      {row.sides.map((side, at) => {
        const [best] = bestBooks({
          cells,
          rowId: row.rowId,
          side: at,
          columns,
          betterLine: betterLineOf(side),
          ...screen.freshness.read(),
        });
        const cell = best === undefined ? -1 : cells.indexOf(row.rowId, at, best);
        const isTotal = /^(over|under)$/i.test(side);
        return (
          <tr key={side}>
            <th scope="row">{isTotal ? texts.screen.sideLabel(side, row.away, row.home) : side}</th>
            <td className="floating-line">{cell < 0 ? '' : lineText(cells.line[cell]!, !isTotal)}</td>
            <td className="floating-price">
              {cell < 0 ? (
                <span title={texts.ticker.noBest}>–</span>
              ) : (
                priceText(cells.american[cell]!, format)
              )}
            </td>
            <td className="floating-book">{best === undefined ? '' : names.get(best)}</td>
          </tr>
        );
      })}
    </tbody>
  );
});
