/** What a window may ask of the main process about the windows. */
export interface WindowsRequests {
  /** Opens the floating ticker, or closes it. Answers whether it is open now. */
  'ticker.toggle': { input: null; output: { readonly isOpen: boolean }; error: never };
  /** Brings the main window to the front, opening it where it was closed. */
  'main.show': { input: null; output: null; error: never };
}

/** Every name, for the allow-list; a missing or extra one does not compile. */
export const WINDOWS_REQUESTS = {
  'ticker.toggle': true,
  'main.show': true,
} satisfies Record<keyof WindowsRequests, true>;
