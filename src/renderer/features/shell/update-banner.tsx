import { texts } from '../../texts.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

/** Offers a newer version; nothing happens until the user says so. */
export function UpdateBanner() {
  const { desktop } = useStores();
  const { kind, version, percent, detail } = useObservable(desktop.update);
  if (kind === 'off' || kind === 'current') return null;
  const words = texts.shell.update;
  const steps = {
    available: { text: words.available(version), step: 'download', label: words.download },
    downloading: { text: words.downloading(version, percent), step: null, label: '' },
    ready: { text: words.ready(version), step: 'install', label: words.install },
    failed: { text: words.failed(detail), step: 'check', label: words.again },
  } as const;
  const { text, step, label } = steps[kind];
  return (
    <div className="banner banner-plain" role="status">
      <span className="banner-text">{text}</span>
      {step === null ? null : (
        <>
          <button type="button" className="button" onClick={() => desktop.updateStep(step)}>
            {label}
          </button>
          <button type="button" className="button" onClick={() => desktop.updateStep('decline')}>
            {words.decline}
          </button>
        </>
      )}
    </div>
  );
}
