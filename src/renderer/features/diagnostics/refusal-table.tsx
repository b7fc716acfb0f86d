import type { RefusalCount } from '#contract/diagnostics.ts';
import { figure } from '../../texts/counted.ts';
import { texts } from '../../texts.ts';
import { feedName } from './feed-name.ts';

/** What was not understood, by feed and reason, with one sample each. */
export function RefusalTable({ refusals }: { readonly refusals: readonly RefusalCount[] }) {
  const words = texts.diagnostics;
  if (refusals.length === 0) {
    return (
      <section className="figure-group">
        <h2 className="part-title">{words.refusals}</h2>
        <p className="hint">{words.refusalsEmpty}</p>
      </section>
    );
  }
  return (
    <table className="facts">
      <caption>{words.refusals}</caption>
      <thead>
        <tr>
          <th scope="col">{words.feed}</th>
          <th scope="col">{words.reason}</th>
          <th scope="col" className="facts-count">
            {words.count}
          </th>
          <th scope="col">{words.sample}</th>
        </tr>
      </thead>
      <tbody>
        {refusals.map(({ feed, reason, count, sample }) => (
          <tr key={`${feed} ${reason}`}>
            <th scope="row">{feedName(feed)}</th>
            <td>{reason}</td>
            <td className="facts-count">{figure(count)}</td>
            <td className="facts-wide">
              <code className="sample">{sample}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
