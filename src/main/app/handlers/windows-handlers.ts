import type { MenuGroup } from '#contract/menu.ts';
import type { WindowsRequests } from '#contract/requests/windows-requests.ts';
import type { Handlers } from '../../ipc/door.ts';
import { done } from './ask.ts';

/** The windows as far as a page may move them. */
export interface MovableWindows {
  showMain(): void;
  /** Answers whether the ticker is open now. */
  toggleTicker(): boolean;
  /** Makes the application's menu for a window, which is told what was chosen. */
  setMenu(groups: readonly MenuGroup[], windowId: number): void;
}

/** What requests about the windows do. */
export function windowsHandlers(windows: MovableWindows): Pick<Handlers, keyof WindowsRequests> {
  return {
    'ticker.toggle': () => done({ isOpen: windows.toggleTicker() }),
    'main.show'() {
      windows.showMain();
      return done(null);
    },
    'menu.set'({ groups }, windowId) {
      windows.setMenu(groups, windowId);
      return done(null);
    },
  };
}
