import { type FormEvent, useId, useState } from 'react';

interface NameFormProps {
  readonly label: string;
  /** What the button says. */
  readonly action: string;
  /** Whether to take the name is what the screen is about now. */
  readonly isMain?: boolean;
  /** The name that is there, empty text for a new one. */
  readonly present?: string;
  readonly maxLength: number;
  /** What is wrong with a name, in words; `null` = nothing. */
  readonly faultOf: (name: string) => string | null;
  readonly onName: (name: string) => void;
  /** Lets go of the name, and how that is called; `null` where the form stays. */
  readonly cancel: { readonly label: string; readonly onCancel: () => void } | null;
}

/** A line in which a name is typed; Enter takes it, Escape lets go. */
export function NameForm({
  label,
  action,
  isMain = false,
  present = '',
  maxLength,
  faultOf,
  onName,
  cancel,
}: NameFormProps) {
  const [name, setName] = useState(present);
  const [fault, setFault] = useState<string | null>(null);
  const faultId = useId();
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
      className="name-form"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel?.onCancel();
      }}
    >
      <input
        className="field"
        aria-label={label}
        aria-invalid={fault !== null}
        aria-describedby={faultId}
        placeholder={label}
        maxLength={maxLength}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the field takes the place of the button that asked for it.
        autoFocus={cancel !== null}
        // a name that is there is more often typed anew than mended
        onFocus={({ currentTarget }) => currentTarget.select()}
        value={name}
        onChange={({ currentTarget }) => {
          setName(currentTarget.value);
          setFault(null);
        }}
      />
      <button type="submit" className={isMain ? 'button button-main' : 'button'}>
        {action}
      </button>
      {cancel === null ? null : (
        <button type="button" className="button" onClick={cancel.onCancel}>
          {cancel.label}
        </button>
      )}
      <p id={faultId} className="form-fault" role="status">
        {fault}
      </p>
    </form>
  );
}
