import uPlot from 'uplot';
import type { OddsFormat } from '#contract/settings.ts';
import { type ChartData, priceAtHeight } from '../../../stores/game/chart-data.ts';
import { priceText } from '../../../ui/odds-text.ts';
import { dayText, exactTimeText, timeText } from '../../../ui/time-text.ts';

/** Lines that differ by colour alone are told apart by their dashes as well. */
const DASHES = [[], [7, 3], [2, 3], [9, 3, 2, 3]] as const;
const COLOURS = 8;
const AXIS_WIDTH = 58;
/** Room for a time of day below the axis, px. */
const TIME_WIDTH = 84;
/** Free room above and below the lines, so that a price beyond them can be pointed at. Unit: share, cents. */
const PAD = { share: 0.15, least: 8 };
/** Whole steps between prices that are pointed at (the first that is no finer than a pixel) or written. Unit: cents. */
const STEPS = [1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000];
/** Free room right of the lines, for the last time below them, px. */
const RIGHT = TIME_WIDTH / 2;
const MINUTE_S = 60;

/** What a chart looks like, besides its data. */
export interface ChartLook {
  readonly width: number;
  readonly height: number;
  readonly sportsbooks: readonly string[];
  readonly format: OddsFormat;
  /** IANA name; empty text = the system's. */
  readonly timeZone: string;
}

/** A place on the chart: a time in Unix ms, a price, and how far below the plot's top it stands, px. */
export interface ChartPoint {
  readonly atMs: number;
  readonly american: number;
  readonly top: number;
}

/** What a chart tells as it is used. */
export interface ChartEvents {
  /** The place under the pointer; `null` = none. */
  pointed(point: ChartPoint | null): void;
  /** The user has chosen a part of the time. */
  zoomed(): void;
  /** A click on a place, not the end of a drag; one on a label is the label's own. */
  clicked(point: ChartPoint): void;
  /** The heights that are in sight, see `priceHeight`. */
  scaled(least: number, most: number): void;
}

/** A sign of one line: its colour and dashes. */
export interface LineSign {
  readonly colour: string;
  readonly dash: readonly number[];
}

/** How the line of a sportsbook is drawn: the next colour, and after the last one other dashes. */
export function lineSign(at: number): LineSign {
  return {
    colour: `var(--line-${(at % COLOURS) + 1})`,
    dash: DASHES[Math.floor(at / COLOURS) % DASHES.length]!,
  };
}

/** Draws a chart into an element. */
export function drawChart(
  host: HTMLElement,
  look: ChartLook,
  data: ChartData,
  { pointed, zoomed, clicked, scaled }: ChartEvents,
): uPlot {
  const colour = (name: string) => inkOf(host, name);
  const [ink, rule] = [colour('var(--text-muted)'), colour('var(--rule)')];
  const axis = { stroke: ink, grid: { stroke: rule, width: 1 }, ticks: { stroke: rule, width: 1 } };
  const font = `11px ${getComputedStyle(host).fontFamily}`;
  const chart = new uPlot(
    {
      width: look.width,
      height: look.height,
      legend: { show: false },
      padding: [null, RIGHT, null, null],
      // two clicks are two clicks: they do not undo a zoom as well
      cursor: { drag: { x: true, y: false }, focus: { prox: 24 }, bind: { dblclick: () => null } },
      focus: { alpha: 0.35 },
      scales: { x: { time: true }, y: { range: (_, least, most) => padded(least, most) } },
      ...(look.timeZone === ''
        ? {}
        : { tzDate: (timeS: number) => uPlot.tzDate(new Date(timeS * 1000), look.timeZone) }),
      axes: [
        { ...axis, font, space: TIME_WIDTH, values: (_, timesS, __, ___, stepS) => timeWords(timesS, stepS) },
        {
          ...axis,
          font,
          size: AXIS_WIDTH,
          incrs: STEPS,
          values: (_, heights) => heights.map((height) => priceText(priceAtHeight(height), look.format)),
        },
      ],
      series: [
        {},
        ...look.sportsbooks.map((label, at): uPlot.Series => {
          const sign = lineSign(at);
          return {
            label,
            stroke: colour(sign.colour),
            dash: [...sign.dash],
            width: 1.5,
            points: { show: false },
            paths: uPlot.paths.stepped!({ align: 1 }),
          };
        }),
      ],
      hooks: {
        setCursor: [
          (drawn) => {
            const { left = -1, top = -1 } = drawn.cursor;
            pointed(left < 0 ? null : pointAt(drawn, left, top));
          },
        ],
        setSelect: [({ select }) => select.width > 0 && zoomed()],
        setScale: [
          ({ scales }, key) => {
            const { min, max } = scales[key]!;
            if (key === 'y' && min !== undefined && max !== undefined) scaled(min, max);
          },
        ],
      },
    },
    aligned(data),
    host,
  );
  chart.over.addEventListener('click', ({ target, clientX, clientY }) => {
    if ((target as Element).closest('button')) return;
    // by the event's own place: the pointer follows a frame later
    const { left, top } = chart.over.getBoundingClientRect();
    clicked(pointAt(chart, clientX - left, clientY - top));
  });
  return chart;
}

/** The data as the chart takes it. */
export function aligned({ timesS, heights }: ChartData): uPlot.AlignedData {
  return [timesS as number[], ...heights.map((column) => column as (number | null | undefined)[])];
}

/** How fine prices can be pointed at: whole cents, coarser where a pixel is more. Unit: cents. */
export function priceStep({ scales, over }: uPlot): number {
  const { min = 0, max = 0 } = scales['y']!;
  const centsAPixel = (max - min) / Math.max(1, over.clientHeight);
  return STEPS.find((step) => step >= centsAPixel) ?? STEPS.at(-1)!;
}

function pointAt(chart: uPlot, left: number, top: number): ChartPoint {
  const step = priceStep(chart);
  const height = Math.round(chart.posToVal(top, 'y') / step) * step;
  return { atMs: chart.posToVal(left, 'x') * 1000, american: priceAtHeight(height), top };
}

/** Times in the user's way of writing them; below the first, and where another day begins, the day. */
function timeWords(timesS: readonly number[], stepS: number): string[] {
  let day = '';
  return timesS.map((timeS) => {
    const atMs = timeS * 1000;
    const before = day;
    day = dayText(atMs, Date.now());
    const time = stepS < MINUTE_S ? exactTimeText(atMs) : timeText(atMs);
    return day === before ? time : `${time}\n${day}`;
  });
}

function padded(least: number | null, most: number | null): [number, number] {
  if (least === null || most === null) return [-20, 20];
  const pad = Math.max(PAD.least, (most - least) * PAD.share);
  return [least - pad, most + pad];
}

/** A canvas knows no custom properties and no `light-dark()`: the page works them out. */
function inkOf(host: HTMLElement, colour: string): string {
  const probe = document.createElement('span');
  probe.style.color = colour;
  host.append(probe);
  const ink = getComputedStyle(probe).color;
  probe.remove();
  return ink;
}
