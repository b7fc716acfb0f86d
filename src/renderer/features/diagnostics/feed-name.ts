import { texts } from '../../texts.ts';

/** The name of a feed for people; one that is not known keeps its own. */
export function feedName(feed: string): string {
  const names: Readonly<Record<string, string>> = texts.feed.names;
  return Object.hasOwn(names, feed) ? (names[feed] ?? feed) : feed;
}
