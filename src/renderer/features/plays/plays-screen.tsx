import { useEffect, useState } from 'react';
import { texts } from '../../texts.ts';
import { WarningIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PlaysIcon } from '../../ui/screen-icons.tsx';
import { Segments } from '../../ui/segments.tsx';
import { ScreenHead } from '../shell/screen-head.tsx';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';
import { AllPlays } from './all-plays.tsx';
import { GamePicker } from './game-picker.tsx';
import { GameTicker } from './game-ticker.tsx';

const ICON_SIZE = 32;
type View = 'each' | 'all';

/** The plays of the games that the user follows: a ticker for each, or all of them together. */
export function PlaysScreen() {
  const { plays } = useStores();
  const tickers = useObservable(plays.tickers);
  const failure = useObservable(plays.failure);
  const [view, setView] = useState<View>('each');

  useEffect(() => {
    plays.open();
    return () => plays.leave();
  }, [plays]);

  return (
    <main className="screen">
      <ScreenHead screen="plays">
        {tickers.length > 1 ? (
          <Segments
            label={texts.plays.views}
            segments={[
              { value: 'each', label: texts.plays.each },
              { value: 'all', label: texts.plays.all },
            ]}
            value={view}
            onChoose={setView}
          />
        ) : null}
      </ScreenHead>
      <div className="plays">
        <GamePicker />
        {failure === null ? null : (
          <Notice
            icon={<WarningIcon size={ICON_SIZE} />}
            tone="failed"
            title={texts.plays.failedTitle}
            text={failure}
          />
        )}
        {failure === null && tickers.length === 0 ? (
          <Notice
            icon={<PlaysIcon size={ICON_SIZE} />}
            title={texts.plays.emptyTitle}
            text={texts.plays.emptyHint}
          />
        ) : null}
        {failure === null && tickers.length > 0 && (view === 'each' || tickers.length === 1) ? (
          <div className="tickers">
            {tickers.map((ticker) => (
              <GameTicker key={ticker.game} ticker={ticker} />
            ))}
          </div>
        ) : null}
        {failure === null && tickers.length > 1 && view === 'all' ? <AllPlays tickers={tickers} /> : null}
      </div>
    </main>
  );
}
