import { observable, type Writable } from './observable.ts';

/** The screens of the window, in the order in which they stand in the navigation. */
export const SCREENS = ['odds', 'plays', 'parlays', 'diagnostics'] as const;
export type ScreenName = (typeof SCREENS)[number];

/** Where the user is. Nothing is kept: a start begins at the odds. */
export interface Navigation {
  readonly screen: Writable<ScreenName>;
  /** Whether the panel of key and filters lies over the screen. */
  readonly feedPanel: Writable<boolean>;
}

/** A window that has just been opened. */
export function startNavigation(): Navigation {
  return { screen: observable<ScreenName>('odds'), feedPanel: observable(false) };
}
