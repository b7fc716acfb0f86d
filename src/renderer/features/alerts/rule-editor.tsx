import { type FormEvent, useState } from 'react';
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
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';
import { RuleFieldInput } from './rule-field.tsx';
import { RuleTargetFields } from './rule-target.tsx';

/** The editor over the window, while a rule is in it. */
export function RuleEditor() {
  const { alerts } = useStores();
  const draft = useObservable(alerts.editor);
  if (draft === null) return null;
  return (
    <Modal
      label={draft.replaces === null ? texts.alerts.newRule : texts.alerts.editRule}
      className="rule-editor"
      onClose={() => alerts.closeEditor()}
    >
      <RuleForm draft={draft} />
    </Modal>
  );
}

function RuleForm({ draft }: { readonly draft: RuleDraft }) {
  const { alerts } = useStores();
  const failure = useObservable(alerts.failure);
  const [{ typed, rest }, setState] = useState(() => {
    const { texts: typedTexts, rest: others } = textsOf(draft.rule);
    return { typed: { ...blankTexts(typedTexts['kind'] as RuleKind), ...typedTexts }, rest: others };
  });
  const [isTried, setTried] = useState(false);
  const kind = typed['kind'] as RuleKind;
  const read = readDraft(typed, rest);

  const type = (name: string, value: string) =>
    setState((state) => ({ ...state, typed: { ...state.typed, [name]: value } }));
  const chooseKind = (next: RuleKind) =>
    setState((state) => ({
      ...state,
      typed: { ...state.typed, ...blankTexts(next), kind: next },
    }));
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
        onChange={(on) => setState((state) => ({ ...state, rest: { ...state.rest, on } }))}
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
      <div className="rule-answers">
        <button type="button" className="button" onClick={() => alerts.closeEditor()}>
          {texts.alerts.cancel}
        </button>
        <button type="submit" className="button button-main" aria-disabled={!read.ok}>
          {texts.alerts.save}
        </button>
      </div>
    </form>
  );
}
