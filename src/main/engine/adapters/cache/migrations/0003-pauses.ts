import type { Migration } from './index.ts';

/** Pauses that the provider asked for: a restart does not cut them short. */
export const migration0003: Migration = {
  name: '0003-pauses',
  sql: `
    CREATE TABLE pauses (
      paused    TEXT PRIMARY KEY,
      wall_ms   REAL NOT NULL,
      uptime_ms REAL NOT NULL,
      boot      TEXT NOT NULL,
      wait_ms   REAL NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
