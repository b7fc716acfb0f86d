import { type FormEvent, useId, useState } from 'react';
import { GROUP_LIMITS } from '#contract/settings.ts';
import { texts } from '../../../texts.ts';
import type { NameFault } from './group-changes.ts';

interface GroupNameFormProps {
  readonly label: string;
  /** What the button says. */
  readonly action: string;
  /** The name that the group has, empty text for a new one. */
  readonly present: string;
  readonly faultOf: (name: string) => NameFault | null;
  readonly onName: (name: string) => void;
  /** Lets go of a name that was to be changed; `null` where the form stays. */
  readonly onCancel: (() => void) | null;
}

/** A line in which a group is named; Enter takes it, Escape lets go. */
export function GroupNameForm({ label, action, present, faultOf, onName, onCancel }: GroupNameFormProps) {
  const [name, setName] = useState(present);
  const [fault, setFault] = useState<NameFault | null>(null);
  const faultId = useId();
  const words = texts.settings.groups;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = faultOf(name);
    setFault(found);
    if (found !== null) return;
    onName(name.trim());
    setName('');
  };
  return (
    <form
      className="group-name-form"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel?.();
      }}
    >
      <input
        className="field"
        aria-label={label}
        aria-invalid={fault !== null}
        aria-describedby={faultId}
        placeholder={label}
        maxLength={GROUP_LIMITS.nameLength}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the field takes the place of the button that asked for it.
        autoFocus={onCancel !== null}
        // a name that is there is more often typed anew than mended
        onFocus={({ currentTarget }) => currentTarget.select()}
        value={name}
        onChange={({ currentTarget }) => {
          setName(currentTarget.value);
          setFault(null);
        }}
      />
      <button type="submit" className="button">
        {action}
      </button>
      {onCancel === null ? null : (
        <button type="button" className="button" onClick={onCancel}>
          {words.cancel}
        </button>
      )}
      <p id={faultId} className="form-fault" role="status">
        {fault === null ? '' : words.faults[fault]}
      </p>
    </form>
  );
}
