/**
 * Makes a native object dead, as Electron's are after `destroy`: whatever is asked of it throws `Object has been
 * destroyed`, but for the members in `alive` and those of the event emitter. `Class` is the object's own.
 */
export function makeDestroyed<T extends object>(
  object: T,
  Class: abstract new (...args: never[]) => T,
  alive: readonly string[],
): void {
  const dead = Object.create(Class.prototype) as object;
  const fail = (): never => {
    throw new TypeError('Object has been destroyed');
  };
  for (const [name, member] of membersOf(Class.prototype)) {
    if (name === 'constructor' || alive.includes(name)) continue;
    Object.defineProperty(dead, name, member.get || member.set ? { get: fail } : { value: fail });
  }
  Object.setPrototypeOf(object, dead);
}

/** The members of a class and of the layers below it, down to the base that `standIn` made, which has none. */
function membersOf(prototype: object): [string, PropertyDescriptor][] {
  const own = Object.entries(Object.getOwnPropertyDescriptors(prototype));
  return own.length === 1 ? [] : [...own, ...membersOf(Object.getPrototypeOf(prototype) as object)];
}
