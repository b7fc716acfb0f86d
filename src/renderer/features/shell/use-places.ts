import { useEffect } from 'react';
import type { Place } from '#contract/place.ts';
import { SCREENS } from '../../stores/navigation.ts';
import type { Stores } from '../../stores/stores.ts';
import { useStores } from '../stores-context.ts';
import { openScreen } from './focus-screen.ts';
import { openGame } from './jump.ts';

/** A window that was just opened knows its games within this. */
const GIVE_UP_MS = 20_000;

/** Goes wherever the desktop sends the window: by a notification, the tray, or a link. */
export function usePlaces(): void {
  const stores = useStores();
  useEffect(() => {
    let stopSeeking: () => void = () => undefined;
    const stop = stores.desktop.followPlaces((place) => {
      stopSeeking();
      stopSeeking = go(stores, place);
    });
    return () => {
      stop();
      stopSeeking();
    };
  }, [stores]);
}

/** Goes to a place; answers the end of a search that still goes on. */
function go(stores: Stores, place: Place): () => void {
  if (place.kind === 'game') return seekGame(stores, place.game);
  const screen = SCREENS.find((name) => name === (place.kind === 'rule' ? 'alerts' : place.screen));
  if (screen !== undefined) openScreen(stores, screen);
  return () => undefined;
}

function seekGame(stores: Stores, game: string): () => void {
  const { clock, names } = stores;
  openScreen(stores, 'odds');
  const startedAtMs = clock.read();
  const stopClock = clock.subscribe(() => {
    if (clock.read() - startedAtMs > GIVE_UP_MS) stop();
    else names.refresh();
  });
  const stopNames = names.names.subscribe(() => {
    const found = names.names.read().games.find((each) => each.game === game);
    if (found === undefined) return;
    stop();
    openGame(stores, found);
  });
  const stop = () => {
    stopClock();
    stopNames();
  };
  names.refresh();
  return stop;
}
