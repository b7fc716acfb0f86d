import type { GameHead, GameRow, MarketGroup } from '#contract/game.ts';
import type { Board } from '#domain/board/board.ts';
import type { Fixtures } from '#domain/board/fixtures.ts';
import type { MarketRow } from '#domain/screen/game-view.ts';

/** What a window is told of a game besides its prices; `null` when it is not on the board. */
export function describeGame(board: Board, fixtures: Fixtures, label: string): GameHead | null {
  const { games } = board;
  const own = games.find(label);
  if (own === undefined) return null;
  const labels = fixtures.labelsOf(fixtures.matchOf(own));
  const { sport, home, away, startsAtMs } = games.at(fixtures.firstGameOf(own));
  return { sport, home, away, startsAtMs, labels };
}

/** A market as a window shows it. */
export function describeMarket({
  rowId,
  bet,
  name,
  target,
  sides,
}: Pick<MarketRow, 'rowId' | 'bet' | 'name' | 'target' | 'sides'>): GameRow {
  const player = bet.market.split('|')[2] === 'player' ? target : null;
  return {
    rowId,
    market: bet.market,
    group: groupOf(bet, player),
    kind: bet.kind,
    period: bet.period,
    name,
    player,
    line: bet.kind === 'spread' && bet.side === 'away' && bet.line !== null ? -bet.line : bet.line,
    sides: sides
      .slice(0, sides.findLastIndex((side) => side !== undefined) + 1)
      .map((side, place) => side ?? otherSide(sides, place)),
  };
}

type Bet = MarketRow['bet'];

function groupOf({ kind, period }: Bet, player: string | null): MarketGroup {
  if (player !== null) return 'players';
  if (kind === 'moneyline' || kind === 'spread' || kind === 'total')
    return period === 'game' ? 'main' : 'parts';
  return kind === 'other' ? 'other' : 'teams';
}

/** A side that no sportsbook has stated yet is named after the one beside it. */
function otherSide(sides: MarketRow['sides'], place: number): string {
  const [first, second] = sides;
  if (place === 0) return second === 'under' ? 'over' : second === 'no' ? 'yes' : 'away';
  return first === 'over' ? 'under' : first === 'yes' ? 'no' : 'home';
}
