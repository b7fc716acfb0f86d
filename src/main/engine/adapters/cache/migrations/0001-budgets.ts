import type { Migration } from './index.ts';

/** Permits spent on the provider's limits: they outlive the program, because the limits do. */
export const migration0001: Migration = {
  name: '0001-budgets',
  sql: `
    CREATE TABLE budgets (
      id        INTEGER PRIMARY KEY,
      kind      TEXT    NOT NULL,
      wall_ms   REAL    NOT NULL,
      uptime_ms REAL    NOT NULL,
      boot      TEXT    NOT NULL
    ) STRICT;
    CREATE INDEX budgets_by_kind ON budgets (kind, id);
  `,
};
