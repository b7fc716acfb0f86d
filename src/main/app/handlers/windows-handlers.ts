import type { WindowsRequests } from '#contract/requests/windows-requests.ts';
import type { Handlers } from '../../ipc/door.ts';
import { done } from './ask.ts';

/** The windows as far as a page may move them. */
export interface MovableWindows {
  showMain(): void;
  /** Answers whether the ticker is open now. */
  toggleTicker(): boolean;
}

/** What requests about the windows do. */
export function windowsHandlers(windows: MovableWindows): Pick<Handlers, keyof WindowsRequests> {
  return {
    'ticker.toggle': () => done({ isOpen: windows.toggleTicker() }),
    'main.show'() {
      windows.showMain();
      return done(null);
    },
  };
}
