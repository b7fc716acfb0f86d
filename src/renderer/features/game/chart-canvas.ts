import uPlot from 'uplot';
import type { OddsFormat } from '#contract/settings.ts';
import { type ChartData, priceAtHeight, priceHeight } from '../../stores/game/chart-data.ts';
import { priceText } from '../../ui/odds-text.ts';

/** Lines that differ by colour alone are told apart by their dashes as well. */
const DASHES = [[], [7, 3], [2, 3], [9, 3, 2, 3]] as const;
const COLOURS = 8;
const AXIS_WIDTH = 58;

/** What a chart looks like, besides its data. */
export interface ChartLook {
  readonly width: number;
  readonly height: number;
  readonly sportsbooks: readonly string[];
  readonly format: OddsFormat;
  /** IANA name; empty text = the system's. */
  readonly timeZone: string;
  /** Prices at which the user has bets, and how they are called. */
  readonly marks: readonly { readonly american: number; readonly label: string }[];
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

/** Draws a chart into an element. `pointed` hears the time under the pointer, Unix ms; `null` = none. */
export function drawChart(
  host: HTMLElement,
  look: ChartLook,
  data: ChartData,
  pointed: (atMs: number | null) => void,
): uPlot {
  const colour = (name: string) => inkOf(host, name);
  const [ink, rule] = [colour('var(--text-muted)'), colour('var(--rule)')];
  const axis = { stroke: ink, grid: { stroke: rule, width: 1 }, ticks: { stroke: rule, width: 1 } };
  const font = `11px ${getComputedStyle(host).fontFamily}`;
  return new uPlot(
    {
      width: look.width,
      height: look.height,
      legend: { show: false },
      cursor: { drag: { x: true, y: false }, focus: { prox: 24 } },
      focus: { alpha: 0.35 },
      scales: { x: { time: true }, y: { range: (_, least, most) => padded(least, most) } },
      ...(look.timeZone === ''
        ? {}
        : { tzDate: (timeS: number) => uPlot.tzDate(new Date(timeS * 1000), look.timeZone) }),
      axes: [
        { ...axis, font },
        {
          ...axis,
          font,
          size: AXIS_WIDTH,
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
          ({ cursor, posToVal }) =>
            pointed(cursor.left === undefined || cursor.left < 0 ? null : posToVal(cursor.left, 'x') * 1000),
        ],
        draw: [(chart) => drawMarks(chart, look, colour('var(--accent)'), font)],
      },
    },
    aligned(data),
    host,
  );
}

/** The data as the chart takes it. */
export function aligned({ timesS, heights }: ChartData): uPlot.AlignedData {
  return [timesS as number[], ...heights.map((column) => column as (number | null | undefined)[])];
}

function padded(least: number | null, most: number | null): [number, number] {
  if (least === null || most === null) return [-20, 20];
  const pad = Math.max(4, (most - least) * 0.1);
  return [least - pad, most + pad];
}

function drawMarks(chart: uPlot, { marks }: ChartLook, colour: string, font: string): void {
  const { ctx, bbox } = chart;
  for (const { american, label } of marks) {
    const top = chart.valToPos(priceHeight(american), 'y', true);
    if (top < bbox.top || top > bbox.top + bbox.height) continue;
    ctx.save();
    ctx.strokeStyle = colour;
    ctx.fillStyle = colour;
    ctx.lineWidth = devicePixelRatio;
    ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio]);
    ctx.beginPath();
    ctx.moveTo(bbox.left, top);
    ctx.lineTo(bbox.left + bbox.width, top);
    ctx.stroke();
    ctx.font = font.replace('11px', `${11 * devicePixelRatio}px`);
    ctx.fillText(label, bbox.left + 6 * devicePixelRatio, top - 4 * devicePixelRatio);
    ctx.restore();
  }
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
