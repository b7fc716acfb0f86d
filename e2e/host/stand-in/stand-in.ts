import { EventEmitter } from 'node:events';
import { declaredMember } from './declared-members.ts';

/** What the app meets when it uses a part of Electron that this host does not show. */
export function notStoodIn(name: string): Error {
  return new Error(`stand-in host: ${name} is not stood in for`);
}

/**
 * Gives the base class of a stand-in for the Electron class or interface `Full`. The subclass writes the members `Own`
 * and is checked against Electron's own types: `class X extends standIn<Electron.X, Own>('X') implements
 * Pick<Electron.X, Own>`. Every other member that Electron has on Linux throws by name when it is touched; what
 * Electron does not have stays undefined. Instances are event emitters.
 */
export function standIn<Full extends object, Own extends keyof Full>(
  type: string,
  name: string = type,
): new () => Omit<Full, Own> {
  class Base extends EventEmitter {}
  Object.setPrototypeOf(
    Base.prototype,
    throwing(Object.create(EventEmitter.prototype), type, name, 'instance'),
  );
  Object.setPrototypeOf(Base, throwing(EventEmitter, type, name, 'static'));
  return Base as unknown as new () => Omit<Full, Own>;
}

/** As `standIn`, for a plain object: `members` is checked, everything else of `Full` throws by name. */
export function standInObject<Full extends object, Own extends keyof Full>(
  type: string,
  name: string,
  members: Pick<Full, Own>,
): Full {
  return Object.setPrototypeOf(members, throwing({}, type, name, 'instance')) as Full;
}

/** Stands for a class of Electron's that this host does not show at all: constructing it throws by name. */
export function notStoodInClass(type: string): new () => never {
  const Absent = class {
    constructor() {
      throw notStoodIn(type);
    }
  };
  Object.setPrototypeOf(Absent, throwing(Function.prototype, type, type, 'static'));
  return Absent as new () => never;
}

/**
 * A prototype whose missing members throw. Being at the end of the chain, it is only asked for what neither the
 * instance nor its class has; so private fields, symbols, promises and inspection work as for any object.
 */
function throwing<T extends object>(target: T, type: string, name: string, side: 'instance' | 'static'): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'string' && !(key in object) && declaredMember(type, key, side) !== 'absent') {
        throw notStoodIn(`${name}.${key}`);
      }
      return Reflect.get(object, key, receiver);
    },
    set(object, key, value, receiver) {
      // A test may replace a method, as it may in Electron; setting a property would be lost without a word.
      if (typeof key === 'string' && !(key in object) && declaredMember(type, key, side) === 'property') {
        throw notStoodIn(`${name}.${key}`);
      }
      return Reflect.set(object, key, value, receiver);
    },
  });
}
