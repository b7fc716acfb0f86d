import { createContext, useContext } from 'react';
import type { Stores } from '../stores/stores.ts';

/** Where the stores hang in the component tree. */
export const StoresContext = createContext<Stores | null>(null);

/** The stores of this window. */
export function useStores(): Stores {
  const stores = useContext(StoresContext);
  if (!stores) throw new Error('There are no stores above this component.');
  return stores;
}
