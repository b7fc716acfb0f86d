import { priceHeight } from '../../../stores/game/chart-data.ts';
import { AlertsIcon, BetsIcon } from '../../../ui/screen-icons.tsx';

const ICON_SIZE = 12;
/** Labels that stand closer than this would cover one another: the next goes beside. Unit: share of the height. */
const CLOSE = 0.11;
/** Labels that find room beside one another. */
const LANES = 3;

/** A price that is drawn across the chart. */
export interface ChartMark {
  readonly id: string;
  readonly kind: 'bet' | 'alert';
  readonly american: number;
  readonly label: string;
  /** What a click on the label does, in words and in deed; without it the label is no button. */
  readonly action?: { readonly title: string; readonly run: () => void };
}

interface ChartMarksProps {
  readonly marks: readonly ChartMark[];
  /** The heights in sight, see `priceHeight`. */
  readonly least: number;
  readonly most: number;
}

/** Lines across the chart with their labels; a price that is out of sight has its label at the edge, with an arrow. */
export function ChartMarks({ marks, least, most }: ChartMarksProps) {
  return (
    <ul className="chart-marks">
      {placed(marks, least, most).map(({ mark, top, lane }) => (
        <li
          key={mark.id}
          className="chart-mark"
          data-kind={mark.kind}
          data-beyond={top < 0 || top > 1 || undefined}
          style={markStyle(top, lane)}
        >
          <MarkLabel mark={mark} arrow={top < 0 ? '▲ ' : top > 1 ? '▼ ' : ''} />
        </li>
      ))}
    </ul>
  );
}

function markStyle(top: number, lane: number): Record<string, string> {
  return {
    top: `${Math.max(0, Math.min(1, top)) * 100}%`,
    '--lane': String(lane),
    // in the lower half the label stands above its line
    '--label-shift': top > 0.5 ? '-100%' : '0%',
  };
}

function MarkLabel({ mark, arrow }: { readonly mark: ChartMark; readonly arrow: string }) {
  const { kind, label, action } = mark;
  const words = (
    <>
      {kind === 'alert' ? <AlertsIcon size={ICON_SIZE} /> : <BetsIcon size={ICON_SIZE} />}
      <span className="chart-mark-words">
        {arrow}
        {label}
      </span>
    </>
  );
  if (!action) return <span className="chart-mark-label">{words}</span>;
  return (
    <button type="button" className="chart-mark-label" title={action.title} onClick={action.run}>
      {words}
    </button>
  );
}

/** From the top down; `top`: share of the height, beyond 0 and 1 out of sight. */
function placed(marks: readonly ChartMark[], least: number, most: number) {
  let [lastTop, lane] = [Number.NEGATIVE_INFINITY, 0];
  return marks
    .map((mark) => ({ mark, top: (most - priceHeight(mark.american)) / (most - least) }))
    .sort((left, right) => left.top - right.top)
    .map((each) => {
      const top = Math.max(0, Math.min(1, each.top));
      lane = top - lastTop < CLOSE ? (lane + 1) % LANES : 0;
      lastTop = top;
      return { ...each, lane };
    });
}
