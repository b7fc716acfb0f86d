import type { createWorldLink as CreateWorldLink } from './world-link.ts';

declare const createWorldLink: typeof CreateWorldLink;

/** What of Electron's `contextBridge` the preload finds; everything else throws by name. */
export type StoodInContextBridge = Pick<Electron.ContextBridge, 'exposeInMainWorld'>;

/** What the page may ask of the host by way of the bridge. */
export interface PageAsks {
  windowClose(): void;
  permission(ask: { id: number; permission: string }): void;
  windowOpen(details: { url: string; frameName: string; features: string }): void;
}

/**
 * Makes the `contextBridge` of one document and shakes hands with the page's own world, whichever comes first.
 * Runs in the page: it names nothing outside itself but `createWorldLink`.
 */
export function createContextBridge(
  token: string,
  asks: PageAsks,
): { contextBridge: StoodInContextBridge; decided(decision: { id: number; passes: boolean }): void } {
  const node = document.createElement('x-bridge');
  const link = createWorldLink(node, 'preload', 'page', token);
  const exposed = new Set<string>();
  let waiting: { key: string; api: unknown }[] | undefined = [];

  link.hear('joined', () => {
    for (const exposure of waiting ?? []) link.tell('expose', exposure);
    waiting = undefined;
  });
  link.hear('open', (details: { url: string; frameName: string; features: string }) =>
    asks.windowOpen(details),
  );

  link.hear('close', () => asks.windowClose());
  link.hear('ask', (ask: { id: number; permission: string }) => asks.permission(ask));

  // A mouse event's related target is the one thing that hands a DOM node over from world to world.
  const join = (): boolean => document.dispatchEvent(new MouseEvent(token, { relatedTarget: node }));
  document.addEventListener(`${token}-ready`, join, { once: true });
  join();

  return {
    decided: (decision) => link.tell('decision', decision),
    contextBridge: {
      exposeInMainWorld(key, api) {
        if (exposed.has(key)) {
          throw new Error('Cannot bind an API on top of an existing property on the window object');
        }
        exposed.add(key);
        const exposure = { key, api: link.wrap(api) };
        if (waiting) waiting.push(exposure);
        else link.tell('expose', exposure);
      },
    },
  };
}
