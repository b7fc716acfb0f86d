import { useEffect } from 'react';
import type { Place } from '#contract/place.ts';
import { SCREENS } from '../../stores/navigation.ts';
import type { Stores } from '../../stores/stores.ts';
import { texts } from '../../texts.ts';
import { useStores } from '../stores-context.ts';
import { openScreen } from './focus-screen.ts';
import { openGamePage } from './jump.ts';

/** Goes wherever the desktop sends the window: by a notification, the tray, or a link. */
export function usePlaces(): void {
  const stores = useStores();
  useEffect(() => {
    return stores.desktop.followPlaces((place) => go(stores, place));
  }, [stores]);
}

/** Goes to a place. The page of a game that has not come in yet fills itself when it does. */
function go(stores: Stores, place: Place): void {
  if (place.kind === 'game') return openGamePage(stores, place.game, null);
  if (place.kind === 'rule') {
    openScreen(stores, 'alerts');
    return void stores.alerts.editNamed(place.rule, texts.alerts.noRule(place.rule));
  }
  const screen = SCREENS.find((name) => name === place.screen);
  if (screen !== undefined) openScreen(stores, screen);
}
