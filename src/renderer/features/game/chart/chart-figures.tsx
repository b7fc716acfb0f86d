import { useMemo } from 'react';
import type { OddsFormat } from '#contract/settings.ts';
import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import { summarize } from '#domain/history/series-summary.ts';
import type { PricePoint } from '#domain/history/thin.ts';
import { type ChartLine, priceAt } from '../../../stores/game/chart-data.ts';
import { texts } from '../../../texts.ts';
import { priceText } from '../../../ui/odds-text.ts';
import { momentText } from '../../../ui/time-text.ts';
import { lineSign } from './chart-canvas.ts';

interface ChartFiguresProps {
  readonly lines: readonly ChartLine[];
  /** The time under the pointer, Unix ms; `null` = now. */
  readonly atMs: number | null;
  /** The newest time of the chart, Unix ms. */
  readonly nowMs: number;
  /** What the newest prices are called. */
  readonly nowLabel: string;
  readonly format: OddsFormat;
}

/** What became of the price at each sportsbook, in figures: the chart for those who can't see it. */
export function ChartFigures({ lines, atMs, nowMs, nowLabel, format }: ChartFiguresProps) {
  const words = texts.game.chart;
  const summaries = useMemo(() => lines.map(({ points }) => summarize(points)), [lines]);
  const write = (point: PricePoint | null) => (point === null ? '' : priceText(point.american, format));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
    <div className="chart-figures" tabIndex={0}>
      <table aria-label={words.figures}>
        <thead>
          <tr>
            <th scope="col">{words.sportsbook}</th>
            <th scope="col">{atMs === null ? nowLabel : momentText(atMs, nowMs)}</th>
            <th scope="col">{words.open}</th>
            <th scope="col">{words.high}</th>
            <th scope="col">{words.low}</th>
            <th scope="col">{words.moves}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ sportsbook, points }, at) => {
            const { opener, highest, lowest, moves } = summaries[at]!;
            const price = priceAt(points, atMs ?? Number.POSITIVE_INFINITY);
            const { colour, dash } = lineSign(at);
            return (
              <tr key={sportsbook}>
                <th scope="row">
                  <svg className="chart-sign" width="18" height="8" aria-hidden="true">
                    <line x1="0" y1="4" x2="18" y2="4" stroke={colour} strokeDasharray={dash.join(' ')} />
                  </svg>
                  {sportsbookName(sportsbook)}
                </th>
                <td className="chart-now">
                  {price === null ? words.suspended : price === undefined ? '' : priceText(price, format)}
                </td>
                <td>{write(opener)}</td>
                <td>{write(highest)}</td>
                <td>{write(lowest)}</td>
                <td>{moves}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
