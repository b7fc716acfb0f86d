type Listener = (...args: never[]) => void;

/** The part of Node's event emitter that a sandboxed preload has. */
export interface PageEmitter {
  on(name: string, listener: Listener): this;
  addListener(name: string, listener: Listener): this;
  once(name: string, listener: Listener): this;
  off(name: string, listener: Listener): this;
  removeListener(name: string, listener: Listener): this;
  removeAllListeners(name?: string): this;
  emit(name: string, ...args: unknown[]): boolean;
  listenerCount(name: string): number;
}

/** Makes an event emitter. Runs in the page: it names nothing outside itself. */
export function createPageEmitter(): PageEmitter {
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>();
  const listOf = (name: string) => listeners.get(name) ?? [];
  const emitter: PageEmitter = {
    on(name, listener) {
      listeners.set(name, [...listOf(name), { listener, once: false }]);
      return this;
    },
    once(name, listener) {
      listeners.set(name, [...listOf(name), { listener, once: true }]);
      return this;
    },
    off(name, listener) {
      const list = listOf(name);
      const index = list.findLastIndex((entry) => entry.listener === listener);
      if (index >= 0) listeners.set(name, list.toSpliced(index, 1));
      return this;
    },
    addListener: (name, listener) => emitter.on(name, listener),
    removeListener: (name, listener) => emitter.off(name, listener),
    removeAllListeners(name) {
      if (name === undefined) listeners.clear();
      else listeners.delete(name);
      return this;
    },
    emit(name, ...args) {
      const list = listOf(name);
      for (const { listener, once } of list) {
        if (once) emitter.off(name, listener);
        listener.apply(emitter, args as never[]);
      }
      return list.length > 0;
    },
    listenerCount: (name) => listOf(name).length,
  };
  return emitter;
}
