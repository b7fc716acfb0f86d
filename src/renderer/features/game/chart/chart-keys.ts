import type { KeyboardEvent } from 'react';
import type uPlot from 'uplot';
import { priceHeight } from '../../../stores/game/chart-data.ts';
import { type ChartPoint, priceStep } from './chart-canvas.ts';

/** How much of the range a key leaves, and how far it moves the time: shares of what is shown. */
const ZOOM = 0.7;
const STEP = 0.02;
/** With Shift a price moves by so many steps. */
const FAR = 10;

/** What a key did to the chart: zoomed it, chose the whole range, moved the pointer, picked its place; `null` = nothing. */
export type ChartKey = 'zoomed' | 'whole' | 'moved' | 'picked' | null;

/** Uses a chart by keyboard. `point`: where the pointer is, `restAmerican`: where it begins. */
export function pressOnChart(
  chart: uPlot,
  { key, shiftKey }: KeyboardEvent,
  point: ChartPoint | null,
  restAmerican: number,
): ChartKey {
  switch (key) {
    case '+':
    case '-':
      zoom(chart, key === '+' ? ZOOM : 1 / ZOOM);
      return 'zoomed';
    case '0':
      return 'whole';
    case 'ArrowLeft':
    case 'ArrowRight':
      movePointer(chart, point, restAmerican, key === 'ArrowLeft' ? -STEP : STEP, 0);
      return 'moved';
    case 'ArrowUp':
    case 'ArrowDown': {
      const steps = (key === 'ArrowUp' ? 1 : -1) * (shiftKey ? FAR : 1);
      movePointer(chart, point, restAmerican, 0, steps * priceStep(chart));
      return 'moved';
    }
    case 'Enter':
      return 'picked';
    default:
      return null;
  }
}

function zoom(chart: uPlot, factor: number): void {
  const { min, max } = chart.scales['x']!;
  if (min === undefined || max === undefined) return;
  const half = ((max - min) / 2) * factor;
  const middle = (min + max) / 2;
  chart.setScale('x', { min: middle - half, max: middle + half });
}

/** Moves the pointer, from the newest time and `restAmerican` where there is none; `by` of the width, and in cents. */
function movePointer(
  chart: uPlot,
  point: ChartPoint | null,
  restAmerican: number,
  by: number,
  cents: number,
): void {
  const { clientWidth, clientHeight } = chart.over;
  const from = point === null ? clientWidth : chart.valToPos(point.atMs / 1000, 'x');
  const left = Math.max(0, Math.min(clientWidth - 1, from + by * clientWidth));
  const height = priceHeight(point?.american ?? restAmerican) + cents;
  const top = Math.max(0, Math.min(clientHeight, chart.valToPos(height, 'y')));
  chart.setCursor({ left, top });
}
