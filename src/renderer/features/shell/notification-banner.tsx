import { useState } from 'react';
import { texts } from '../../texts.ts';
import { WarningIcon } from '../../ui/icons.tsx';
import { useStores } from '../stores-context.ts';
import { useObservable, useSelected } from '../use-observable.ts';

/** Says that notifications do not arrive, for as long as they are wanted and it is so. */
export function NotificationBanner() {
  const { desktop, settings } = useStores();
  const { state, detail } = useObservable(desktop.health);
  const isTesting = useObservable(desktop.isTesting);
  const isWanted = useSelected(settings.settings, ({ notifies }) => notifies);
  const [closed, close] = useState('');
  if (!isWanted || state === 'untried' || state === 'working' || closed === detail) return null;
  return (
    <div className="banner" role="alert">
      <WarningIcon size={16} />
      <span className="banner-text">{texts.shell.notificationsFail(detail)}</span>
      <button
        type="button"
        className="button"
        disabled={isTesting}
        onClick={() => desktop.testNotification()}
      >
        {isTesting ? texts.shell.testing : texts.shell.test}
      </button>
      <button type="button" className="button" onClick={() => close(detail)}>
        {texts.shell.closeBanner}
      </button>
    </div>
  );
}
