import { texts } from '../../texts.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

export function KeyControl() {
  const { navigation, key } = useStores();
  const state = useObservable(key.state);
  return (
    <>
      <span className="setting-state">{state === null ? '' : texts.key.states[state.kind]}</span>
      <button
        type="button"
        className="button"
        aria-haspopup="dialog"
        onClick={() => navigation.feedPanel.write('key')}
      >
        {texts.settings.key.open}
      </button>
    </>
  );
}

export function FiltersControl() {
  const { navigation } = useStores();
  return (
    <button
      type="button"
      className="button"
      aria-haspopup="dialog"
      onClick={() => navigation.feedPanel.write('filters')}
    >
      {texts.settings.filters.open}
    </button>
  );
}
