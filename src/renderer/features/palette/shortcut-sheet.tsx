import { Fragment } from 'react';
import { texts } from '../../texts.ts';
import { Modal } from '../../ui/modal.tsx';
import { CloseIcon } from '../../ui/screen-icons.tsx';
import { ShortcutKeys } from '../../ui/shortcut-keys.tsx';
import { ACTION_GROUPS, ACTIONS } from '../actions/action-list.ts';
import { useShortcutTable } from '../actions/use-shortcuts.ts';
import { openScreen } from '../shell/focus-screen.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

/** All shortcuts on one sheet. */
export function ShortcutSheet() {
  const { navigation } = useStores();
  return useObservable(navigation.shortcutSheet) ? <OpenSheet /> : null;
}

function OpenSheet() {
  const stores = useStores();
  const table = useShortcutTable();
  const sheet = texts.actions.sheet;
  const close = () => stores.navigation.shortcutSheet.write(false);
  const change = () => {
    close();
    requestAnimationFrame(() => openScreen(stores, 'settings'));
  };
  return (
    <Modal label={sheet.title} className="sheet" onClose={close}>
      <header className="sheet-head">
        <h2 className="title">{sheet.title}</h2>
        <button type="button" className="button button-quiet" onClick={change}>
          {sheet.change}
        </button>
        <button
          type="button"
          className="button button-icon"
          aria-label={sheet.close}
          title={sheet.close}
          onClick={close}
        >
          <CloseIcon />
        </button>
      </header>
      <div className="sheet-groups">
        {ACTION_GROUPS.map((group) => (
          <section key={group} aria-label={texts.actions.groups[group]}>
            <h3 className="part-title">{texts.actions.groups[group]}</h3>
            <dl>
              {ACTIONS.filter((action) => action.group === group).map(({ id }) => (
                <div key={id}>
                  <dt>{texts.actions.titles[id]}</dt>
                  <dd>
                    <ShortcutKeys shortcut={table.shortcutOf(id)} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section aria-label={sheet.inTable}>
          <h3 className="part-title">{sheet.inTable}</h3>
          <dl>
            {sheet.tableKeys.map(([what, ...shortcuts]) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>
                  {shortcuts.map((shortcut, at) => (
                    <Fragment key={shortcut}>
                      {at === 0 ? null : ` ${texts.actions.or} `}
                      <ShortcutKeys shortcut={shortcut} />
                    </Fragment>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Modal>
  );
}
