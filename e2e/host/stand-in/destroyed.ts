/**
 * Makes a native object dead, as Electron's are after `destroy`: whatever is asked of it throws `Object has been
 * destroyed`, but for the members in `alive` and those of the event emitter.
 */
export function makeDestroyed(object: object, alive: ReadonlySet<string>): void {
  const prototype = Object.getPrototypeOf(object) as object;
  const dead = Object.create(prototype) as object;
  const fail = (): never => {
    throw new TypeError('Object has been destroyed');
  };
  for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (name === 'constructor' || alive.has(name)) continue;
    Object.defineProperty(dead, name, member.get || member.set ? { get: fail } : { value: fail });
  }
  Object.setPrototypeOf(object, dead);
}
