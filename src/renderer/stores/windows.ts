import type { Bridge } from '#contract/bridge.ts';
import type { MenuGroup } from '#contract/menu.ts';

/** The windows as far as this one may move them. */
export interface WindowsStore {
  toggleTicker(): void;
  showMain(): void;
  /** Makes the application's menu of these. */
  setMenu(groups: readonly MenuGroup[]): void;
  /** Calls `run` for what is chosen in the menu until the returned function is called. */
  hearMenu(run: (actionId: string) => void): () => void;
}

/** Asks the main process; it knows which windows there are. */
export function openWindows(bridge: Bridge): WindowsStore {
  return {
    toggleTicker: () => void bridge.request('ticker.toggle', null),
    setMenu: (groups) => void bridge.request('menu.set', { groups }),
    hearMenu: (run) => bridge.listen('action', run),
    showMain: () => void bridge.request('main.show', null),
  };
}
