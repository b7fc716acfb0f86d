import type { CatalogueStore, StoredPart } from '../../ports/catalogue-store.ts';

/** The catalogue in memory only: for the demo feed, whose games end with the program. */
export function createMemoryCatalogue(): CatalogueStore {
  const parts = new Map<string, StoredPart>();
  return {
    read: (part) => parts.get(part),
    write(part, stored) {
      parts.set(part, stored);
    },
  };
}
