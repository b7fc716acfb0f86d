import type { Migration } from './index.ts';

/** The provider's catalogue as it was last fetched, a row a part (`info`, `games`, `markets` by query). */
export const migration0002: Migration = {
  name: '0002-catalogue',
  sql: `
    CREATE TABLE catalogue (
      part       TEXT PRIMARY KEY,
      fetched_ms REAL NOT NULL,
      body       TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
