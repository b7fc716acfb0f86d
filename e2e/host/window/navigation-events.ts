import { cancelableEvent } from '../stand-in/events.ts';

/** A navigation that a page, or an answer to it, wants. */
export interface WantedNavigation {
  url: string;
  isMainFrame: boolean;
  redirected: boolean;
}

/** Asks the app's listeners, in Electron's order, whether a navigation may happen. */
export function askNavigation(
  contents: Electron.WebContents,
  { url, isMainFrame, redirected }: WantedNavigation,
): boolean {
  const frame = isMainFrame ? contents.mainFrame : null;
  const ask = (name: string, ...rest: unknown[]): boolean => {
    const event = cancelableEvent({ url, isMainFrame, isSameDocument: false, frame, initiator: frame });
    contents.emit(name, event, ...rest);
    return !event.defaultPrevented;
  };
  if (redirected) return ask('will-redirect', url, false, isMainFrame, 1, 1);
  return ask('will-frame-navigate') && (!isMainFrame || ask('will-navigate', url, false, true, 1, 1));
}
