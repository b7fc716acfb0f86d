import { type FormEvent, useState } from 'react';
import { texts } from '../../texts.ts';

interface NameFormProps {
  readonly label: string;
  readonly initial: string;
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
}

/** One line in which a name is typed; Enter keeps it, Escape lets go. */
export function NameForm({ label, initial, onSave, onCancel }: NameFormProps) {
  const [name, setName] = useState(initial);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') onSave(name.trim());
  };
  return (
    <form
      className="name-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <input
        className="field"
        aria-label={label}
        maxLength={100}
        // biome-ignore lint/a11y/noAutofocus: the field takes the place of the button that asked for it.
        autoFocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" className="button button-main" aria-disabled={name.trim() === ''}>
        {texts.watchlists.save}
      </button>
      <button type="button" className="button" onClick={onCancel}>
        {texts.watchlists.cancel}
      </button>
    </form>
  );
}
