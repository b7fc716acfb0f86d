import { type FormEvent, useId, useState } from 'react';
import { PROXY_ADDRESS } from '#contract/settings.ts';
import { texts } from '../../texts.ts';
import { useStores } from '../stores-context.ts';
import { useSelected } from '../use-observable.ts';

/** The proxy: taken when it reads like one, and only then. */
export function ProxyControl() {
  const { settings } = useStores();
  const proxy = useSelected(settings.settings, (current) => current.proxy);
  const [typed, setTyped] = useState(proxy);
  const [isWrong, setWrong] = useState(false);
  const id = useId();
  const words = texts.settings.proxy;

  const use = (next: string) => {
    setTyped(next);
    const isRight = next === '' || PROXY_ADDRESS.test(next);
    setWrong(!isRight);
    if (isRight && next !== proxy) settings.change({ proxy: next });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    use(typed.trim());
  };

  return (
    <form className="proxy-form" noValidate onSubmit={submit}>
      <input
        className="field"
        type="text"
        inputMode="url"
        aria-label={words.title}
        aria-invalid={isWrong}
        aria-describedby={id}
        placeholder={words.placeholder}
        spellCheck={false}
        autoComplete="off"
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" className="button">
        {words.apply}
      </button>
      <button type="button" className="button button-quiet" onClick={() => use('')}>
        {words.none}
      </button>
      <p id={id} className={isWrong ? 'form-fault' : 'hint'} role="status">
        {isWrong ? words.wrong : proxy === '' ? words.unused : words.used(proxy)}
      </p>
    </form>
  );
}
