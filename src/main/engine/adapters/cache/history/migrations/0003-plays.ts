import type { Migration } from '../../migrations/index.ts';

/** What happened in games, a row a play, in the order in which it was first told. `body` is JSON. */
export const history0003: Migration = {
  name: '0003-plays',
  sql: `
    CREATE TABLE plays (
      id         INTEGER PRIMARY KEY,
      game       TEXT NOT NULL,
      play       TEXT NOT NULL,
      arrived_ms REAL NOT NULL,
      body       TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX plays_by_game ON plays (game, play);
  `,
};
