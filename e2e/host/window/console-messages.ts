import type { CdpTarget } from '../chromium/cdp.ts';
import { cancelableEvent } from '../stand-in/events.ts';

const LEVELS: Record<string, Electron.WebContentsConsoleMessageEventParams['level']> = {
  debug: 'debug',
  warning: 'warning',
  error: 'error',
  assert: 'error',
};
const OLD_LEVELS = { debug: 0, info: 1, warning: 2, error: 3 };

/** Turns what a page writes to its console into `console-message`, uncaught errors included. */
export function emitConsoleMessages(page: CdpTarget, contents: Electron.WebContents): void {
  const emit = (
    level: keyof typeof OLD_LEVELS,
    message: string,
    lineNumber: number,
    sourceId: string,
  ): void => {
    const event = cancelableEvent({ level, message, lineNumber, sourceId, frame: contents.mainFrame });
    contents.emit('console-message', event, OLD_LEVELS[level], message, lineNumber, sourceId);
  };
  page.listen('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const message = args.map(({ value, description }) => String(value ?? description ?? '')).join(' ');
    const frame = stackTrace?.callFrames[0];
    emit(LEVELS[type] ?? 'info', message, (frame?.lineNumber ?? 0) + 1, frame?.url ?? '');
  });
  page.listen('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception, lineNumber, url } }) => {
    const first = exception?.description?.split('\n', 1)[0] ?? '';
    emit('error', `${text} ${first}`.trim(), lineNumber + 1, url ?? '');
  });
}
