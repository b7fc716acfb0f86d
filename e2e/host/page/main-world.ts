import type { routePermissionAsks as RoutePermissionAsks } from './permission-asks.ts';
import type { createWorldLink as CreateWorldLink } from './world-link.ts';

declare const routePermissionAsks: typeof RoutePermissionAsks;
declare const createWorldLink: typeof CreateWorldLink;

/**
 * The page's end: waits for the isolated world's handshake, then puts what the preload exposes on `window`, and
 * sends to the host what the app decides over: popups, which come to `setWindowOpenHandler` while the page gets null, as
 * for a denied one in Electron; closing the window; permissions.
 *
 * Runs in the page's own world before any script of the page; of this it leaves nothing that the page can reach.
 */
export function startMainWorld(token: string): void {
  if (window !== window.top) return;

  function join(node: EventTarget): void {
    const link = createWorldLink(node, 'page', 'preload', token);
    link.hear('expose', ({ key, api }: { key: string; api: unknown }) => {
      Object.defineProperty(window, key, { value: freeze(link.unwrap(api)), enumerable: true });
    });
    link.tell('joined', null);
    const waiting = new Map<number, (passes: boolean) => void>();
    link.hear('decision', ({ id, passes }: { id: number; passes: boolean }) => waiting.get(id)?.(passes));
    routePermissionAsks(
      (permission) =>
        new Promise((resolve) => {
          const id = waiting.size;
          waiting.set(id, resolve);
          link.tell('ask', { id, permission });
        }),
    );
    window.close = () => link.tell('close', null);
    routePopups((url, frameName, features) => link.tell('open', { url, frameName, features }));
  }

  function freeze<T>(value: T): T {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    Object.values(value).forEach(freeze);
    return Object.freeze(value);
  }

  function routePopups(open: (url: string, frameName: string, features: string) => void): void {
    window.open = (url = 'about:blank', target = '', features = '') => {
      open(new URL(String(url), document.baseURI).href, String(target), String(features));
      return null;
    };
    const onClick = (event: MouseEvent): void => {
      const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href !== '');
      if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || link.hasAttribute('download'))
        return;
      const elsewhere =
        link.target === '_blank' || event.ctrlKey || event.metaKey || event.shiftKey || event.button === 1;
      if (!elsewhere) return;
      event.preventDefault();
      open(link.href, '', '');
    };
    window.addEventListener('click', onClick);
    window.addEventListener('auxclick', onClick);
  }

  document.addEventListener(token, (event) => join((event as MouseEvent).relatedTarget as EventTarget), {
    once: true,
  });
  document.dispatchEvent(new Event(`${token}-ready`));
}
