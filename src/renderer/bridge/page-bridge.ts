import { BRIDGE_GLOBAL, type Bridge } from '#contract/bridge.ts';

/** The bridge that the preload has laid into this page. Throws when there is none: the page is useless then. */
export function pageBridge(): Bridge {
  const bridge = (globalThis as unknown as Record<string, Bridge | undefined>)[BRIDGE_GLOBAL];
  if (!bridge) throw new Error('This page has no bridge to the main process.');
  return bridge;
}
