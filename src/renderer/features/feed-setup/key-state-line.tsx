import { useState } from 'react';
import type { KeyState } from '#contract/key.ts';
import { texts } from '../../texts.ts';
import { useStores } from '../stores-context.ts';

interface KeyStateLineProps {
  readonly state: KeyState;
  readonly isTrying: boolean;
}

/** Where the key is now, and the way back to the demo, which is asked twice. */
export function KeyStateLine({ state, isTrying }: KeyStateLineProps) {
  const { key } = useStores();
  const [isAsked, setAsked] = useState(false);
  const hasKey = state.kind !== 'none';
  return (
    <section className="key-state" aria-label={texts.key.stateLabel} data-kind={state.kind}>
      <h3 className="part-title">{texts.key.stateLabel}</h3>
      <p>
        <strong>{texts.key.states[state.kind]}</strong>
      </p>
      {state.detail === '' ? null : <p className="hint">{state.detail}</p>}
      {state.kind === 'session' ? <p className="hint">{texts.key.sessionNote}</p> : null}
      {hasKey && !isAsked ? (
        <button type="button" className="button" disabled={isTrying} onClick={() => setAsked(true)}>
          {texts.key.remove}
        </button>
      ) : null}
      {hasKey && isAsked ? (
        <div className="question" role="alert">
          <p>{texts.key.removeQuestion}</p>
          <div className="question-answers">
            <button
              type="button"
              className="button"
              // biome-ignore lint/a11y/noAutofocus: the question takes the place of the button that asked it.
              autoFocus
              onClick={() => setAsked(false)}
            >
              {texts.key.removeNo}
            </button>
            <button
              type="button"
              className="button button-danger"
              onClick={() => {
                setAsked(false);
                void key.remove();
              }}
            >
              {texts.key.removeYes}
            </button>
          </div>
        </div>
      ) : null}
    </section>
  );
}
