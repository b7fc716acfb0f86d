import type { FeedSource } from '#contract/feed-status.ts';
import type { AppInfo } from '#contract/requests.ts';
import type { DiagnosticsReading } from '../../stores/diagnostics/diagnostics.ts';
import { texts } from '../../texts.ts';
import { budgetFacts, engineFacts, storageFacts } from './facts.ts';
import { feedName } from './feed-name.ts';
import type { Fact } from './figures.tsx';

/** All of the page as plain text, for a bug report. Holds no key, because the reading holds none. */
export function reportText(
  reading: DiagnosticsReading,
  about: {
    readonly source: FeedSource | null;
    readonly appInfo: AppInfo | null;
  },
): string {
  const { feeds, budgets, refusals, storage } = reading.diagnostics;
  const words = texts.diagnostics;
  const { appInfo: app } = about;
  return [
    `${texts.product} ${app?.version ?? ''} ${app ? `${app.platform}, Electron ${app.electron}` : ''}`.trim(),
    new Date(reading.atMs).toISOString(),
    '',
    words.feeds,
    ...feeds.map(({ feed, state, detail }) => `  ${feedName(feed)}: ${texts.feed.states[state]}. ${detail}`),
    '',
    words.budgets,
    ...lines(budgetFacts(budgets)),
    '',
    words.engine,
    ...lines(engineFacts(reading, about.source)),
    '',
    words.storage,
    ...lines(storageFacts(storage)),
    '',
    words.refusals,
    ...(refusals.length === 0 ? [`  ${words.refusalsEmpty}`] : []),
    ...refusals.flatMap(({ feed, reason, count, sample }) => [
      `  ${feedName(feed)}: ${reason} (${count})`,
      `    ${sample}`,
    ]),
    '',
  ].join('\n');
}

function lines(facts: readonly Fact[]): readonly string[] {
  return facts.map(([name, value]) => `  ${name}: ${value}`);
}
