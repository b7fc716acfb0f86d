import type { Bridge } from '#contract/bridge.ts';

/** The windows as far as this one may move them. */
export interface WindowsStore {
  toggleTicker(): void;
  showMain(): void;
}

/** Asks the main process; it knows which windows there are. */
export function openWindows(bridge: Bridge): WindowsStore {
  return {
    toggleTicker: () => void bridge.request('ticker.toggle', null),
    showMain: () => void bridge.request('main.show', null),
  };
}
