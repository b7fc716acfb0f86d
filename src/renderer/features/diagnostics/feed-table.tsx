import type { FeedStatus } from '#contract/feed-status.ts';
import { texts } from '../../texts.ts';
import { durationText } from '../../ui/number-text.ts';
import { exactTimeText } from '../../ui/time-text.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

/** The feeds that run, each with its state, why, since when, and the time to the next try. */
export function FeedTable({ feeds }: { readonly feeds: readonly FeedStatus[] }) {
  const words = texts.diagnostics;
  return (
    <table className="facts">
      <caption>{words.feeds}</caption>
      <thead>
        <tr>
          {[words.feed, words.state, words.since, words.nextTry, words.detail].map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {feeds.map((feed) => (
          <tr key={feed.feed}>
            <th scope="row">{texts.feed.names[feed.feed]}</th>
            <td>
              <span className={`feed-state feed-${feed.state}`}>{texts.feed.states[feed.state]}</span>
            </td>
            <td>{exactTimeText(feed.sinceMs)}</td>
            <td>
              <NextTry atMs={feed.retryAtMs} />
            </td>
            <td className="facts-wide">{feed.detail}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NextTry({ atMs }: { readonly atMs: number | null }) {
  const { clock } = useStores();
  const nowMs = useObservable(clock);
  if (atMs === null) return texts.diagnostics.notPlanned;
  return atMs > nowMs ? texts.diagnostics.inTime(durationText(atMs - nowMs)) : texts.diagnostics.now;
}
