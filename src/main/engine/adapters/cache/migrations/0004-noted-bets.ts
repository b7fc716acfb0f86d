import type { Migration } from './index.ts';

/** The user's own bets. A removed one stays until the next start, so that it can be taken back. */
export const migration0004: Migration = {
  name: '0004-noted-bets',
  sql: `
    CREATE TABLE noted_bets (
      bet_id            INTEGER PRIMARY KEY AUTOINCREMENT,
      sport             TEXT    NOT NULL,
      game              TEXT    NOT NULL,
      sportsbook        TEXT    NOT NULL,
      wording           TEXT    NOT NULL,
      market            TEXT,
      side              TEXT,
      american          INTEGER NOT NULL,
      stake_hundredths  INTEGER NOT NULL,
      currency          TEXT    NOT NULL,
      placed_ms         REAL    NOT NULL,
      starts_ms         REAL,
      comment           TEXT    NOT NULL,
      result            TEXT    NOT NULL,
      closing_american  INTEGER,
      closing_fair      REAL,
      closing_books     INTEGER,
      closing_seen_ms   REAL,
      closing_is_final  INTEGER,
      is_removed        INTEGER NOT NULL DEFAULT 0
    ) STRICT;
  `,
};
