import { useEffect, useState } from 'react';
import type { GameHead } from '#contract/game.ts';
import { texts } from '../../texts.ts';
import { GameTicker } from '../plays/game-ticker.tsx';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

interface GamePlaysProps {
  readonly head: GameHead;
  readonly isStarted: boolean;
}

/** The plays of the game beside its prices: a game that has started is followed while its page is open. */
export function GamePlays({ head, isStarted }: GamePlaysProps) {
  const { plays, scheduler } = useStores();
  const [isFull, setFull] = useState(false);
  const { label } = head.labels[0]!;
  const { startsAtMs } = head;
  const ticker = useObservable(plays.tickers).find(({ game }) => game === label);

  useEffect(() => {
    plays.open();
    return () => plays.leave();
  }, [plays]);

  useEffect(() => {
    if (!isStarted || plays.tickers.read().some(({ game }) => game === label)) return;
    setFull(!plays.pick(label, startsAtMs ?? scheduler.nowMs(), 'page'));
    // What the page has picked it lets go again, unless the user has pinned it meanwhile.
    return () => {
      const own = plays.tickers.read().find(({ game }) => game === label);
      if (own?.from === 'page') plays.drop(label);
    };
  }, [plays, scheduler, label, startsAtMs, isStarted]);

  return (
    <aside className="game-plays" aria-label={texts.game.plays}>
      {ticker ? (
        <GameTicker ticker={ticker} />
      ) : (
        <div className="game-plays-none">
          <p className="hint">{isFull ? texts.game.full : isStarted ? '' : texts.game.notStarted}</p>
          {isFull ? null : (
            <button
              type="button"
              className="button"
              onClick={() => setFull(!plays.pick(label, startsAtMs ?? scheduler.nowMs()))}
            >
              {texts.game.follow}
            </button>
          )}
        </div>
      )}
    </aside>
  );
}
