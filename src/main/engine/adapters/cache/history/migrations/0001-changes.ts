import type { Migration } from '../../migrations/index.ts';

/**
 * Every price that was seen. `journal` takes what has just come, a body a flush; `chunks` holds the rest by game.
 * Bodies are made by `domain/history/changes-codec`; their selections are ids of `selections`.
 */
export const history0001: Migration = {
  name: '0001-changes',
  sql: `
    CREATE TABLE sportsbooks (
      id   INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE games (
      id           INTEGER PRIMARY KEY,
      label        TEXT NOT NULL UNIQUE,
      sport        TEXT NOT NULL,
      home         TEXT NOT NULL,
      away         TEXT NOT NULL,
      starts_ms    REAL,
      universal_id TEXT
    ) STRICT;
    CREATE INDEX games_by_sport ON games (sport, starts_ms);
    -- what sportsbooks have in common: most of them write the same words
    CREATE TABLE outcomes (
      id         INTEGER PRIMARY KEY,
      game       INTEGER NOT NULL REFERENCES games (id),
      outcome    TEXT NOT NULL,
      name       TEXT,
      line       TEXT,
      over_under TEXT,
      target     TEXT
    ) STRICT;
    CREATE INDEX outcomes_by_game ON outcomes (game);
    CREATE TABLE selections (
      id         INTEGER PRIMARY KEY,
      outcome    INTEGER NOT NULL REFERENCES outcomes (id),
      sportsbook INTEGER NOT NULL REFERENCES sportsbooks (id)
    ) STRICT;
    CREATE UNIQUE INDEX selections_by_outcome ON selections (outcome, sportsbook);
    CREATE TABLE journal (
      id   INTEGER PRIMARY KEY,
      body BLOB NOT NULL
    ) STRICT;
    CREATE TABLE chunks (
      id       INTEGER PRIMARY KEY,
      game     INTEGER NOT NULL REFERENCES games (id),
      first_ms REAL NOT NULL,
      last_ms  REAL NOT NULL,
      count    INTEGER NOT NULL,
      body     BLOB NOT NULL
    ) STRICT;
    CREATE INDEX chunks_by_game ON chunks (game, last_ms);
  `,
};
