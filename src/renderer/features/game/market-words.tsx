import type { GameHead, GameRow } from '#contract/game.ts';
import { sideLine } from '../../stores/odds/side-line.ts';
import { texts } from '../../texts.ts';
import { lineText } from '../../ui/odds-text.ts';
import { SideName } from '../odds-screen/cells/side-name.tsx';
import { sideWords } from '../odds-screen/cells/side-words.ts';
import type { RowWords } from '../odds-screen/grid/board-row.tsx';
import type { ListedMarket } from './market-list.ts';

const FIRST_WIDTH = 184;

type Teams = Pick<GameHead, 'home' | 'away'>;

/** What stands before the prices of a market: its name, whom it is about, then the names of its sides. */
export function marketWords(teams: Teams, fold: (family: string) => void): RowWords<ListedMarket> {
  return {
    heads: [texts.game.market, texts.game.side],
    firstWidth: FIRST_WIDTH,
    labelOf: (row) =>
      [whoseMarket(row, teams), marketName(row), row.line].filter((part) => part !== null).join(' '),
    cellsOf: (row, line) => (
      <>
        {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the table itself has the focus. */}
        <div className="start market" role="gridcell" aria-colindex={1}>
          <MarketPart row={row} whose={whoseMarket(row, teams)} line={line} fold={fold} />
        </div>
        <SideName name={sideWords(row.sides[line] ?? '', teams)} />
      </>
    ),
  };
}

interface MarketPartProps {
  readonly row: ListedMarket;
  readonly whose: string | null;
  readonly line: number;
  readonly fold: (family: string) => void;
}

function MarketPart({ row, whose, line, fold }: MarketPartProps) {
  const lone = row.sides.length === 1;
  if (line === 0)
    return (
      <>
        <span className="market-name" title={marketName(row)}>
          {whose ?? marketName(row)}
        </span>
        {lone ? <FoldButton row={row} fold={fold} /> : null}
      </>
    );
  if (line > 1) return null;
  return (
    <>
      <span className="market-about">{whose === null ? '' : marketName(row)}</span>
      <FoldButton row={row} fold={fold} />
    </>
  );
}

function FoldButton({ row, fold }: { readonly row: ListedMarket; readonly fold: (family: string) => void }) {
  if (row.folded === 0) return null;
  return (
    <button
      type="button"
      className="market-fold"
      tabIndex={-1}
      title={texts.game.unfoldTitle}
      onClick={() => fold(row.family)}
    >
      {texts.game.folded(row.folded)}
    </button>
  );
}

/** Whom a market is about: a player, or one of the teams; `null` for one that is about the game. */
export function whoseMarket({ player, market, kind }: GameRow, { home, away }: Teams): string | null {
  if (player !== null) return player;
  const fields = market.split('|');
  const side = kind === 'team-total' ? fields[2] : fields[2] === 'of' ? fields[3] : undefined;
  return side === 'home' ? home : side === 'away' ? away : null;
}

/** What people call a market. */
export function marketName({ kind, period, name }: Pick<ListedMarket, 'kind' | 'period' | 'name'>): string {
  if (kind === 'other' || kind === 'double-chance') return name;
  return period === 'game' ? texts.game.kinds[kind] : texts.game.inPeriod(texts.game.kinds[kind], period);
}

/** A bet for people: whom it is about, the market, the side, the line. */
export function betName(teams: Teams, row: GameRow, side: string): string {
  return [
    whoseMarket(row, teams),
    row.kind === 'moneyline' || row.kind === 'spread' ? null : marketName(row),
    sideWords(side, teams),
    lineText(sideLine(row, side) ?? Number.NaN, row.kind === 'spread'),
  ]
    .filter(Boolean)
    .join(' ');
}
