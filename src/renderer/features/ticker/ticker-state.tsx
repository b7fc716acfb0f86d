import type { FeedName } from '#contract/feed-status.ts';
import { texts } from '../../texts.ts';
import { DiscIcon, WarningIcon } from '../../ui/icons.tsx';
import { useStores } from '../stores-context.ts';
import { useObservable, useSelected } from '../use-observable.ts';

/** Whether the prices, or the plays where those are shown, are current, always in sight: a sign of its own shape and a word. */
export function TickerState() {
  const { status, settings } = useStores();
  const shows = useSelected(settings.settings, ({ tickerShows }) => tickerShows);
  const feeds = useObservable(status.status)?.report.feeds ?? [];
  const feedOf = (name: FeedName) => feeds.find(({ feed }) => feed === name);
  // while nothing is followed there is no feed of plays
  const feed = (shows === 'plays' ? feedOf('plays') : undefined) ?? feedOf('odds');
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
