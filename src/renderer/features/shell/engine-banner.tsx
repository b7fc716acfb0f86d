import { texts } from '../../texts.ts';
import { WarningIcon } from '../../ui/icons.tsx';
import { useStores } from '../stores-context.ts';
import { useSelected } from '../use-observable.ts';

/** Says that nothing is watched, while the engine rests after having ended too often. */
export function EngineBanner() {
  const { status } = useStores();
  const isResting = useSelected(status.status, (current) => current?.report.engine === 'resting');
  if (!isResting) return null;
  return (
    <div className="banner" role="alert">
      <WarningIcon size={16} />
      <span className="banner-text">{texts.shell.engineRests}</span>
      <button type="button" className="button" onClick={() => status.beginEngine()}>
        {texts.shell.beginEngine}
      </button>
    </div>
  );
}
