import { useLayoutEffect } from 'react';
import { TICKER_KINDS } from '#contract/settings.ts';
import type { HeardPlays } from '../../stores/plays/heard-plays.ts';
import type { Stores } from '../../stores/stores.ts';
import { texts } from '../../texts.ts';
import { BoardIcon } from '../../ui/icons.tsx';
import { CloseIcon } from '../../ui/screen-icons.tsx';
import { Segments } from '../../ui/segments.tsx';
import { writeTimesIn } from '../../ui/time-text.ts';
import { StoresContext } from '../stores-context.ts';
import { useSelected } from '../use-observable.ts';
import { TickerPlays } from './ticker-plays.tsx';
import { TickerPrices } from './ticker-prices.tsx';
import { TickerState } from './ticker-state.tsx';
import { TickerWatchlist } from './ticker-watchlist.tsx';

interface TickerAppProps {
  readonly stores: Stores;
  readonly heard: HeardPlays;
}

/** The small window over all others: best prices of the league in use, or the plays of the games that are followed. */
export function TickerApp({ stores, heard }: TickerAppProps) {
  const { settings, windows } = stores;
  const theme = useSelected(settings.settings, (current) => current.theme);
  const shows = useSelected(settings.settings, (current) => current.tickerShows);
  const opacity = useSelected(settings.settings, (current) => current.tickerOpacity);
  writeTimesIn(useSelected(settings.settings, (current) => current.timeZone));
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.style.setProperty('--ticker-opacity', `${Math.round(opacity * 100)}%`);
  }, [theme, opacity]);

  return (
    <StoresContext value={stores}>
      <main className="floating">
        <header className="floating-bar">
          <h1 className="spoken">{texts.ticker.title}</h1>
          <TickerState />
          <Segments
            label={texts.ticker.shows}
            segments={TICKER_KINDS.map((value) => ({ value, label: texts.ticker.kinds[value] }))}
            value={shows}
            onChoose={(tickerShows) => settings.change({ tickerShows })}
          />
          <span className="floating-buttons">
            <button
              type="button"
              className="button button-icon"
              aria-label={texts.ticker.main}
              title={texts.ticker.main}
              onClick={() => windows.showMain()}
            >
              <BoardIcon size={14} />
            </button>
            <button
              type="button"
              className="button button-icon"
              aria-label={texts.ticker.close}
              title={texts.ticker.close}
              onClick={() => windows.toggleTicker()}
            >
              <CloseIcon size={14} />
            </button>
          </span>
        </header>
        {shows === 'prices' ? <TickerPrices /> : null}
        {shows === 'watchlist' ? <TickerWatchlist /> : null}
        {shows === 'plays' ? <TickerPlays heard={heard} /> : null}
      </main>
    </StoresContext>
  );
}
