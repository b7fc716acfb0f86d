import type { MenuGroup } from '../menu.ts';

/** What a window may ask of the main process about the windows. */
export interface WindowsRequests {
  /** Opens the floating ticker, or closes it. Answers whether it is open now. */
  'ticker.toggle': { input: null; output: { readonly isOpen: boolean }; error: never };
  /** Brings the main window to the front, opening it where it was closed. */
  'main.show': { input: null; output: null; error: never };
  /** Makes the application's menu of the window's actions; the stream `action` tells which one was chosen. */
  'menu.set': { input: { readonly groups: readonly MenuGroup[] }; output: null; error: never };
}

/** What the main process sends unasked about the windows. */
export interface WindowsStreams {
  /** An action was chosen in the application's menu: its id. */
  action: string;
}

/** Every name, for the allow-list; a missing or extra one does not compile. */
export const WINDOWS_REQUESTS = {
  'ticker.toggle': true,
  'main.show': true,
  'menu.set': true,
} satisfies Record<keyof WindowsRequests, true>;
export const WINDOWS_STREAMS = {
  action: true,
} satisfies Record<keyof WindowsStreams, true>;
