import type { ScreenName } from '../../stores/navigation.ts';
import type { Stores } from '../../stores/stores.ts';
import { focusGrid } from '../landmarks.ts';

/** The id of the heading by which a screen begins; it takes the keyboard when the screen is opened. */
export function screenHeadingId(screen: ScreenName): string {
  return `screen-${screen}`;
}

/** Opens a screen and takes the keyboard there. */
export function openScreen({ navigation }: Pick<Stores, 'navigation'>, screen: ScreenName): void {
  navigation.recorded.write(null);
  navigation.screen.write(screen);
  onceLaidOut(() => {
    if (screen === 'odds') focusGrid();
    else document.getElementById(screenHeadingId(screen))?.focus();
  });
}

/** Runs when what has just been asked for stands in the page. */
export function onceLaidOut(run: () => void): void {
  requestAnimationFrame(run);
}
