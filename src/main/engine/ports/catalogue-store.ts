/** A part of the catalogue as it was last fetched. `fetchedAtMs`: Unix ms. */
export interface StoredPart {
  readonly fetchedAtMs: number;
  readonly value: unknown;
}

/** Keeps the parts of the provider's catalogue between starts. What can't be read counts as never fetched. */
export interface CatalogueStore {
  read(part: string): StoredPart | undefined;
  write(part: string, stored: StoredPart): void;
}
