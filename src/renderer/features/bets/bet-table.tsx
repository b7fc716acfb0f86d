import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import { labelWithoutTime } from '#domain/identity/match/game-label.ts';
import { BET_RESULTS, type BetResult, type NotedBet } from '#domain/ledger/noted-bet.ts';
import { profitHundredths } from '#domain/ledger/totals.ts';
import { texts } from '../../texts.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { FigureTable, toneOf } from '../../ui/figure-table.tsx';
import { moneyText } from '../../ui/money-text.ts';
import { priceText } from '../../ui/odds-text.ts';
import { CloseIcon, EditIcon } from '../../ui/screen-icons.tsx';
import { dayText, fullTimeText, timeText } from '../../ui/time-text.ts';
import { useStores } from '../stores-context.ts';
import { useMinute } from '../use-minute.ts';
import { useSelected } from '../use-observable.ts';
import { ClosingCell, ValueCell } from './closing-cells.tsx';

const RESULTS = BET_RESULTS.map((value) => ({ value, label: texts.bets.results[value] }));
const FIGURES = ['price', 'stake', 'closing', 'value'] as const;

/** One row a bet, the newest noted first. */
export function BetTable({ bets }: { readonly bets: readonly NotedBet[] }) {
  const { columns } = texts.bets;
  return (
    <FigureTable className="bets" label={texts.bets.table}>
      <thead>
        <tr>
          <th scope="col">{columns.placed}</th>
          <th scope="col">{columns.bet}</th>
          <th scope="col" className="wide-column">
            {columns.sportsbook}
          </th>
          {FIGURES.map((column) => (
            <th
              key={column}
              scope="col"
              className={column === 'closing' ? 'figure wide-column' : 'figure'}
              title={column === 'value' ? texts.bets.valueTitle : undefined}
            >
              {columns[column]}
            </th>
          ))}
          <th scope="col">{columns.result}</th>
          <th scope="col" className="figure">
            {columns.profit}
          </th>
          <th scope="col">
            <span className="spoken">{columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {bets.map((bet) => (
          <BetRow key={bet.betId} bet={bet} />
        ))}
      </tbody>
    </FigureTable>
  );
}

function BetRow({ bet }: { readonly bet: NotedBet }) {
  const { bets, settings } = useStores();
  const format = useSelected(settings.settings, (current) => current.oddsFormat);
  const minuteMs = useMinute();
  const profit = profitHundredths(bet);
  return (
    <tr>
      <td className="bets-placed" title={fullTimeText(bet.placedAtMs)}>
        {dayText(bet.placedAtMs, minuteMs)}
        <span className="second-line">{timeText(bet.placedAtMs)}</span>
      </td>
      <th scope="row" className="table-wording" title={bet.comment === '' ? undefined : bet.comment}>
        {bet.wording}
        <span className="second-line">
          {[bet.sport, labelWithoutTime(bet.game), bet.comment].filter(Boolean).join(' · ')}
        </span>
      </th>
      <td className="wide-column">{sportsbookName(bet.sportsbook)}</td>
      <td className="figure table-price">
        {priceText(bet.american, format)}
        <span className="second-line narrow-line">{sportsbookName(bet.sportsbook)}</span>
      </td>
      <td className="figure">{moneyText(bet.stakeHundredths, bet.currency)}</td>
      <ClosingCell bet={bet} format={format} />
      <ValueCell bet={bet} />
      <td>
        <ChoiceList<BetResult>
          label={texts.bets.resultOf(bet.wording)}
          choices={RESULTS}
          value={bet.result}
          onChoose={(result) => void bets.settle(bet, result)}
        />
      </td>
      <td className={profit === null ? 'figure' : `figure ${toneOf(profit)}`}>
        {profit === null ? '–' : moneyText(profit, bet.currency, true)}
      </td>
      <td className="table-actions">
        <button
          type="button"
          className="button button-icon"
          aria-label={texts.bets.editOf(bet.wording)}
          title={texts.bets.editOf(bet.wording)}
          onClick={() => bets.edit(bet)}
        >
          <EditIcon />
        </button>
        <button
          type="button"
          className="button button-icon"
          aria-label={texts.bets.removeOf(bet.wording)}
          title={texts.bets.removeOf(bet.wording)}
          onClick={() => void bets.remove(bet)}
        >
          <CloseIcon />
        </button>
      </td>
    </tr>
  );
}
