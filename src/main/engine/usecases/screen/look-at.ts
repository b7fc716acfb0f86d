import type { GameQuery, GameRow, LinesQuery } from '#contract/game.ts';
import type { ScreenQuery, ScreenRow } from '#contract/odds-screen.ts';
import type { ComparedBoard } from '#domain/comparison/compared-board.ts';
import type { BetIdentity } from '#domain/identity/selection/selection-identity.ts';
import { GameView, type MarketRow } from '#domain/screen/game-view.ts';
import { OddsView, type ViewRow } from '#domain/screen/odds-view.ts';
import { describeMarket } from './describe-game.ts';
import type { Look } from './publish-screen.ts';

/** The odds screen of a league and a market: a row is a match. */
export function lookAtOdds(on: ComparedBoard, query: ScreenQuery): Look<ViewRow, ScreenRow> {
  const { board, fixtures } = on;
  return {
    view: new OddsView(on, query),
    describe(row) {
      const [any] = row.games;
      // the prices stand by the sides of the match, which a listing of it may name the other way round
      const game = board.games.at(fixtures.firstGameOf(any!));
      const { home, away } = game;
      const teams = row.ways === 3 ? [away, home, 'Draw'] : [away, home];
      return {
        rowId: row.rowId,
        game: game.label,
        home,
        away,
        startsAtMs: game.startsAtMs,
        sides: query.market === 'total' ? ['Over', 'Under'] : teams,
      };
    },
  };
}

/** The page of a game: a row is a market. */
export function lookAtGame(on: ComparedBoard, { game }: GameQuery): Look<MarketRow, GameRow> {
  return { view: new GameView(on, game), describe: describeMarket };
}

/** All lines of one market of a game: a row is a line. */
export function lookAtLines(on: ComparedBoard, { game, market }: LinesQuery): Look<MarketRow, GameRow> {
  const isWanted = ({ kind, period }: BetIdentity) => kind === market && period === 'game';
  return { view: new GameView(on, game, isWanted), describe: describeMarket };
}
