/** One end of the link between the preload's isolated world and the page's own world. */
export interface WorldLink {
  /** Tells the other world something; the engine clones `detail` on the way. */
  tell(type: string, detail: unknown): void;
  /** Hears what the other world tells. */
  hear(type: string, listener: (detail: never) => void): void;
  /** Makes a value fit to be told: functions and promises become numbers that stand for them. */
  wrap(value: unknown): unknown;
  /** The opposite: numbers become functions and promises that reach over to the other world. */
  unwrap(value: unknown): unknown;
}

/**
 * Makes one end of the link over `node`, a DOM element that only the two ends know: worlds share the DOM and nothing
 * else. Values cross as in Electron's contextBridge: functions and promises by proxy, errors by their message, plain
 * objects and arrays by copy, binary data, dates and collections as the engine clones them.
 *
 * Runs in the page, in both worlds: it names nothing outside itself.
 */
export function createWorldLink(node: EventTarget, own: string, other: string, token: string): WorldLink {
  type Settlement = { id: number; value?: unknown; failure?: string };
  type Outcome = { value?: unknown; failure?: string };
  const FUNCTION = `function${token}`;
  const PROMISE = `promise${token}`;
  const ERROR = `error${token}`;
  const CLONED = /^(?:ArrayBuffer|DataView|\w+Array|Date|Map|Set|RegExp|Blob|File|ImageBitmap|FileList)$/;
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const promises = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastId = 0;
  let outcome: Outcome | undefined;

  const messageOf = (error: unknown): string =>
    error instanceof Error ? error.message : typeof error === 'string' ? error : String(error);
  const tell = (type: string, detail: unknown): void => {
    node.dispatchEvent(new CustomEvent(other + type, { detail }));
  };
  const hear = (type: string, listener: (detail: never) => void): void => {
    node.addEventListener(own + type, (event) => listener((event as CustomEvent).detail as never));
  };

  function wrap(value: unknown, seen = new Map<object, unknown>()): unknown {
    if (typeof value === 'function') {
      functions.set(++lastId, value as (...args: unknown[]) => unknown);
      return { [FUNCTION]: lastId };
    }
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Promise) return wrapPromise(value);
    if (value instanceof Error) return { [ERROR]: value.message };
    if (CLONED.test(Object.prototype.toString.call(value).slice(8, -1))) return value;
    return copyFields(value, seen, wrap);
  }

  function unwrap(value: unknown, seen = new Map<object, unknown>()): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return value;
    const fields = value as Record<string, unknown>;
    if (FUNCTION in fields) return (...args: unknown[]): unknown => call(fields[FUNCTION] as number, args);
    if (PROMISE in fields) {
      return new Promise((resolve, reject) => promises.set(fields[PROMISE] as number, { resolve, reject }));
    }
    if (ERROR in fields) return new Error(fields[ERROR] as string);
    return copyFields(value, seen, unwrap);
  }

  /** What occurs twice, or inside itself, is copied once. */
  function copyFields(
    value: object,
    seen: Map<object, unknown>,
    each: (item: unknown, seen: Map<object, unknown>) => unknown,
  ): unknown {
    const earlier = seen.get(value);
    if (earlier !== undefined) return earlier;
    const copy: Record<string, unknown> = Array.isArray(value) ? ([] as never) : {};
    seen.set(value, copy);
    for (const key of Object.keys(value)) {
      const item = each((value as Record<string, unknown>)[key], seen);
      if (key === '__proto__') Object.defineProperty(copy, key, { value: item, enumerable: true });
      else copy[key] = item;
    }
    return copy;
  }

  function wrapPromise(promise: Promise<unknown>): object {
    const id = ++lastId;
    promise.then(
      (value) => tell('settle', { id, value: wrap(value) }),
      (error: unknown) => tell('settle', { id, failure: messageOf(error) }),
    );
    return { [PROMISE]: id };
  }

  function call(id: number, args: unknown[]): unknown {
    outcome = undefined;
    // Dispatching is synchronous: when it returns, the other world has told the outcome.
    tell('call', { id, args: wrap(args) });
    const { value, failure } = (outcome ?? {}) as Outcome;
    outcome = undefined;
    if (failure !== undefined) throw new Error(failure);
    return unwrap(value);
  }

  hear('call', ({ id, args }: { id: number; args: unknown[] }) => {
    let reply: Outcome;
    try {
      const target = functions.get(id);
      reply = { value: wrap(target?.(...(unwrap(args) as unknown[]))) };
    } catch (error) {
      reply = { failure: messageOf(error) };
    }
    tell('outcome', reply);
  });
  hear('outcome', (reply: Outcome) => {
    outcome = reply;
  });
  hear('settle', ({ id, value, failure }: Settlement) => {
    const waiting = promises.get(id);
    promises.delete(id);
    if (failure === undefined) waiting?.resolve(unwrap(value));
    else waiting?.reject(new Error(failure));
  });
  return { tell, hear, wrap, unwrap };
}
