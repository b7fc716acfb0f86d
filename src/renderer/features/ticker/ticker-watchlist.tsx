import { useEffect } from 'react';
import type { WatchRow } from '#contract/watchlists.ts';
import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import { texts } from '../../texts.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { lineText, priceText } from '../../ui/odds-text.ts';
import { useStores } from '../stores-context.ts';
import { useObservable, useSelected } from '../use-observable.ts';

/** The watched prices of one watchlist; which one is remembered. */
export function TickerWatchlist() {
  const { watchlists, settings } = useStores();
  const lists = useObservable(watchlists.lists);
  const current = useObservable(watchlists.current);
  const prices = useObservable(watchlists.prices);
  const wanted = useSelected(settings.settings, ({ tickerWatchlist }) => tickerWatchlist);
  const isWantedThere = lists?.some(({ watchlistId }) => watchlistId === wanted) ?? false;

  useEffect(() => watchlists.look(), [watchlists]);
  useEffect(() => {
    if (isWantedThere && watchlists.current.read() !== wanted) watchlists.choose(wanted);
  }, [isWantedThere, wanted, watchlists]);

  if (lists === null) return <p className="floating-word">{texts.watchlists.loadingTitle}</p>;
  const list = lists.find(({ watchlistId }) => watchlistId === current);
  if (!list) return <p className="floating-word">{texts.ticker.noWatchlist}</p>;
  const rows = prices?.watchlistId === list.watchlistId ? prices.rows : [];
  const label = texts.watchlists.table(list.name);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
    <section className="floating-scroll" aria-label={label} tabIndex={0}>
      {lists.length > 1 ? (
        <div className="floating-head">
          <ChoiceList
            label={texts.ticker.watchlist}
            choices={lists.map(({ watchlistId, name }) => ({ value: watchlistId, label: name }))}
            value={list.watchlistId}
            onChoose={(tickerWatchlist) => settings.change({ tickerWatchlist })}
          />
        </div>
      ) : (
        <p className="floating-head">{list.name}</p>
      )}
      {rows.length === 0 ? <p className="floating-word">{texts.watchlists.nothing}</p> : null}
      <table className="floating-prices">
        <caption className="spoken">{label}</caption>
        <tbody>
          {rows.map((row) => (
            <WatchedLine key={row.rowId} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function WatchedLine({ row }: { readonly row: WatchRow }) {
  const { settings } = useStores();
  const format = useSelected(settings.settings, ({ oddsFormat }) => oddsFormat);
  const game = texts.screen.gameLabel(row.away, row.home);
  return (
    <tr className={row.isLive ? undefined : 'floating-stale'}>
      <th scope="row" title={game}>
        {row.wording}
      </th>
      <td className="floating-line">
        {row.line === null ? '' : lineText(row.line, row.market.includes('spread'))}
      </td>
      <td className="floating-price">
        {row.american === 0 ? (
          <span title={texts.watchlists.suspendedTitle}>{texts.watchlists.suspended}</span>
        ) : (
          priceText(row.american, format)
        )}
        {row.isLive ? '' : ' ○'}
        {row.isLive ? null : <span className="spoken"> {texts.watchlists.stale}</span>}
      </td>
      <td className="floating-book">{sportsbookName(row.sportsbook)}</td>
    </tr>
  );
}
