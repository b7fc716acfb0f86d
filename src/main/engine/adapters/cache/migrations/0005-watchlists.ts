import type { Migration } from './index.ts';

/** What the user follows. An entry is JSON: it is a handful of texts that only make sense together. */
export const migration0005: Migration = {
  name: '0005-watchlists',
  sql: `
    CREATE TABLE watchlists (
      watchlist_id TEXT    PRIMARY KEY,
      position     INTEGER NOT NULL,
      name         TEXT    NOT NULL,
      entries      TEXT    NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
