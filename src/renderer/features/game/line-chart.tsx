import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type uPlot from 'uplot';
import type { GameHead, GameRow } from '#contract/game.ts';
import { chartData } from '../../stores/game/chart-data.ts';
import { CHART_RANGES, type ChartRange, RANGE_MS } from '../../stores/game/price-history.ts';
import { texts } from '../../texts.ts';
import { priceText } from '../../ui/odds-text.ts';
import { Segments } from '../../ui/segments.tsx';
import type { BoardView } from '../odds-screen/board-view.ts';
import { useElementSize } from '../odds-screen/use-element-size.ts';
import { useStores } from '../stores-context.ts';
import { useObservable, useSelected } from '../use-observable.ts';
import { aligned, drawChart } from './chart-canvas.ts';
import { ChartFigures } from './chart-figures.tsx';
import { betName } from './market-words.tsx';
import { useLines } from './use-lines.ts';

/** How much of the range a key leaves, and how far it moves the time: shares of what is shown. */
const ZOOM = 0.7;
const STEP = 0.02;
const TICK_MS = 5_000;

interface LineChartProps {
  readonly head: GameHead;
  readonly row: GameRow;
  readonly side: number;
  readonly view: BoardView;
}

/** The history of a bet: a line for each sportsbook, and its figures beside it. */
export function LineChart({ head, row, side, view }: LineChartProps) {
  const { bets, clock, settings } = useStores();
  const [range, setRange] = useState<ChartRange>('6h');
  const [atMs, setAt] = useState<number | null>(null);
  const [isZoomed, setZoomed] = useState(false);
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const { width, height } = useElementSize(host);
  const nowMs = useSelected(clock, (ms) => Math.floor(ms / TICK_MS) * TICK_MS);
  const timeZone = useSelected(settings.settings, (current) => current.timeZone);
  const theme = useSelected(settings.settings, (current) => current.theme);
  const noted = useObservable(bets.bets);
  const { lines, history } = useLines({ head, row, side, range, view });
  const betSide = row.sides[side] ?? '';
  const name = betName(head, row, betSide);

  const marks = (noted ?? [])
    .filter(
      ({ game, subject }) =>
        subject?.market === row.market &&
        subject.side === betSide &&
        head.labels.some(({ label }) => label === game),
    )
    .map(({ american }) => ({ american, label: texts.game.chart.noted(priceText(american, view.format)) }));
  const firstMs = Math.min(nowMs - 60_000, ...lines.map(({ points }) => points[0]!.atMs));
  const fromMs = Math.max(firstMs, nowMs - RANGE_MS[range]);
  const data = useMemo(() => chartData(lines, fromMs, nowMs + TICK_MS), [lines, fromMs, nowMs]);
  const sportsbooks = lines.map(({ sportsbook }) => sportsbook);
  const shape = JSON.stringify([sportsbooks, view.format, timeZone, theme, width, height, marks]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` says all that a new chart is for.
  useEffect(() => {
    const element = host.current;
    if (!element || width === 0 || height === 0 || lines.length === 0) return;
    const look = { width, height, sportsbooks, format: view.format, timeZone, marks };
    const drawn = drawChart(element, look, data, setAt);
    drawn.over.addEventListener('mouseup', () => setZoomed(true));
    drawn.over.addEventListener('dblclick', () => setZoomed(false));
    chart.current = drawn;
    setZoomed(false);
    return () => {
      chart.current = null;
      drawn.destroy();
    };
  }, [shape]);
  // a zoomed chart keeps its range
  useEffect(() => {
    chart.current?.setData(aligned(data), !isZoomed);
  }, [data, isZoomed]);

  const press = (event: KeyboardEvent) => {
    const drawn = chart.current;
    if (!drawn || event.altKey || event.ctrlKey || event.metaKey) return;
    const { min, max } = drawn.scales['x']!;
    if (min === undefined || max === undefined) return;
    if (event.key === '+' || event.key === '-') {
      const half = ((max - min) / 2) * (event.key === '+' ? ZOOM : 1 / ZOOM);
      const middle = (min + max) / 2;
      setZoomed(true);
      drawn.setScale('x', { min: middle - half, max: middle + half });
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const present = drawn.cursor.left ?? -1;
      const from = present < 0 ? drawn.over.clientWidth : present;
      const step = drawn.over.clientWidth * STEP * (event.key === 'ArrowLeft' ? -1 : 1);
      const left = Math.max(0, Math.min(drawn.over.clientWidth - 1, from + step));
      drawn.setCursor({ left, top: drawn.over.clientHeight / 2 });
    } else return;
    event.preventDefault();
  };

  return (
    <section className="chart" aria-label={texts.game.chart.label(name)}>
      <header className="chart-head">
        <h2 className="chart-title">{name}</h2>
        <Segments
          label={texts.game.chart.range}
          segments={CHART_RANGES.map((value) => ({ value, label: texts.game.chart.ranges[value] }))}
          value={range}
          onChoose={setRange}
        />
        {isZoomed ? (
          <button type="button" className="button button-quiet" onClick={() => setZoomed(false)}>
            {texts.game.chart.zoomed}
          </button>
        ) : (
          <span className="hint">{texts.game.chart.hint}</span>
        )}
        {history?.failure ? <span className="chart-failure">{history.failure}</span> : null}
      </header>
      <div className="chart-body">
        <div
          className="chart-canvas"
          ref={host}
          role="application"
          aria-label={texts.game.chart.label(name)}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: keys zoom and move the time.
          tabIndex={0}
          onKeyDown={press}
        >
          {lines.length === 0 ? (
            <p className="hint">{history === null ? texts.game.chart.reading : texts.game.chart.empty}</p>
          ) : null}
        </div>
        <ChartFigures lines={lines} atMs={atMs} format={view.format} />
      </div>
    </section>
  );
}
