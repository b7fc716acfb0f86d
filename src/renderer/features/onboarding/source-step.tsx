import { texts } from '../../texts.ts';
import { useStores } from '../stores-context.ts';
import { useSelected } from '../use-observable.ts';

/** Demo or key. */
export function SourceStep() {
  const { navigation, status } = useStores();
  const source = useSelected(status.status, (current) => current?.report.source ?? 'demo');
  const words = texts.onboarding.source;
  if (source === 'provider') return <p>{words.provider}</p>;
  return (
    <>
      <p>{words.demo}</p>
      <p>{words.key}</p>
      <button
        type="button"
        className="button"
        aria-haspopup="dialog"
        onClick={() => navigation.feedPanel.write('key')}
      >
        {words.enter}
      </button>
    </>
  );
}
