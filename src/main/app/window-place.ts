import { type BrowserWindow, screen } from 'electron';
import { type Area, type FirstStand, placeOnDisplay } from '../desktop/place-on-display.ts';
import type { PlacedWindow, SettingsStore, WindowPlace } from '../desktop/settings-store.ts';

/** The size of a window that was never open, and where it stands then. */
export interface FirstPlace {
  readonly width: number;
  readonly height: number;
  readonly at: FirstStand;
}

/** Where a window was on its last display, or, where that is gone, on the primary one; else its first place. */
export function lastPlace(
  settings: SettingsStore,
  name: PlacedWindow,
  { at, ...size }: FirstPlace,
): Area & { readonly isMaximized: boolean } {
  const { display: last, places } = settings.placesOf(name);
  const display = screen.getAllDisplays().find(({ id }) => String(id) === last) ?? screen.getPrimaryDisplay();
  const place: WindowPlace = places[String(display.id)] ?? places[''] ?? size;
  return { ...placeOnDisplay(place, display.workArea, at), isMaximized: place.isMaximized === true };
}

/** Keeps where a window is now, for its display. */
export function keepPlace(window: BrowserWindow, settings: SettingsStore, name: PlacedWindow): void {
  const { display, places } = settings.placesOf(name);
  const place = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
  const id = String(screen.getDisplayMatching(place).id);
  if (id === display && JSON.stringify(places[id]) === JSON.stringify(place)) return;
  settings.keepPlaces(name, { display: id, places: { ...places, [id]: place } });
}
