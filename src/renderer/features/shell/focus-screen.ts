import type { ScreenName } from '../../stores/navigation.ts';
import { focusGrid } from '../landmarks.ts';

/** The id of the heading by which a screen begins; it takes the keyboard when the screen is opened. */
export function screenHeadingId(screen: ScreenName): string {
  return `screen-${screen}`;
}

/** Takes the keyboard to a screen that has just been opened, once it stands. */
export function focusScreen(screen: ScreenName): void {
  requestAnimationFrame(() => {
    if (screen === 'odds') focusGrid();
    else document.getElementById(screenHeadingId(screen))?.focus();
  });
}
