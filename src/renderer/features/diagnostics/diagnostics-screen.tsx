import { useEffect } from 'react';
import { texts } from '../../texts.ts';
import { PendingIcon, WarningIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { exactTimeText } from '../../ui/time-text.ts';
import { ScreenHead } from '../shell/screen-head.tsx';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';
import { BudgetFigures } from './budget-figures.tsx';
import { ReportText, useReport } from './copy-report.tsx';
import { EngineFigures } from './engine-figures.tsx';
import { FeedTable } from './feed-table.tsx';
import { RefusalTable } from './refusal-table.tsx';
import { StorageFigures } from './storage-figures.tsx';

const ICON_SIZE = 32;

/** What the engine says of itself: feeds, limits, figures, and what it did not understand. */
export function DiagnosticsScreen() {
  const { diagnostics } = useStores();
  const reading = useObservable(diagnostics.reading);
  const failure = useObservable(diagnostics.failure);
  const report = useReport();
  useEffect(() => diagnostics.open(), [diagnostics]);

  return (
    <main className="screen">
      <ScreenHead screen="diagnostics">
        <span className="summary">{texts.diagnostics.hint}</span>
        {reading === null ? null : (
          <div className="toolbar-end">
            <span className="summary">{texts.diagnostics.readAt(exactTimeText(reading.atMs))}</span>
            <span className="summary" role="status">
              {report.words}
            </span>
            <button type="button" className="button" onClick={report.copy}>
              {texts.diagnostics.copy}
            </button>
            <button type="button" className="button" onClick={report.save}>
              {texts.diagnostics.save}
            </button>
          </div>
        )}
      </ScreenHead>
      {reading === null && failure === null ? (
        <Notice icon={<PendingIcon size={ICON_SIZE} />} title={texts.diagnostics.loading} text="" />
      ) : null}
      {reading === null && failure !== null ? (
        <Notice
          icon={<WarningIcon size={ICON_SIZE} />}
          tone="failed"
          title={texts.diagnostics.failedTitle}
          text={failure}
        />
      ) : null}
      {reading === null ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
        <section className="diagnostics" aria-label={texts.diagnostics.title} tabIndex={0}>
          {failure === null ? null : (
            <p className="form-fault" role="alert">
              {texts.diagnostics.stale(failure)}
            </p>
          )}
          {report.denied === null ? null : <ReportText text={report.denied} />}
          <FeedTable feeds={reading.diagnostics.feeds} />
          <div className="figure-groups">
            <BudgetFigures reading={reading} />
            <EngineFigures reading={reading} />
            <StorageFigures storage={reading.diagnostics.storage} />
          </div>
          <RefusalTable refusals={reading.diagnostics.refusals} />
        </section>
      )}
    </main>
  );
}
