import type { ParlayLegView, ParlayView } from '#contract/parlays.ts';
import type { Board } from '#domain/board/board.ts';
import { NONE } from '#domain/board/selections.ts';
import type { ParlayLeg, ParlayOffer } from '#domain/catalogue/catalogue.ts';
import type { ComparedBoard } from '#domain/comparison/compared-board.ts';
import { parseGameLabel } from '#domain/identity/match/game-label.ts';
import { betWords } from '#domain/identity/selection/bet-words.ts';
import { type AmericanOdds, NOT_OFFERED } from '#domain/odds/american.ts';
import { type DecimalOdds, fromDecimal, toDecimal } from '#domain/odds/convert.ts';

/** Posted parlays with today's price of each leg at the same sportsbook, and what the legs would pay one by one. */
export function priceParlays(
  on: ComparedBoard,
  sportsbook: string,
  offers: readonly ParlayOffer[],
  isFeedLive: boolean,
): ParlayView[] {
  return offers.map((offer) => {
    const legs = offer.legs.map((leg) => priceLeg(on, sportsbook, leg, isFeedLive));
    return {
      american: offer.american,
      totalBets: offer.totalBets,
      type: offer.type,
      legs,
      productAmerican: productOf(legs),
    };
  });
}

function priceLeg(
  { board, fixtures, comparison }: ComparedBoard,
  sportsbook: string,
  leg: ParlayLeg,
  isFeedLive: boolean,
): ParlayLegView {
  const selection = findSelection(board, sportsbook, leg);
  const place = selection === NONE ? undefined : comparison.placeOf(selection);
  const number = leg.game === null ? undefined : board.games.find(leg.game);
  const american = selection === NONE ? NOT_OFFERED : board.selections.american(selection);
  return {
    outcome: legWords(leg),
    // the label by which the bet is called
    game: number === undefined ? leg.game : board.games.at(fixtures.firstGameOf(number)).label,
    sport: leg.sport,
    market: leg.name,
    line: leg.line === null ? null : String(leg.line),
    bet: place === undefined ? null : { market: place.market.key, side: place.side },
    american: american === NOT_OFFERED ? null : american,
    isLive: isFeedLive && selection !== NONE && board.isConfirmed(selection),
  };
}

/** What a leg is a bet on, in words; in the sportsbook's own where its parts say nothing. */
function legWords(leg: ParlayLeg): string {
  const label = leg.game ?? '';
  const teams = parseGameLabel(label) ?? { home: '', away: '' };
  return betWords(leg, { ...teams, label }) || leg.outcome;
}

/** By the parts of the outcome, not its key: sportsbooks write keys as they like. */
function findSelection(board: Board, sportsbook: string, leg: ParlayLeg): number {
  const { game } = leg;
  const listing = game === null ? undefined : board.listings.at(board.whereIs({ sportsbook, game }));
  if (listing === undefined) return NONE;
  const { selections } = board;
  for (let selection = listing.head; selection !== NONE; selection = selections.next(selection)) {
    const isSame =
      selections.name(selection) === leg.name &&
      selections.target(selection) === leg.target &&
      selections.overUnder(selection) === leg.overUnder &&
      sameLine(selections.line(selection), leg.line);
    if (isSame) return selection;
  }
  return NONE;
}

function sameLine(left: string | number | null, right: string | number | null): boolean {
  return left === null || right === null ? left === right : Number(left) === Number(right);
}

function productOf(legs: readonly ParlayLegView[]): number | null {
  if (legs.length === 0) return null;
  let product = 1;
  for (const { american } of legs) {
    if (american === null) return null;
    product *= toDecimal(american as AmericanOdds);
  }
  return fromDecimal(product as DecimalOdds);
}
