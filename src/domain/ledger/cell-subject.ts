import { lineText } from '../identity/selection/bet-line.ts';
import type { BetSubject } from './noted-bet.ts';

/** A cell of the odds screen: which market, how many sides its row has, which of them, at which line. */
export interface ScreenCell {
  /** `moneyline`, `spread` or `total`. */
  readonly market: string;
  /** Sides of the row: away, home and perhaps the draw; over and under for a total. */
  readonly sides: number;
  readonly side: number;
  /** `NaN` where the market has none. */
  readonly line: number;
}

/** What a bet on a cell is on; `null` for a cell that no market has. Agrees with `betIdentity` of its selection. */
export function subjectOfCell({ market, sides, side, line }: ScreenCell): BetSubject | null {
  const name = (market === 'total' ? ['over', 'under'] : ['away', 'home', 'draw'])[side];
  if (name === undefined || side >= sides) return null;
  const kind = sides === 3 ? `three-way ${market}` : market;
  if (market === 'moneyline') return { market: `game|${kind}`, side: name };
  if (Number.isNaN(line)) return null;
  if (market === 'total') return { market: `game|total|${lineText(line)}`, side: name };
  const homeLine = name === 'away' ? -line : line;
  return market === 'spread' ? { market: `game|${kind}|${lineText(homeLine)}`, side: name } : null;
}
