import { useMemo } from 'react';
import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import type { NotedBet } from '#domain/ledger/noted-bet.ts';
import { type TotalsLine, totalsBy } from '#domain/ledger/totals.ts';
import { figure } from '../../texts/counted.ts';
import { texts } from '../../texts.ts';
import { toneOf } from '../../ui/figure-table.tsx';
import { moneyText } from '../../ui/money-text.ts';
import { percentText } from '../../ui/number-text.ts';

const { totals: words } = texts.bets;

/** What the bets come to: all of them, by sportsbook and by league; never two currencies in one sum. */
export function BetTotals({ bets }: { readonly bets: readonly NotedBet[] }) {
  const all = useMemo(() => totalsBy(bets, () => words.all), [bets]);
  const bySportsbook = useMemo(() => totalsBy(bets, (bet) => sportsbookName(bet.sportsbook)), [bets]);
  const bySport = useMemo(() => totalsBy(bets, (bet) => bet.sport), [bets]);
  return (
    <aside className="bets-totals" aria-label={words.title}>
      <table className="small-table">
        <caption>{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="spoken">{words.title}</span>
            </th>
            <th scope="col">{words.columns.bets}</th>
            <th scope="col">{words.columns.stake}</th>
            <th scope="col">{words.columns.profit}</th>
            <th scope="col" title={words.roiTitle}>
              {words.columns.roi}
            </th>
            <th scope="col" title={words.valueTitle}>
              {words.columns.value}
            </th>
          </tr>
        </thead>
        <TotalsPart title={null} lines={all} />
        <TotalsPart title={words.bySportsbook} lines={bySportsbook} />
        <TotalsPart title={words.bySport} lines={bySport} />
      </table>
    </aside>
  );
}

interface TotalsPartProps {
  readonly title: string | null;
  readonly lines: readonly TotalsLine[];
}

/** Lines of the one table, so that their figures stand below each other. */
function TotalsPart({ title, lines }: TotalsPartProps) {
  return (
    <tbody>
      {title === null || lines.length === 0 ? null : (
        <tr className="totals-title">
          <th scope="rowgroup" colSpan={6}>
            {title}
          </th>
        </tr>
      )}
      {lines.map(({ name, currency, totals }) => (
        <tr key={`${name} ${currency}`}>
          <th scope="row" title={name}>
            {name === '' ? words.ownWords : name}
          </th>
          <td title={words.open(totals.open)}>{figure(totals.bets)}</td>
          <td>{moneyText(totals.stakeHundredths, currency)}</td>
          <td className={toneOf(totals.profitHundredths)}>
            {moneyText(totals.profitHundredths, currency, true)}
          </td>
          <td>{totals.roi === null ? '–' : percentText(totals.roi)}</td>
          <td>{totals.meanClosingValue === null ? '–' : percentText(totals.meanClosingValue)}</td>
        </tr>
      ))}
    </tbody>
  );
}
