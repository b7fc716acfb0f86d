import type { FeedState, FeedStatus } from '#contract/feed-status.ts';
import { texts } from '../../texts.ts';
import { DiscIcon, LockIcon, OfflineIcon, PendingIcon, ResyncIcon, WarningIcon } from '../../ui/icons.tsx';
import { durationText } from '../../ui/number-text.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

const SIGNS = {
  connecting: <PendingIcon size={14} />,
  live: <DiscIcon size={14} />,
  resyncing: <ResyncIcon size={14} />,
  stale: <WarningIcon size={14} />,
  offline: <OfflineIcon size={14} />,
  refused: <LockIcon size={14} />,
} satisfies Record<FeedState, unknown>;

/** One feed: a sign of its own shape, its state in a word, what there is to say of it, and the time to the next try. */
export function FeedLine({ feed }: { readonly feed: FeedStatus }) {
  return (
    <div className="feed" data-feed={feed.feed} data-state={feed.state} title={feed.detail}>
      <span className={`feed-sign feed-${feed.state}`}>{SIGNS[feed.state]}</span>
      <span className="feed-words" role="status">
        {texts.feed.names[feed.feed]}: <strong>{texts.feed.states[feed.state]}</strong>
      </span>
      {feed.state === 'live' && feed.feed !== 'odds' ? null : (
        <span className="feed-detail">{feed.detail}</span>
      )}
      {feed.retryAtMs === null ? null : <Countdown untilMs={feed.retryAtMs} />}
    </div>
  );
}

function Countdown({ untilMs }: { readonly untilMs: number }) {
  const { clock } = useStores();
  const leftMs = untilMs - useObservable(clock);
  return (
    <span className="feed-retry">
      {leftMs > 0 ? texts.feed.retryIn(durationText(leftMs)) : texts.feed.retryNow}
    </span>
  );
}
