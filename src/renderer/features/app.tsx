import { useLayoutEffect } from 'react';
import type { Stores } from '../stores/stores.ts';
import { useAppMenu, useShortcuts } from './actions/use-shortcuts.ts';
import { RuleEditor } from './alerts/rule-editor.tsx';
import { BetDialog } from './bets/bet-dialog.tsx';
import { FeedDialog } from './feed-setup/feed-dialog.tsx';
import { HeaderBar } from './header/header-bar.tsx';
import { Onboarding } from './onboarding/onboarding.tsx';
import { Palette } from './palette/palette.tsx';
import { ShortcutSheet } from './palette/shortcut-sheet.tsx';
import { PointedMenu } from './pointed/pointed-menu.tsx';
import { EngineBanner } from './shell/engine-banner.tsx';
import { NotificationBanner } from './shell/notification-banner.tsx';
import { ScreenRail } from './shell/screen-rail.tsx';
import { ScreenStage } from './shell/screen-stage.tsx';
import { UpdateBanner } from './shell/update-banner.tsx';
import { usePlaces } from './shell/use-places.ts';
import { StatusBar } from './status-bar/status-bar.tsx';
import { StoresContext } from './stores-context.ts';
import { useSelected } from './use-observable.ts';

/** The window: header, the screen in use, and the state of the feed, which never leaves. */
export function App({ stores }: { readonly stores: Stores }) {
  const theme = useSelected(stores.settings.settings, (settings) => settings.theme);
  const density = useSelected(stores.settings.settings, (settings) => settings.density);
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.dataset['density'] = density;
  }, [theme, density]);

  return (
    <StoresContext value={stores}>
      <div className="app">
        <HeaderBar />
        <div className="banners">
          <EngineBanner />
          <UpdateBanner />
          <NotificationBanner />
        </div>
        <div className="workspace">
          <ScreenRail />
          <ScreenStage />
          <Onboarding />
        </div>
        <StatusBar />
        <FeedDialog />
        <RuleEditor />
        <Palette />
        <ShortcutSheet />
        <Shortcuts />
        <BetDialog />
        <PointedMenu />
      </div>
    </StoresContext>
  );
}

/** Hears shortcuts wherever they are pressed, and the application's menu; needs the stores above it. */
function Shortcuts() {
  useShortcuts();
  usePlaces();
  useAppMenu();
  return null;
}
