import type { GameHead } from '#contract/game.ts';
import { texts } from '../../texts.ts';
import { BackIcon } from '../../ui/screen-icons.tsx';
import { dayText, fullTimeText, timeText } from '../../ui/time-text.ts';
import { ScreenAge } from '../odds-screen/tools/screen-age.tsx';
import { closeGamePage } from '../shell/jump.ts';
import { useStores } from '../stores-context.ts';
import { useMinute } from '../use-minute.ts';
import { useObservable } from '../use-observable.ts';

interface GameHeaderProps {
  readonly head: GameHead | null;
  readonly isStarted: boolean;
}

/** Who plays, when, how it stands, and the way back. */
export function GameHeader({ head, isStarted }: GameHeaderProps) {
  const stores = useStores();
  const minuteMs = useMinute();
  const tickers = useObservable(stores.plays.tickers);
  const isCurrent = useObservable(stores.playsCurrency.staleSinceMs) === null;
  const state = tickers.find(({ game }) => head?.labels.some(({ label }) => label === game))?.state;
  return (
    <div className="toolbar">
      <button
        type="button"
        className="button button-quiet toolbar-button"
        onClick={() => closeGamePage(stores)}
      >
        <BackIcon size={14} />
        {texts.game.back}
      </button>
      <h1 className="title">{head ? texts.game.title(head.away, head.home) : texts.game.label}</h1>
      {head ? <span className="summary">{head.sport}</span> : null}
      {isStarted ? <span className="badge badge-live">{texts.screen.live}</span> : null}
      {state?.score ? (
        <span
          className="game-score"
          data-stale={!isCurrent || undefined}
          title={isCurrent ? texts.plays.scoreTitle : texts.plays.staleTitle}
        >
          {isCurrent ? '' : '○ '}
          {texts.plays.score(state.score.away, state.score.home)}
        </span>
      ) : null}
      {state && state.state !== '' ? <span className="summary">{state.state}</span> : null}
      {head?.startsAtMs != null ? (
        <span className="summary" title={fullTimeText(head.startsAtMs)}>
          {dayText(head.startsAtMs, minuteMs)} {timeText(head.startsAtMs)}
        </span>
      ) : null}
      <ScreenAge source={stores.game.screen} />
    </div>
  );
}
