import { texts } from '../../texts.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';
import { KeyForm } from './key-form.tsx';
import { KeyStateLine } from './key-state-line.tsx';
import { KeyTrialNews } from './key-trial-news.tsx';

/** Where the key is entered, and where it is said what became of it. */
export function KeyPanel() {
  const { key } = useStores();
  const state = useObservable(key.state);
  const trial = useObservable(key.trial);
  if (state === null) return <div className="key-panel" role="status" aria-label={texts.filters.loading} />;
  return (
    <div className="key-panel">
      <section className="key-enter" aria-labelledby="key-title">
        <h3 className="part-title" id="key-title">
          {texts.key.title}
        </h3>
        <p className="hint">{texts.key.intro}</p>
        <KeyForm base={state.base} isTrying={trial.kind === 'trying'} />
        <KeyTrialNews trial={trial} />
      </section>
      <div className="key-side">
        <KeyStateLine state={state} isTrying={trial.kind === 'trying'} />
        <section className="key-help">
          <h3 className="part-title">{texts.key.helpTitle}</h3>
          <ul>
            {texts.key.helpLines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}
