import type Database from 'better-sqlite3';
import type {
  AlertDelivery,
  AlertDraft,
  AlertEntry,
  AlertQuery,
  Silence,
  SilenceReason,
} from '#contract/alerts.ts';
import { readRules } from '#domain/alert/rule/read-rules.ts';
import type { Rule } from '#domain/alert/rule/rule.ts';
import type { AlertStore, NewAlert } from '../../ports/alert-store.ts';

/** Alerts kept in the log; older ones leave at a start. */
const MOST_ALERTS = 200_000;

interface AlertRow {
  readonly alert_id: number;
  readonly at_ms: number;
  readonly silence: string | null;
  readonly delivery: string;
  readonly is_late: number;
  readonly is_read: number;
  readonly json: string;
}

const NOT_SILENT: Silence = { quietHours: null, pausedUntilMs: null, snoozedUntilMs: {} };
const COLUMNS = 'alert_id, at_ms, silence, delivery, is_late, is_read, json';

/** Rules and the log of alerts in SQLite. The database must be open with synchronous=FULL. */
export function createSqliteAlerts(database: Database.Database): AlertStore {
  database
    .prepare(
      `DELETE FROM alerts WHERE delivery <> 'open' AND alert_id <= (SELECT max(alert_id) FROM alerts) - ?`,
    )
    .run(MOST_ALERTS);
  const insert = database.prepare(
    `INSERT INTO alerts (at_ms, uptime_ms, boot, rule, subject, kind, silence, delivery, json)
     VALUES (@at_ms, @uptime_ms, @boot, @rule, @subject, @kind, @silence, @delivery, @json)`,
  );
  const selectOpen = database.prepare<[], AlertRow>(
    `SELECT ${COLUMNS} FROM alerts WHERE delivery = 'open' ORDER BY alert_id`,
  );
  const markLate = database.prepare(`UPDATE alerts SET is_late = 1 WHERE delivery = 'open'`);
  const deliver = database.prepare<[string, number]>('UPDATE alerts SET delivery = ? WHERE alert_id = ?');
  const selectRules = database.prepare<[], { name: string; json: string }>(
    'SELECT name, json FROM alert_rules ORDER BY position',
  );
  const put = database.prepare<{
    name: string;
    position: number;
    json: string;
    newest: number;
    areSame: number;
  }>(
    `INSERT INTO alert_rules (name, position, json, told_after) VALUES (@name, @position, @json, @newest)
     ON CONFLICT (name) DO UPDATE SET position = excluded.position, json = excluded.json,
       told_after = iif(@areSame OR json = excluded.json, told_after, excluded.told_after)`,
  );
  const countUnread = database.prepare<[], { count: number }>(
    'SELECT count(*) AS count FROM alerts WHERE is_read = 0',
  );
  const selectFired = database.prepare<[], { rule: string; at_ms: number }>(
    `SELECT rule, max(at_ms) AS at_ms FROM alerts JOIN alert_rules ON name = rule
     WHERE alert_id > told_after GROUP BY rule`,
  );
  const selectAll = database.prepare<[], AlertRow>(`SELECT ${COLUMNS} FROM alerts ORDER BY alert_id`);
  const markRead = database.prepare<[number]>('UPDATE alerts SET is_read = 1 WHERE alert_id = ?');
  const markAllRead = database.prepare('UPDATE alerts SET is_read = 1 WHERE is_read = 0');
  const selectTold = database.prepare<
    [number],
    { rule: string; subject: string; at_ms: number; uptime_ms: number; boot: string }
  >(
    `SELECT rule, subject, at_ms, uptime_ms, boot FROM alerts
     WHERE alert_id IN (
       SELECT max(alert_id) FROM alerts JOIN alert_rules ON name = rule
       WHERE alert_id > told_after GROUP BY rule, subject
     ) ORDER BY alert_id DESC LIMIT ?`,
  );

  function keepRules(rules: readonly Rule[], areSame = false): void {
    const newest = database
      .prepare<[], number>('SELECT coalesce(max(alert_id), 0) FROM alerts')
      .pluck()
      .get()!;
    const names = new Set(rules.map(({ name }) => name));
    const remove = database.prepare<[string]>('DELETE FROM alert_rules WHERE name = ?');
    for (const { name } of selectRules.all()) if (!names.has(name)) remove.run(name);
    for (const [position, rule] of rules.entries())
      put.run({
        name: rule.name,
        position,
        json: JSON.stringify(rule),
        newest,
        areSame: Number(areSame),
      });
  }

  return {
    rules: () => readRules(selectRules.all().map(({ json }) => JSON.parse(json) as unknown)).rules,
    keepRules: database.transaction(keepRules),
    told: (most) =>
      selectTold.all(most).map(({ rule, subject, at_ms, uptime_ms, boot }) => ({
        rule,
        subject,
        at: { wallMs: at_ms, uptimeMs: uptime_ms, boot },
      })),
    silence() {
      const row = database.prepare<[], { json: string }>('SELECT json FROM alert_silence').get();
      return row === undefined ? NOT_SILENT : (JSON.parse(row.json) as Silence);
    },
    keepSilence: (silence) =>
      void database
        .prepare('INSERT OR REPLACE INTO alert_silence (only_row, json) VALUES (1, ?)')
        .run(JSON.stringify(silence)),
    add: database.transaction((alerts: readonly NewAlert[]) =>
      alerts.map((alert) => {
        const { lastInsertRowid } = insert.run(rowOf(alert));
        return entryOf(Number(lastInsertRowid), alert);
      }),
    ),
    takeLate: database.transaction(() => {
      markLate.run();
      return selectOpen.all().map(readEntry);
    }),
    delivered: (alertId, how) => void deliver.run(how, alertId),
    unread: () => countUnread.get()!.count,
    lastFired: () => new Map(selectFired.all().map(({ rule, at_ms }) => [rule, at_ms])),
    read(query) {
      const { where, values } = conditionsOf(query);
      const rows = database
        .prepare<unknown[], AlertRow>(`SELECT ${COLUMNS} FROM alerts ${where} ORDER BY alert_id DESC LIMIT ?`)
        .all(...values, query.limit + 1);
      return {
        entries: rows.slice(0, query.limit).map(readEntry),
        hasMore: rows.length > query.limit,
        unread: countUnread.get()!.count,
      };
    },
    *all() {
      for (const row of selectAll.iterate()) yield readEntry(row);
    },
    markRead: database.transaction((alertIds: readonly number[] | null) => {
      if (alertIds === null) markAllRead.run();
      else for (const alertId of alertIds) markRead.run(alertId);
    }),
  };
}

function conditionsOf(query: AlertQuery): { where: string; values: (string | number)[] } {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const ask = (condition: string, value: string | number | undefined): void => {
    if (value === undefined) return;
    conditions.push(condition);
    values.push(value);
  };
  ask(`json LIKE '%' || ? || '%' ESCAPE '\\'`, query.text?.replaceAll(/[\\%_]/g, '\\$&'));
  ask('rule = ?', query.rule);
  ask('kind = ?', query.kind);
  ask('at_ms >= ?', query.fromMs);
  ask('at_ms < ?', query.untilMs);
  ask('alert_id < ?', query.beforeId);
  if (query.isUnread !== undefined) ask('is_read = ?', query.isUnread ? 0 : 1);
  if (query.isSilent !== undefined) conditions.push(`silence IS ${query.isSilent ? 'NOT ' : ''}NULL`);
  return { where: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`, values };
}

function rowOf({ draft, at, silence }: NewAlert) {
  return {
    at_ms: at.wallMs,
    uptime_ms: at.uptimeMs,
    boot: at.boot,
    rule: draft.rule,
    subject: draft.subject,
    kind: draft.kind,
    silence,
    delivery: deliveryOf(silence),
    json: JSON.stringify(draft),
  };
}

function entryOf(alertId: number, { draft, at, silence }: NewAlert): AlertEntry {
  return {
    ...draft,
    alertId,
    atMs: at.wallMs,
    silence,
    delivery: deliveryOf(silence),
    isLate: false,
    isRead: false,
  };
}

function readEntry(row: AlertRow): AlertEntry {
  return {
    // a log of before bets were kept in words
    wording: '',
    ...(JSON.parse(row.json) as Omit<AlertDraft, 'wording'>),
    alertId: row.alert_id,
    atMs: row.at_ms,
    silence: row.silence as SilenceReason | null,
    delivery: row.delivery as AlertDelivery,
    isLate: row.is_late === 1,
    isRead: row.is_read === 1,
  };
}

function deliveryOf(silence: SilenceReason | null): AlertDelivery {
  return silence === null ? 'open' : 'silent';
}
