import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { OddsFormat } from '#contract/settings.ts';
import { type ChartLine, chartData } from '../../../stores/game/chart-data.ts';
import { CHART_RANGES, type ChartRange, RANGE_MS } from '../../../stores/game/price-history.ts';
import { texts } from '../../../texts.ts';
import { priceText } from '../../../ui/odds-text.ts';
import { AlertsIcon } from '../../../ui/screen-icons.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { momentText } from '../../../ui/time-text.ts';
import { ChartFigures } from './chart-figures.tsx';
import { pressOnChart } from './chart-keys.ts';
import { type ChartMark, ChartMarks } from './chart-marks.tsx';
import { useDrawnChart } from './use-drawn-chart.ts';

/** Where the time ends that is drawn beyond the last word, so that new points have room. */
const AHEAD_MS = 5_000;
const LEAST_MS = 60_000;
const EVEN = 100;

interface PriceChartProps {
  /** What was bet on, in words. */
  readonly name: string;
  readonly lines: readonly ChartLine[];
  /** The end of the time that is drawn, Unix ms. */
  readonly nowMs: number;
  /** What the newest prices are called. */
  readonly nowLabel: string;
  readonly range: ChartRange;
  readonly onRange: (range: ChartRange) => void;
  readonly format: OddsFormat;
  /** Prices that are drawn across. */
  readonly marks: readonly ChartMark[];
  /** What is said while there are no lines. */
  readonly empty: string;
  readonly failure: string | null;
  /** A price was picked; `null` = there is nothing to pick one for. */
  readonly onPick: ((american: number) => void) | null;
  /** Where a keyboard begins to point: the best price now, say; `null` = none. */
  readonly restAmerican: number | null;
}

/** Prices of a bet over time: a line for each sportsbook, and its figures beside it. */
export function PriceChart(props: PriceChartProps) {
  const {
    name,
    lines,
    nowMs,
    nowLabel,
    range,
    onRange,
    format,
    marks,
    empty,
    failure,
    onPick,
    restAmerican,
  } = props;
  const [isByKey, setByKey] = useState(false);
  const host = useRef<HTMLDivElement>(null);
  const words = texts.game.chart;

  const firstMs = Math.min(nowMs - LEAST_MS, ...lines.map(({ points }) => points[0]!.atMs));
  const fromMs = Math.max(firstMs, nowMs - RANGE_MS[range]);
  const data = useMemo(() => chartData(lines, fromMs, nowMs + AHEAD_MS), [lines, fromMs, nowMs]);
  const drawn = useDrawnChart({ host, lines, data, format, clicked: ({ american }) => onPick?.(american) });
  const { chart, plot, point, scale, isZoomed, setZoomed } = drawn;
  const rest = point?.american ?? restAmerican ?? EVEN;

  const press = (event: KeyboardEvent) => {
    const isOfLabel = event.target !== host.current;
    if (!chart.current || isOfLabel || event.altKey || event.ctrlKey || event.metaKey) return;
    const did = pressOnChart(chart.current, event, point, rest);
    if (did === null) return;
    event.preventDefault();
    setByKey(true);
    if (did === 'zoomed') setZoomed(true);
    if (did === 'whole') setZoomed(false);
    if (did === 'picked') onPick?.(rest);
  };
  const chooseRange = (next: ChartRange) => {
    setZoomed(false);
    onRange(next);
  };
  const canPick = onPick !== null;

  return (
    <section className="chart" aria-label={words.label(name)}>
      <header className="chart-head">
        <h2 className="chart-title">{name}</h2>
        <Segments
          label={words.range}
          segments={CHART_RANGES.map((value) => ({ value, label: words.ranges[value] }))}
          value={range}
          onChoose={chooseRange}
        />
        {isZoomed ? (
          <button type="button" className="button button-quiet" onClick={() => setZoomed(false)}>
            {words.zoomed}
          </button>
        ) : null}
        {failure === null ? (
          <span className="hint" title={words.hintTitle}>
            {canPick ? words.pickHint : words.hint}
          </span>
        ) : (
          <span className="chart-failure">{failure}</span>
        )}
      </header>
      <p className="spoken" role="status">
        {point && isByKey ? words.at(priceText(point.american, format), momentText(point.atMs, nowMs)) : ''}
      </p>
      <div className="chart-body">
        <div
          className="chart-canvas"
          ref={host}
          role="application"
          aria-label={words.label(name)}
          aria-description={words.keys}
          data-picks={canPick || undefined}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: keys zoom, move the pointer and pick a price.
          tabIndex={0}
          onKeyDown={press}
          onPointerMove={() => setByKey(false)}
        >
          {lines.length === 0 ? <p className="hint">{empty}</p> : null}
          {plot === null
            ? null
            : createPortal(
                <>
                  <ChartMarks marks={marks} {...scale} />
                  {point && canPick ? (
                    <span className="chart-tag" aria-hidden="true" style={{ top: point.top }}>
                      <AlertsIcon size={12} />
                      {priceText(point.american, format)}
                    </span>
                  ) : null}
                </>,
                plot,
              )}
        </div>
        <ChartFigures
          lines={lines}
          atMs={point?.atMs ?? null}
          nowMs={nowMs}
          nowLabel={nowLabel}
          format={format}
        />
      </div>
    </section>
  );
}
