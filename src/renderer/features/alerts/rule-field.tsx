import { useId } from 'react';
import type { RuleField } from '../../stores/alerts/rule-draft.ts';
import { texts } from '../../texts.ts';

interface FieldProps {
  readonly field: RuleField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One field of a rule, typed as its form asks for. */
export function RuleFieldInput({ field, value, onChange }: FieldProps) {
  const id = useId();
  return (
    <div className="rule-field">
      <label htmlFor={id}>{texts.alerts.fields[field.name] ?? field.name}</label>
      <Input field={field} value={value} onChange={onChange} id={id} />
    </div>
  );
}

function Input({ field, value, onChange, id }: FieldProps & { readonly id: string }) {
  const { form } = field;
  const words = (name: string) => texts.alerts.values[name] ?? name;
  if (form === 'choice' || form === 'flag') {
    const values = field.form === 'choice' ? field.values : ['yes'];
    const isOptional = field.initial === undefined;
    return (
      <select
        id={id}
        className="select"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {isOptional ? <option value="">{form === 'flag' ? '–' : texts.alerts.optional}</option> : null}
        {values.map((each) => (
          <option key={each} value={each}>
            {words(each)}
          </option>
        ))}
      </select>
    );
  }
  if (form === 'choices') {
    const chosen = value.split(',').map((each) => each.trim());
    const toggle = (name: string) =>
      onChange(field.values.filter((each) => (each === name) !== chosen.includes(each)).join(', '));
    return (
      <fieldset id={id} className="rule-choices" aria-label={texts.alerts.fields[field.name] ?? field.name}>
        {field.values.map((each) => (
          <label key={each}>
            <input type="checkbox" checked={chosen.includes(each)} onChange={() => toggle(each)} />
            {words(each)}
          </label>
        ))}
      </fieldset>
    );
  }
  return (
    <input
      id={id}
      className="field"
      type={form === 'time' ? 'time' : 'text'}
      inputMode={form === 'number' ? 'decimal' : undefined}
      placeholder={
        form === 'list' || form === 'numbers' || form === 'weights'
          ? texts.alerts.commas
          : texts.alerts.optional
      }
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
