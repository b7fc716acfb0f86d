import type { WebSocket } from 'ws';

/** With so much in one go there is more behind it, e.g. a snapshot: it is read on at once. */
const MOST_GATHERED_BYTES = 64 * 1024;

/**
 * Lets frames gather between two looks at a socket: to wake up for each of them costs more than to understand it. Call what
 * is returned for each frame. `gatherMs` is asked at each look for the time to the next; 0 = read on. The first frame after
 * a pause is read at once. `isHeld`: somebody else has paused the socket, and ends that pause.
 */
export function gatherFrames(
  socket: WebSocket,
  gatherMs: () => number,
  isHeld: () => boolean,
): (frameBytes: number) => void {
  let bytes = 0;
  let look: NodeJS.Immediate | undefined;
  let pause: NodeJS.Timeout | undefined;
  socket.once('close', () => {
    clearImmediate(look);
    clearTimeout(pause);
  });
  return (frameBytes) => {
    bytes += frameBytes;
    // not before all that has arrived is read
    look ??= setImmediate(() => {
      const waitMs = bytes < MOST_GATHERED_BYTES ? gatherMs() : 0;
      bytes = 0;
      look = undefined;
      if (waitMs === 0 || isHeld()) return;
      socket.pause();
      pause = setTimeout(() => {
        if (!isHeld()) socket.resume();
      }, waitMs);
    });
  };
}
