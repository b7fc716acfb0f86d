import type { RuleView } from '#contract/rules.ts';
import { texts } from '../../texts.ts';
import { CloseIcon, EditIcon } from '../../ui/screen-icons.tsx';
import { agoText, timeText } from '../../ui/time-text.ts';
import { useStores } from '../stores-context.ts';
import { useMinute } from '../use-minute.ts';
import { useObservable, useSelected } from '../use-observable.ts';
import { DryRunResult } from './dry-run.tsx';

/** How long a rule is snoozed with one click. */
const SNOOZE_MS = 3_600_000;

/** The rules in words, each with a switch, and when it last fired. */
export function RuleList({ rules }: { readonly rules: readonly RuleView[] }) {
  return (
    <ul className="rules" aria-label={texts.alerts.rulesList}>
      {rules.map((view) => (
        <RuleLine key={view.rule.name} view={view} />
      ))}
    </ul>
  );
}

function RuleLine({ view }: { readonly view: RuleView }) {
  const { alerts, clock } = useStores();
  const minuteMs = useMinute();
  const trial = useObservable(alerts.dryRuns.all.state);
  const { rule, words, lastFiredAtMs, isDone } = view;
  const snoozedUntilMs = useObservable(alerts.snoozed)[rule.name] ?? 0;
  const isSnoozed = useSelected(clock, (nowMs) => snoozedUntilMs > nowMs);
  const fired =
    lastFiredAtMs === null
      ? texts.alerts.neverFired
      : texts.alerts.lastFired(agoText(minuteMs - lastFiredAtMs));
  return (
    <li className="rule" data-off={rule.isOff || undefined}>
      <input
        type="checkbox"
        role="switch"
        aria-label={texts.alerts.on(rule.name)}
        aria-checked={!rule.isOff}
        checked={!rule.isOff}
        onChange={(event) => void alerts.setOff(view, !event.currentTarget.checked)}
      />
      <div className="rule-text">
        <strong>{rule.name}</strong>
        <p>{words}</p>
        <span className="second-line">
          {texts.alerts.kinds[rule.kind]} · {isDone ? texts.alerts.isDone : fired}
          {isSnoozed ? ` · ${texts.alerts.snoozedUntil(timeText(snoozedUntilMs))}` : ''}
        </span>
        {trial.kind === 'done' ? <DryRunResult state={trial} rule={rule.name} /> : null}
      </div>
      <button
        type="button"
        className="button"
        title={isSnoozed ? texts.alerts.wakeTitle(rule.name) : texts.alerts.snoozeTitle(rule.name)}
        onClick={() => void alerts.snooze(rule.name, isSnoozed ? null : SNOOZE_MS)}
      >
        {isSnoozed ? texts.alerts.wake : texts.alerts.snooze}
        <span className="spoken"> {rule.name}</span>
      </button>
      <button
        type="button"
        className="button button-icon"
        aria-label={texts.alerts.edit(rule.name)}
        title={texts.alerts.edit(rule.name)}
        onClick={() =>
          alerts.edit({ replaces: rule.name, rule: rule as unknown as Readonly<Record<string, unknown>> })
        }
      >
        <EditIcon />
      </button>
      <button
        type="button"
        className="button button-icon"
        aria-label={texts.alerts.remove(rule.name)}
        title={texts.alerts.remove(rule.name)}
        onClick={() => void alerts.remove(rule.name)}
      >
        <CloseIcon />
      </button>
    </li>
  );
}
