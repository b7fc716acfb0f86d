import { texts } from '../../texts.ts';
import { ShortcutKeys } from '../../ui/shortcut-keys.tsx';
import { useShortcutTable } from '../actions/use-shortcuts.ts';
import { useStores } from '../stores-context.ts';
import { useObservable, useSelected } from '../use-observable.ts';

/** The way to the first alert, and to everything else. */
export function AlertStep() {
  const { alerts, choice, navigation } = useStores();
  const sport = useSelected(choice.query, (query) => query?.sport ?? '');
  const rules = useObservable(alerts.rules);
  const table = useShortcutTable();
  const words = texts.onboarding.alert;
  // filled in so far that it can be saved as it is
  const begin = () =>
    alerts.edit({
      replaces: null,
      rule: { kind: 'move', name: words.ruleName(sport), on: { type: 'league', sport } },
    });
  return (
    <>
      <p>{words.intro}</p>
      <button type="button" className="button" aria-haspopup="dialog" onClick={begin}>
        {words.begin}
      </button>
      <p role="status">{rules !== null && rules.length > 0 ? words.saved : ''}</p>
      <p>{words.atPrice}</p>
      <p>
        <ShortcutKeys shortcut={table.shortcutOf('palette.open')} /> {words.palette}
      </p>
      <p>
        <ShortcutKeys shortcut={table.shortcutOf('shortcuts.show')} /> {words.sheet}
      </p>
      <button
        type="button"
        className="button button-quiet"
        aria-haspopup="dialog"
        onClick={() => navigation.palette.write(true)}
      >
        {words.find}
      </button>
    </>
  );
}
