import { useMemo } from 'react';
import { CONSENSUS } from '#domain/catalogue/consensus.ts';
import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import { EVERY_GAME, orderGames } from '../../stores/odds/game-order.ts';
import { texts } from '../../texts.ts';
import { useStores } from '../stores-context.ts';
import { useObservable, useSelected } from '../use-observable.ts';
import { TickerGame } from './ticker-game.tsx';

/** More games than these the small window does not hold, however far it is pulled. */
const MOST_GAMES = 60;

/** The games of the league and market in use, with the best price of each side. */
export function TickerPrices() {
  const { screen, settings, leagues } = useStores();
  const { rows, books, query, phase } = useObservable(screen.shape);
  const hidden = useSelected(settings.settings, (current) => current.hiddenSportsbooks);
  const listed = useObservable(leagues.leagues);
  const games = useMemo(() => orderGames(rows, EVERY_GAME).slice(0, MOST_GAMES), [rows]);
  const names = useMemo(
    () =>
      new Map(
        books
          .filter(({ name }) => name !== CONSENSUS && !hidden.includes(name))
          .map(({ bookId, name }) => [screen.cells.columnOf(bookId), sportsbookName(name)]),
      ),
    [books, hidden, screen],
  );
  if (query === null || phase.kind === 'loading')
    return <p className="floating-word">{texts.ticker.waiting}</p>;
  if (games.length === 0) return <p className="floating-word">{texts.ticker.noGames}</p>;
  const league = listed?.find(({ sport }) => sport === query.sport);
  const market = league?.markets.find(({ key }) => key === query.market)?.label ?? query.market;
  const label = texts.ticker.prices(query.sport, market);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
    <section className="floating-scroll" aria-label={label} tabIndex={0}>
      <p className="floating-head">{label}</p>
      <table className="floating-prices">
        <caption className="spoken">{label}</caption>
        {games.map((row) => (
          <TickerGame key={row.rowId} row={row} names={names} />
        ))}
      </table>
    </section>
  );
}
