import { CONSENSUS } from '#domain/catalogue/consensus.ts';
import type { AmericanOdds } from '#domain/odds/american.ts';
import { comparePrices } from '#domain/odds/convert.ts';
import type { RuleDraft } from '../../stores/alerts/alerts.ts';
import type { PointedBet, PointedGame } from '../../stores/pointed.ts';
import { texts } from '../../texts.ts';

/** A price that a bet shall come to. */
export interface WantedPrice {
  readonly american: number;
  /** The same in the user's format. */
  readonly words: string;
  /** The only sportsbook that counts; `null` = any. */
  readonly sportsbook: string | null;
  /** What the bet pays now at best; `null` = it does not matter. From there a lower price is waited for from above. */
  readonly best: number | null;
}

/** A rule that tells when a bet comes to a price. */
export function priceRule(
  { game, bet }: { readonly game: PointedGame; readonly bet: PointedBet },
  { american, words, sportsbook, best }: WantedPrice,
): RuleDraft['rule'] {
  const { market, side, wording } = bet;
  const isBelow = best !== null && comparePrices(american as AmericanOdds, best as AmericanOdds) < 0;
  return {
    kind: 'price',
    name: texts.game.alertName(wording, texts.screen.gameLabel(game.away, game.home), words),
    on: { type: 'entry', entry: { kind: 'bet', game: game.game, universalId: null, market, side } },
    price: american,
    ...(isBelow && { reach: 'at-most', of: 'best' }),
    ...(sportsbook !== null && sportsbook !== CONSENSUS && { sportsbooks: [sportsbook] }),
    repeat: 'once',
  };
}
