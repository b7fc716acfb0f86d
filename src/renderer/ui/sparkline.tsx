import type { PricePoint } from '#domain/history/thin.ts';
import { type AmericanOdds, NOT_OFFERED } from '#domain/odds/american.ts';
import { impliedProbability } from '#domain/odds/convert.ts';

const WIDTH = 96;
const HEIGHT = 20;
const PAD = 2;

interface SparklineProps {
  /** The oldest first. */
  readonly points: readonly PricePoint[];
  /** What it shows, in words. */
  readonly label: string;
  /** The span, Unix ms. */
  readonly fromMs: number;
  readonly toMs: number;
}

/** The course of a price as a small step line; the likelier the higher, broken where it was not offered. */
export function Sparkline({ points, label, fromMs, toMs }: SparklineProps) {
  const chances = points.map(({ american }) =>
    american === NOT_OFFERED ? null : impliedProbability(american as AmericanOdds),
  );
  const offered = chances.filter((chance) => chance !== null);
  if (offered.length === 0) return null;
  const [least, most] = [Math.min(...offered), Math.max(...offered)];
  const x = (atMs: number) =>
    PAD + ((Math.max(fromMs, atMs) - fromMs) / Math.max(1, toMs - fromMs)) * (WIDTH - 2 * PAD);
  const y = (chance: number) =>
    most === least ? HEIGHT / 2 : PAD + ((most - chance) / (most - least)) * (HEIGHT - 2 * PAD);
  const path = chances
    .map((chance, at) => {
      if (chance === null) return '';
      const isFirst = at === 0 || chances[at - 1] === null;
      const [startX, height] = [x(points[at]!.atMs).toFixed(1), y(chance).toFixed(1)];
      const endX = x(points[at + 1]?.atMs ?? toMs).toFixed(1);
      return `${isFirst ? `M${startX} ${height}` : `V${height}`}H${endX}`;
    })
    .join('');
  return (
    <svg className="sparkline" role="img" aria-label={label} width={WIDTH} height={HEIGHT}>
      <title>{label}</title>
      <path d={path} />
    </svg>
  );
}
