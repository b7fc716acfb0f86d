import type { DryRunReport, RuleDryRun, WouldBeAlert } from '#contract/dry-run.ts';
import { alertWords } from '#domain/alert/telling/alert-words.ts';
import { labelWithoutTime } from '#domain/identity/match/game-label.ts';
import type { DryRunState, DryRunStore } from '../../stores/alerts/dry-run.ts';
import { texts } from '../../texts.ts';
import { momentText } from '../../ui/time-text.ts';
import { useStores } from '../stores-context.ts';
import { useMinute } from '../use-minute.ts';
import { useObservable, useSelected } from '../use-observable.ts';

const words = texts.alerts.dryRun;

interface DryRunButtonProps {
  readonly store: DryRunStore;
  readonly label: string;
  /** Begins it; `null` = there is nothing to try yet. */
  readonly onRun: (() => void) | null;
}

/** Begins a look at the recorded day; while it goes on it says how far it is, and ends it. */
export function DryRunButton({ store, label, onRun }: DryRunButtonProps) {
  const state = useObservable(store.state);
  if (state.kind !== 'running')
    return (
      <button type="button" className="button" aria-disabled={onRun === null} onClick={() => onRun?.()}>
        {label}
      </button>
    );
  return (
    <span className="dry-run-running">
      <progress max={1} value={state.done} aria-label={words.running} />
      <button type="button" className="button" onClick={() => void store.cancel()}>
        {words.cancel}
      </button>
    </span>
  );
}

/** What came of it for one rule: how often, the first few, and over which span. */
export function DryRunResult({ state, rule }: { readonly state: DryRunState; readonly rule: string }) {
  if (state.kind === 'idle') return null;
  if (state.kind === 'running') return <p className="hint">{words.running}</p>;
  if (state.kind === 'failed') return <p className="form-fault">{state.message}</p>;
  const found = state.report.rules.find((each) => each.rule === rule);
  return found === undefined ? null : <RuleDryRunLines found={found} report={state.report} />;
}

interface RuleDryRunLinesProps {
  readonly found: RuleDryRun;
  readonly report: DryRunReport;
}

/** How often one rule would have fired, and its first few alerts. */
export function RuleDryRunLines({ found, report }: RuleDryRunLinesProps) {
  const minuteMs = useMinute();
  const { count, unsure, first, lastAtMs } = found;
  const last = lastAtMs === null ? '' : words.last(momentText(lastAtMs, minuteMs));
  return (
    <div className="dry-run">
      <p>
        <strong>{words.count(count)}</strong> {spanWords(report, minuteMs)} {last}
      </p>
      {unsure === 0 ? null : <p className="hint">{words.unsure(unsure)}</p>}
      {first.length === 0 ? null : (
        <details>
          <summary>{words.first(first.length, count)}</summary>
          <ol className="dry-run-alerts">
            {first.map((alert) => (
              <WouldBe key={`${alert.atMs} ${alert.subject}`} alert={alert} minuteMs={minuteMs} />
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

function WouldBe({ alert, minuteMs }: { readonly alert: WouldBeAlert; readonly minuteMs: number }) {
  const { settings } = useStores();
  const format = useSelected(settings.settings, (current) => current.oddsFormat);
  const { bet, sportsbook, moved, reason } = alertWords(alert, format);
  const game = labelWithoutTime(alert.game);
  return (
    <li>
      <time dateTime={new Date(alert.atMs).toISOString()}>{momentText(alert.atMs, minuteMs)}</time>{' '}
      {[bet, moved, sportsbook, bet === '' ? reason : '', game].filter(Boolean).join(' · ')}
    </li>
  );
}

/** Over which span: a day, or since the recording began. */
function spanWords({ isShort, fromMs }: DryRunReport, minuteMs: number): string {
  return isShort ? words.since(momentText(fromMs, minuteMs)) : words.lastDay;
}
