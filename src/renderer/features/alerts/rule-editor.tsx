import { type FormEvent, useRef, useState } from 'react';
import { describeRule } from '#domain/alert/rule/describe-rule.ts';
import { RULE_KINDS, type RuleKind } from '#domain/alert/rule/rule.ts';
import type { RuleDraft } from '../../stores/alerts/alerts.ts';
import {
  blankTexts,
  CONDITION_FIELDS,
  KIND_FIELDS,
  readDraft,
  textsOf,
} from '../../stores/alerts/rule-draft.ts';
import { texts } from '../../texts.ts';
import { Modal } from '../../ui/modal.tsx';
import { momentText } from '../../ui/time-text.ts';
import { useStores } from '../stores-context.ts';
import { useMinute } from '../use-minute.ts';
import { useObservable } from '../use-observable.ts';
import { DryRunButton, DryRunResult } from './dry-run.tsx';
import { RuleFieldInput } from './rule-field.tsx';
import { RuleTargetFields } from './rule-target.tsx';

/** The editor over the window, while a rule is in it. */
export function RuleEditor() {
  const { alerts } = useStores();
  const draft = useObservable(alerts.editor);
  return draft === null ? null : <OpenEditor draft={draft} />;
}

function OpenEditor({ draft }: { readonly draft: RuleDraft }) {
  const { alerts } = useStores();
  const isTyped = useRef(false);
  const [asksToDiscard, ask] = useState(false);
  const mayClose = () => {
    // asked once, whoever asks again means it
    const may = !isTyped.current || asksToDiscard;
    ask(!may);
    return may;
  };
  return (
    <Modal
      label={draft.replaces === null ? texts.alerts.newRule : texts.alerts.editRule}
      className="rule-editor"
      onClose={() => alerts.closeEditor()}
      mayClose={mayClose}
    >
      <RuleForm
        draft={draft}
        asksToDiscard={asksToDiscard}
        onTyped={() => {
          isTyped.current = true;
          ask(false);
        }}
        onCancel={() => {
          if (mayClose()) alerts.closeEditor();
        }}
      />
    </Modal>
  );
}

interface RuleFormProps {
  readonly draft: RuleDraft;
  /** Something was typed and would be lost: the user is asked. */
  readonly asksToDiscard: boolean;
  readonly onTyped: () => void;
  readonly onCancel: () => void;
}

function RuleForm({ draft, asksToDiscard, onTyped, onCancel }: RuleFormProps) {
  const { alerts } = useStores();
  const failure = useObservable(alerts.failure);
  const trial = useObservable(alerts.dryRuns.editor.state);
  const minuteMs = useMinute();
  const firedAtMs = useObservable(alerts.rules)?.find(
    ({ rule }) => rule.name === draft.replaces,
  )?.lastFiredAtMs;
  const [{ typed, rest }, setState] = useState(() => {
    const { texts: typedTexts, rest: others } = textsOf(draft.rule);
    return { typed: { ...blankTexts(typedTexts['kind'] as RuleKind), ...typedTexts }, rest: others };
  });
  const [isTried, setTried] = useState(false);
  const kind = typed['kind'] as RuleKind;
  const read = readDraft(typed, rest);

  const type = (name: string, value: string) => {
    onTyped();
    // what was tried is another rule now
    if (trial.kind !== 'idle') alerts.dryRuns.editor.forget();
    setState((state) => ({ ...state, typed: { ...state.typed, [name]: value } }));
  };
  const chooseKind = (next: RuleKind) => {
    onTyped();
    alerts.dryRuns.editor.forget();
    setState((state) => ({
      ...state,
      typed: { ...state.typed, ...blankTexts(next), kind: next },
    }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (read.ok) void alerts.save(read.rule);
  };

  return (
    <form className="rule-form" onSubmit={submit}>
      <h2>{draft.replaces === null ? texts.alerts.newRule : texts.alerts.editRule}</h2>
      <div className="rule-fields">
        <RuleFieldInput
          field={{ name: 'name', form: 'text', initial: '' }}
          value={typed['name'] ?? ''}
          onChange={(value) => type('name', value)}
        />
        <div className="rule-field">
          <label htmlFor="rule-kind">{texts.alerts.kind}</label>
          <select
            id="rule-kind"
            className="select"
            value={kind}
            onChange={(event) => chooseKind(event.currentTarget.value as RuleKind)}
          >
            {RULE_KINDS.map((each) => (
              <option key={each} value={each}>
                {texts.alerts.kinds[each]}
              </option>
            ))}
          </select>
        </div>
      </div>
      <RuleTargetFields
        target={(rest['on'] ?? {}) as Readonly<Record<string, unknown>>}
        onChange={(on) => {
          onTyped();
          alerts.dryRuns.editor.forget();
          setState((state) => ({ ...state, rest: { ...state.rest, on } }));
        }}
      />
      <div className="rule-fields">
        {KIND_FIELDS[kind].map((field) => (
          <RuleFieldInput
            key={`${kind} ${field.name}`}
            field={field}
            value={typed[field.name] ?? ''}
            onChange={(value) => type(field.name, value)}
          />
        ))}
      </div>
      <details className="rule-conditions">
        <summary>{texts.alerts.conditions}</summary>
        <div className="rule-fields">
          {CONDITION_FIELDS.map((field) => (
            <RuleFieldInput
              key={field.name}
              field={field}
              value={typed[field.name] ?? ''}
              onChange={(value) => type(field.name, value)}
            />
          ))}
        </div>
      </details>
      <p className={read.ok || !isTried ? 'rule-words' : 'rule-words form-fault'} role="status">
        {read.ok ? describeRule(read.rule) : read.message}
      </p>
      {failure === null ? null : (
        <p className="form-fault" role="alert">
          {failure}
        </p>
      )}
      <DryRunResult state={trial} rule={read.ok ? read.rule.name : ''} />
      {kind === 'play' && trial.kind === 'done' ? <p className="hint">{texts.alerts.dryRun.plays}</p> : null}
      {firedAtMs == null ? null : (
        <p className="hint">{texts.alerts.firedForReal(momentText(firedAtMs, minuteMs))}</p>
      )}
      <div className="rule-answers">
        <DryRunButton
          store={alerts.dryRuns.editor}
          label={texts.alerts.dryRun.try}
          onRun={read.ok ? () => void alerts.dryRuns.editor.run([read.rule]) : null}
        />
        <span className="rule-answers-gap" />
        {asksToDiscard ? (
          <span className="hint" role="alert">
            {texts.alerts.unsaved}
          </span>
        ) : null}
        <button type="button" className="button" onClick={onCancel}>
          {asksToDiscard ? texts.alerts.discard : texts.alerts.cancel}
        </button>
        <button type="submit" className="button button-main" aria-disabled={!read.ok}>
          {texts.alerts.save}
        </button>
      </div>
    </form>
  );
}
