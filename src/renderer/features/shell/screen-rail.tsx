import { SCREENS, type ScreenName } from '../../stores/navigation.ts';
import { texts } from '../../texts.ts';
import { BoardIcon } from '../../ui/icons.tsx';
import {
  AlertsIcon,
  BetsIcon,
  DiagnosticsIcon,
  FeedIcon,
  ParlaysIcon,
  PlaysIcon,
  SettingsIcon,
  WatchIcon,
} from '../../ui/screen-icons.tsx';
import { shortcutKeys } from '../../ui/shortcut-text.ts';
import { useShortcutTable } from '../actions/use-shortcuts.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';
import { openScreen } from './focus-screen.ts';

const ICON_SIZE = 18;
const ICONS = {
  odds: <BoardIcon size={ICON_SIZE} />,
  watchlists: <WatchIcon size={ICON_SIZE} />,
  alerts: <AlertsIcon size={ICON_SIZE} />,
  plays: <PlaysIcon size={ICON_SIZE} />,
  parlays: <ParlaysIcon size={ICON_SIZE} />,
  bets: <BetsIcon size={ICON_SIZE} />,
  diagnostics: <DiagnosticsIcon size={ICON_SIZE} />,
  settings: <SettingsIcon size={ICON_SIZE} />,
} satisfies Record<ScreenName, unknown>;

/** The way between screens, and to the key and the filters. */
export function ScreenRail() {
  const stores = useStores();
  const { navigation } = stores;
  const table = useShortcutTable();
  const current = useObservable(navigation.screen);
  const unread = useObservable(stores.alerts.unread);
  const isFeedOpen = useObservable(navigation.feedPanel);

  return (
    <nav className="rail" aria-label={texts.shell.navigation}>
      {SCREENS.map((screen) => (
        <button
          key={screen}
          type="button"
          className="rail-button"
          aria-current={screen === current ? 'page' : undefined}
          title={shortcutKeys(table.shortcutOf(`screen.${screen}`)).join('+')}
          onClick={() => openScreen(stores, screen)}
        >
          {ICONS[screen]}
          {texts.shell.screens[screen]}
          {screen === 'alerts' && unread > 0 ? (
            <span className="rail-badge">
              {unread > 99 ? '99+' : unread}
              <span className="spoken"> {texts.alerts.shown.unread}</span>
            </span>
          ) : null}
        </button>
      ))}
      <button
        type="button"
        className="rail-button rail-feed"
        aria-haspopup="dialog"
        aria-expanded={isFeedOpen !== null}
        title={texts.shell.feedTitle}
        onClick={() => navigation.feedPanel.write('key')}
      >
        <FeedIcon size={ICON_SIZE} />
        {texts.shell.feed}
      </button>
    </nav>
  );
}
