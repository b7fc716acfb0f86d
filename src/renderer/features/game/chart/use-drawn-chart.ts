import { type RefObject, useEffect, useRef, useState } from 'react';
import type uPlot from 'uplot';
import type { OddsFormat } from '#contract/settings.ts';
import type { ChartData, ChartLine } from '../../../stores/game/chart-data.ts';
import { useElementSize } from '../../odds-screen/grid/use-element-size.ts';
import { useStores } from '../../stores-context.ts';
import { useSelected } from '../../use-observable.ts';
import { aligned, type ChartPoint, drawChart } from './chart-canvas.ts';

interface DrawnChartNeeds {
  readonly host: RefObject<HTMLElement | null>;
  readonly lines: readonly ChartLine[];
  readonly data: ChartData;
  readonly format: OddsFormat;
  /** A click on a place of the plot. */
  readonly clicked: (point: ChartPoint) => void;
}

/** A chart as it is drawn, and how it is looked at. */
export interface DrawnChart {
  readonly chart: RefObject<uPlot | null>;
  /** The place of the lines; `null` while nothing is drawn. */
  readonly plot: HTMLElement | null;
  /** Where the pointer is; `null` = nowhere. */
  readonly point: ChartPoint | null;
  /** The heights in sight, see `priceHeight`. */
  readonly scale: { readonly least: number; readonly most: number };
  readonly isZoomed: boolean;
  readonly setZoomed: (isZoomed: boolean) => void;
}

/** Draws a chart into its host, anew where its shape changes; new data only moves its lines. */
export function useDrawnChart({ host, lines, data, format, clicked }: DrawnChartNeeds): DrawnChart {
  const { settings } = useStores();
  const [point, setPoint] = useState<ChartPoint | null>(null);
  const [isZoomed, setZoomed] = useState(false);
  const [scale, setScale] = useState({ least: 0, most: 1 });
  const [plot, setPlot] = useState<HTMLElement | null>(null);
  const chart = useRef<uPlot | null>(null);
  const click = useRef(clicked);
  click.current = clicked;
  const { width, height } = useElementSize(host);
  const timeZone = useSelected(settings.settings, (current) => current.timeZone);
  const theme = useSelected(settings.settings, (current) => current.theme);
  const sportsbooks = lines.map(({ sportsbook }) => sportsbook);
  const shape = JSON.stringify([sportsbooks, format, timeZone, theme, width, height]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` says all that a new chart is for.
  useEffect(() => {
    const element = host.current;
    if (!element || width === 0 || height === 0 || lines.length === 0) return;
    const look = { width, height, sportsbooks, format, timeZone };
    const drawn = drawChart(element, look, data, {
      pointed: setPoint,
      zoomed: () => setZoomed(true),
      scaled: (least, most) => setScale({ least, most }),
      clicked: (place) => click.current(place),
    });
    chart.current = drawn;
    setPlot(drawn.over);
    setZoomed(false);
    return () => {
      chart.current = null;
      setPlot(null);
      setPoint(null);
      drawn.destroy();
    };
  }, [shape]);
  // a zoomed chart keeps its range
  useEffect(() => {
    chart.current?.setData(aligned(data), !isZoomed);
  }, [data, isZoomed]);

  return { chart, plot, point, scale, isZoomed, setZoomed };
}
