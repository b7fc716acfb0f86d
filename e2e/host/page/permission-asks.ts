/**
 * Lets the host decide over what a page may do: each of these calls asks first, then goes on as Chromium, which has
 * been told of the decision, lets it. Runs in the page's own world: it names nothing outside itself.
 */
export function routePermissionAsks(ask: (permission: string) => Promise<boolean>): void {
  type Call = (this: unknown, ...args: unknown[]) => unknown;

  function route(owner: object | undefined, method: string, permission: string): void {
    const methods = owner as Record<string, Call> | undefined;
    const original = methods?.[method];
    if (!methods || typeof original !== 'function') return;
    Object.defineProperty(methods, method, {
      configurable: true,
      writable: true,
      enumerable: true,
      value: {
        [method](this: unknown, ...args: unknown[]): unknown {
          return ask(permission).then((known) => {
            if (known) return original.apply(this, args);
            throw new DOMException('Permission denied', 'NotAllowedError');
          });
        },
      }[method],
    });
  }

  route(globalThis.Notification, 'requestPermission', 'notifications');
  route(globalThis.Geolocation?.prototype, 'getCurrentPosition', 'geolocation');
  route(globalThis.MediaDevices?.prototype, 'getUserMedia', 'media');
  route(globalThis.Clipboard?.prototype, 'readText', 'clipboard-read');
  route(globalThis.Clipboard?.prototype, 'read', 'clipboard-read');
  route(globalThis.Clipboard?.prototype, 'writeText', 'clipboard-sanitized-write');
  route(globalThis.Clipboard?.prototype, 'write', 'clipboard-sanitized-write');
  route(Element.prototype, 'requestFullscreen', 'fullscreen');
  route(Element.prototype, 'requestPointerLock', 'pointerLock');
  route(Navigator.prototype, 'requestMIDIAccess', 'midi');
}
