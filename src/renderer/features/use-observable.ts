import { useSyncExternalStore } from 'react';
import type { Observable } from '../stores/observable.ts';

/** The value of an observable; the component renders again when it is another one. */
export function useObservable<T>(source: Observable<T>): T {
  return useSyncExternalStore(source.subscribe, source.read);
}

/**
 * A part of an observable; the component renders again only when that part is another one.
 * `select` must give the same value for the same input: numbers, text, or an object held elsewhere.
 */
export function useSelected<T, S>(source: Observable<T>, select: (value: T) => S): S {
  return useSyncExternalStore(source.subscribe, () => select(source.read()));
}
