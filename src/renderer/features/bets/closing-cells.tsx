import type { OddsFormat } from '#contract/settings.ts';
import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import { closingValue } from '#domain/ledger/closing-value.ts';
import type { NotedBet } from '#domain/ledger/noted-bet.ts';
import { type DecimalOdds, fromDecimal } from '#domain/odds/convert.ts';
import { texts } from '../../texts.ts';
import { toneOf } from '../../ui/figure-table.tsx';
import { durationText, percentText } from '../../ui/number-text.ts';
import { priceText } from '../../ui/odds-text.ts';

/** A last price that is older than this was not the one at the start. */
const EARLIER_MS = 60_000;

interface ClosingCellProps {
  readonly bet: NotedBet;
  readonly format: OddsFormat;
}

/** The last price at the sportsbook, and the one without margin. */
export function ClosingCell({ bet, format }: ClosingCellProps) {
  const { closing, startsAtMs } = bet;
  if (closing === null) return <td className="figure wide-column">–</td>;
  const { american, fairProbability } = closing;
  if (american === null && fairProbability === null) {
    return (
      <td className="figure wide-column bets-unseen" title={texts.bets.unseenTitle}>
        {texts.bets.unseen}
      </td>
    );
  }
  const earlierMs = startsAtMs !== null && closing.isFinal ? startsAtMs - closing.seenAtMs : 0;
  const title = [
    texts.bets.closingTitle(sportsbookName(bet.sportsbook)),
    earlierMs > EARLIER_MS ? texts.bets.seenEarlier(durationText(earlierMs)) : '',
  ];
  return (
    <td className="figure wide-column" title={title.filter(Boolean).join('. ')}>
      {american === null ? '–' : priceText(american, format)}
      <span className="second-line">
        {fairProbability === null ? '' : texts.bets.fair(priceText(fairPrice(fairProbability), format))}
      </span>
    </td>
  );
}

/** The closing-line value; before the start what it would be now, marked so. */
export function ValueCell({ bet }: { readonly bet: NotedBet }) {
  const value = closingValue(bet);
  const main = value?.noVig ?? value?.atBook ?? null;
  if (value === null || main === null) return <td className="figure">–</td>;
  const isFinal = bet.closing?.isFinal ?? false;
  const second = isFinal ? (value.cents === null ? '' : texts.bets.cents(value.cents)) : texts.bets.notClosed;
  return (
    <td
      className={isFinal ? `figure ${toneOf(main)}` : 'figure not-current'}
      title={isFinal ? texts.bets.valueTitle : texts.bets.notClosedTitle}
    >
      {percentText(main)}
      <span className="second-line">{second}</span>
    </td>
  );
}

function fairPrice(probability: number): number {
  return fromDecimal((1 / probability) as DecimalOdds);
}
