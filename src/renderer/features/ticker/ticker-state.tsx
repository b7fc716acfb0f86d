import { texts } from '../../texts.ts';
import { DiscIcon, WarningIcon } from '../../ui/icons.tsx';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

/** Whether the prices are current, always in sight: a sign of its own shape and a word. */
export function TickerState() {
  const { status } = useStores();
  const feed = useObservable(status.status)?.report.feeds.find((each) => each.feed === 'odds');
  const isDoubted = useObservable(status.doubted);
  const isLive = feed?.state === 'live' && !isDoubted;
  return (
    <span className="floating-state" role="status" title={feed?.detail}>
      <span className={isLive ? 'feed-sign feed-live' : 'feed-sign feed-stale'}>
        {isLive ? <DiscIcon size={12} /> : <WarningIcon size={12} />}
      </span>
      {texts.feed.states[feed === undefined ? 'connecting' : isDoubted ? 'stale' : feed.state]}
    </span>
  );
}
