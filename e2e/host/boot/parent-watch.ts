const LOOK_EVERY_MS = 500;

/**
 * Calls `onOrphaned` once when the process that started this one is gone: a test runner that was killed must not leave
 * a host behind. Returns its undo.
 */
export function watchParent(onOrphaned: () => void): () => void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onOrphaned();
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
