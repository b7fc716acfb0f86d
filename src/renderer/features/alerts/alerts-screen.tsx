import { useState } from 'react';
import { SHOWN_ALERTS } from '../../stores/alerts/alerts.ts';
import { texts } from '../../texts.ts';
import { FailureLine } from '../../ui/failure-line.tsx';
import { PendingIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AlertsIcon } from '../../ui/screen-icons.tsx';
import { SearchInput } from '../../ui/search-input.tsx';
import { Segments } from '../../ui/segments.tsx';
import { UndoLine } from '../../ui/undo-line.tsx';
import { ScreenHead } from '../shell/screen-head.tsx';
import { useStores } from '../stores-context.ts';
import { useObservable, useSelected } from '../use-observable.ts';
import { AlertList } from './alert-list.tsx';
import { DryRunButton } from './dry-run.tsx';
import { RuleList } from './rule-list.tsx';

const ICON_SIZE = 32;
const PARTS = ['log', 'rules'] as const;
type Part = (typeof PARTS)[number];

/** What Linewatch tells: the log of alerts, and the rules that make them. */
export function AlertsScreen() {
  const { alerts } = useStores();
  const [part, setPart] = useState<Part>('log');
  const failure = useObservable(alerts.failure);
  const editor = useObservable(alerts.editor);
  const untried = useSelected(alerts.dryRuns.all.state, (state) =>
    state.kind === 'failed' ? state.message : null,
  );
  return (
    <main className="screen">
      <ScreenHead screen="alerts">
        <Segments
          label={texts.alerts.partsLabel}
          segments={PARTS.map((value) => ({ value, label: texts.alerts.parts[value] }))}
          value={part}
          onChoose={setPart}
        />
        {part === 'log' ? <LogTools /> : <RuleTools />}
      </ScreenHead>
      <FailureLine reason={editor === null ? (failure ?? (part === 'rules' ? untried : null)) : null} />
      {part === 'log' ? <Log /> : <Rules />}
      <RemovedRule />
    </main>
  );
}

function LogTools() {
  const { alerts } = useStores();
  const shown = useObservable(alerts.shown);
  const search = useObservable(alerts.search);
  const unread = useObservable(alerts.unread);
  return (
    <>
      <Segments
        label={texts.alerts.show}
        segments={SHOWN_ALERTS.map((value) => ({ value, label: texts.alerts.shown[value] }))}
        value={shown}
        onChoose={(value) => alerts.show(value)}
      />
      <SearchInput
        className="alerts-search"
        label={texts.alerts.search}
        value={search}
        onChange={(text) => alerts.find(text)}
      />
      <div className="toolbar-end">
        <span className="summary" role="status">
          {texts.alerts.unread(unread)}
        </span>
        <button
          type="button"
          className="button"
          aria-disabled={unread === 0}
          onClick={() => {
            if (unread > 0) void alerts.markAllRead();
          }}
        >
          {texts.alerts.markAllRead}
        </button>
        <button type="button" className="button" onClick={() => void alerts.exportLog(texts.alerts.exported)}>
          {texts.alerts.exportLog}
        </button>
      </div>
    </>
  );
}

function RuleTools() {
  const { alerts, choice } = useStores();
  const query = useObservable(choice.query);
  const hasRules = (useObservable(alerts.rules)?.length ?? 0) > 0;
  const trial = useObservable(alerts.dryRuns.all.state);
  return (
    <div className="toolbar-end">
      <DryRunButton
        store={alerts.dryRuns.all}
        label={texts.alerts.dryRun.tryAll}
        onRun={hasRules ? () => void alerts.dryRuns.all.run(null) : null}
      />
      <span className="summary" role="status">
        {trial.kind === 'running' ? texts.alerts.dryRun.running : ''}
      </span>
      <button type="button" className="button" onClick={() => void alerts.importRules(texts.alerts.imported)}>
        {texts.alerts.import}
      </button>
      <button type="button" className="button" onClick={() => void alerts.exportRules(texts.alerts.exported)}>
        {texts.alerts.export}
      </button>
      <button
        type="button"
        className="button button-main"
        onClick={() =>
          alerts.edit({
            replaces: null,
            rule: { kind: 'move', on: { type: 'league', sport: query?.sport ?? '' } },
          })
        }
      >
        {texts.alerts.newRule}
      </button>
    </div>
  );
}

function Log() {
  const { alerts } = useStores();
  const log = useObservable(alerts.log);
  const shown = useObservable(alerts.shown);
  const search = useObservable(alerts.search);
  if (log === null) {
    return (
      <Notice
        icon={<PendingIcon size={ICON_SIZE} />}
        title={texts.alerts.loadingTitle}
        text={texts.alerts.loadingHint}
      />
    );
  }
  if (log.entries.length === 0) {
    const isNarrowed = shown !== 'all' || search !== '';
    return (
      <Notice
        icon={<AlertsIcon size={ICON_SIZE} />}
        title={isNarrowed ? texts.alerts.noneTitle : texts.alerts.emptyLogTitle}
        text={isNarrowed ? texts.alerts.noneHint : texts.alerts.emptyLogHint}
      />
    );
  }
  return (
    <section
      className="alerts-scroll"
      aria-label={texts.alerts.log}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
      tabIndex={0}
    >
      <AlertList entries={log.entries} />
      {log.hasMore ? (
        <button type="button" className="button alerts-more" onClick={() => void alerts.readMore()}>
          {texts.alerts.more}
        </button>
      ) : null}
    </section>
  );
}

function Rules() {
  const { alerts } = useStores();
  const rules = useObservable(alerts.rules);
  if (rules === null || rules.length === 0) {
    return (
      <Notice
        icon={<AlertsIcon size={ICON_SIZE} />}
        title={rules === null ? texts.alerts.loadingTitle : texts.alerts.noRulesTitle}
        text={rules === null ? texts.alerts.loadingHint : texts.alerts.noRulesHint}
      />
    );
  }
  return (
    <section
      className="alerts-scroll"
      aria-label={texts.alerts.rulesList}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
      tabIndex={0}
    >
      <RuleList rules={rules} />
    </section>
  );
}

function RemovedRule() {
  const { alerts } = useStores();
  const removed = useObservable(alerts.removed);
  return (
    <UndoLine
      removed={removed && texts.alerts.removed(removed.name)}
      label={texts.alerts.undo}
      onUndo={() => void alerts.takeBack()}
    />
  );
}
