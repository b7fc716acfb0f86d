import { hostState } from '../boot/host-state.ts';
import { standInObject } from '../stand-in/stand-in.ts';

type Handler = Parameters<Electron.Protocol['handle']>[1];

const handlers = new Map<string, Handler>();
const registered = new Set<string>();

/** `protocol`. */
export const protocol = standInObject<
  Electron.Protocol,
  'handle' | 'unhandle' | 'isProtocolHandled' | 'registerSchemesAsPrivileged'
>('Protocol', 'protocol', {
  handle(scheme, handler) {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme) {
    if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  },
  isProtocolHandled: (scheme) => handlers.has(scheme),
  registerSchemesAsPrivileged(schemes) {
    if (hostState.ready) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    for (const { scheme } of schemes) registered.add(scheme);
  },
});

/** The handler of a custom scheme's address, if there is one. */
export function handlerOf(url: string): Handler | undefined {
  return handlers.get(url.slice(0, Math.max(0, url.indexOf(':'))));
}

const isCustom = (scheme: string): boolean => registered.has(scheme) || handlers.has(scheme);

/**
 * Chromium knows no scheme of the app's: `app://bundle/x` is shown to it as `http://app.bundle.localhost/x`, a secure
 * origin of its own. Other addresses stay as they are, in the form in which Chromium will tell them.
 */
export function toChromium(url: string): string {
  const custom = /^(?<scheme>[a-z][a-z0-9+-]*):\/\/(?<host>[^/?#]*)(?<rest>.*)$/i.exec(url)?.groups;
  if (!custom || !isCustom(custom['scheme'] ?? '')) return URL.canParse(url) ? new URL(url).href : url;
  return new URL(`http://${custom['scheme']}.${custom['host'] || 'host'}.localhost${custom['rest'] || '/'}`)
    .href;
}

/** The opposite of `toChromium`. */
export function fromChromium(url: string): string {
  const shown = /^http:\/\/(?<scheme>[a-z0-9+-]+)\.(?<host>[^/:]+)\.localhost(?<rest>\/.*)?$/.exec(
    url,
  )?.groups;
  if (!shown || !isCustom(shown['scheme'] ?? '')) return url;
  return `${shown['scheme']}://${shown['host']}${shown['rest'] ?? '/'}`;
}

/** The origin of an address as Electron tells it for a frame. */
export function originOf(url: string): string {
  const { protocol: scheme, host, origin } = new URL(url);
  return origin !== 'null' ? origin : host || scheme === 'file:' ? `${scheme}//${host}` : 'null';
}
