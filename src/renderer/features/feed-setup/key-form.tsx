import { type FormEvent, useRef, useState } from 'react';
import { texts } from '../../texts.ts';
import { useStores } from '../stores-context.ts';
import { keyFault } from './key-fault.ts';

interface KeyFormProps {
  readonly base: string;
  readonly isTrying: boolean;
}

/** The key and the address. The key stands in the field alone: it is never in a state, and leaves with the click. */
export function KeyForm({ base, isTrying }: KeyFormProps) {
  const { key: entry } = useStores();
  const keyField = useRef<HTMLInputElement>(null);
  const baseField = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<ReturnType<typeof keyFault>>(null);

  const connect = (event: FormEvent) => {
    event.preventDefault();
    const [field, address] = [keyField.current, baseField.current];
    if (!field || !address || isTrying) return;
    const found = keyFault(field.value.trim(), address.value.trim());
    setFault(found);
    if (found) {
      (found.field === 'key' ? field : address).focus();
      return;
    }
    void entry.enter(field.value.trim(), address.value.trim()).then(() => keyField.current?.focus());
    field.value = '';
  };

  return (
    <form className="key-form" noValidate onSubmit={connect}>
      <label className="key-field">
        <span>{texts.key.key}</span>
        <input
          ref={keyField}
          className="field"
          type="password"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          aria-describedby="key-hint"
          aria-invalid={fault?.field === 'key'}
        />
      </label>
      <p className="hint" id="key-hint">
        {texts.key.keyHint}
      </p>
      <label className="key-field">
        <span>{texts.key.base}</span>
        <input
          ref={baseField}
          className="field"
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          defaultValue={base}
          aria-describedby="base-hint"
          aria-invalid={fault?.field === 'base'}
        />
      </label>
      <p className="hint" id="base-hint">
        {texts.key.baseHint}
      </p>
      <p className="form-fault" role="alert">
        {fault?.words}
      </p>
      <button type="submit" className="button button-main" aria-disabled={isTrying}>
        {texts.key.connect}
      </button>
    </form>
  );
}
