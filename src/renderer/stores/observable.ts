/** A value that can be read at any time and tells when it has become another one. */
export interface Observable<T> {
  read(): T;
  /** Calls `listener` after every change until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/** An observable with its pen. Writing the value it already holds tells nobody. */
export interface Writable<T> extends Observable<T> {
  write(value: T): void;
}

/** Makes an observable that starts with `initial`. `read` and `subscribe` may be passed around unbound. */
export function observable<T>(initial: T): Writable<T> {
  const listeners = new Set<() => void>();
  let current = initial;
  return {
    read: () => current,
    subscribe(listener) {
      const entry = () => listener();
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
      };
    },
    write(value) {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of [...listeners]) listener();
    },
  };
}
