import { BrowserWindow, webContents } from 'electron';
import { STREAM_CHANNEL } from '#contract/bridge.ts';
import type { StreamName, Streams } from '#contract/requests.ts';

/** Sends one window a payload of a stream; a window that is gone gets nothing. */
export function sendTo<N extends StreamName>(windowId: number, name: N, payload: Streams[N]): void {
  const contents = webContents.fromId(windowId);
  if (contents !== undefined && !contents.isDestroyed()) contents.send(STREAM_CHANNEL, name, payload);
}

/** Sends every window a payload of a stream. */
export function broadcast<N extends StreamName>(name: N, payload: Streams[N]): void {
  for (const window of BrowserWindow.getAllWindows()) sendTo(window.webContents.id, name, payload);
}
