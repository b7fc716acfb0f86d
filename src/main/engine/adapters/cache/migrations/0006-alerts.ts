import type { Migration } from './index.ts';

/** Rules as they are exported, and the log of alerts; an alert is open until it was shown. */
export const migration0006: Migration = {
  name: '0006-alerts',
  sql: `
    CREATE TABLE alert_rules (
      name        TEXT    PRIMARY KEY,
      position    INTEGER NOT NULL,
      json        TEXT    NOT NULL,
      told_after  INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE alerts (
      alert_id    INTEGER PRIMARY KEY AUTOINCREMENT,
      at_ms       REAL    NOT NULL,
      uptime_ms   REAL    NOT NULL,
      boot        TEXT    NOT NULL,
      rule        TEXT    NOT NULL,
      subject     TEXT    NOT NULL,
      kind        TEXT    NOT NULL,
      silence     TEXT,
      delivery    TEXT    NOT NULL,
      is_late     INTEGER NOT NULL DEFAULT 0,
      is_read     INTEGER NOT NULL DEFAULT 0,
      json        TEXT    NOT NULL
    ) STRICT;
    CREATE INDEX alerts_by_rule ON alerts (rule, subject, alert_id);
    CREATE INDEX open_alerts ON alerts (alert_id) WHERE delivery = 'open';
    CREATE INDEX unread_alerts ON alerts (alert_id) WHERE is_read = 0;
    CREATE TABLE alert_silence (
      only_row    INTEGER PRIMARY KEY CHECK (only_row = 1),
      json        TEXT    NOT NULL
    ) STRICT;
  `,
};
