import { texts } from '../../texts.ts';
import { Segments } from '../../ui/segments.tsx';
import { useStores } from '../stores-context.ts';
import { useObservable, useSelected } from '../use-observable.ts';
import { OnOff } from './on-off.tsx';

const words = texts.settings.desktop;

export function ClosingControl() {
  const { settings } = useStores();
  const closesToTray = useSelected(settings.settings, (current) => current.closesToTray);
  return (
    <Segments
      label={words.closesToTray.title}
      segments={[
        { value: 'tray', label: words.closesToTray.tray },
        { value: 'quit', label: words.closesToTray.quit },
      ]}
      value={closesToTray ? 'tray' : 'quit'}
      onChoose={(value) => settings.change({ closesToTray: value === 'tray' })}
    />
  );
}

export function LoginControl() {
  const { settings } = useStores();
  const startsAtLogin = useSelected(settings.settings, (current) => current.startsAtLogin);
  return (
    <OnOff
      label={words.startsAtLogin.title}
      isOn={startsAtLogin}
      onChoose={(isOn) => settings.change({ startsAtLogin: isOn })}
    />
  );
}

/** On or off, and whether they really arrive. */
export function NotificationsControl() {
  const { settings, desktop } = useStores();
  const notifies = useSelected(settings.settings, (current) => current.notifies);
  const { state, detail } = useObservable(desktop.health);
  const isTesting = useObservable(desktop.isTesting);
  const { title, states } = words.notifies;
  return (
    <div className="setting-lines">
      <OnOff label={title} isOn={notifies} onChoose={(isOn) => settings.change({ notifies: isOn })} />
      <button
        type="button"
        className="button"
        disabled={isTesting}
        onClick={() => desktop.testNotification()}
      >
        {isTesting ? texts.shell.testing : texts.shell.test}
      </button>
      <p className="hint" role="status">
        {state === 'untried' || state === 'working' ? states[state] : detail}
      </p>
    </div>
  );
}
