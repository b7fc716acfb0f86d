import type Database from 'better-sqlite3';
import { LIMITS } from '#domain/quota/limits.ts';
import { elapsedMs, type Moment } from '#domain/quota/moment.ts';
import type { AskedPause, BudgetKind, Budgets } from '../../ports/budgets.ts';

/**
 * Spent permits in SQLite. The database must be open with synchronous=FULL: a spend is on disk when it returns.
 * `now`: both clocks at the start of the program.
 */
export function createSqliteBudgets(database: Database.Database, now: Moment): Budgets {
  // what an earlier boot spent is dated by this one's clocks, so that a wall clock that is turned later changes no age;
  // what it dated later than now comes from a turned clock: it counts as spent now, and ages from now
  database
    .prepare(
      'UPDATE budgets SET uptime_ms = @uptimeMs - @wallMs + min(wall_ms, @wallMs), wall_ms = min(wall_ms, @wallMs), boot = @boot WHERE boot <> @boot',
    )
    .run({ wallMs: now.wallMs, uptimeMs: now.uptimeMs, boot: now.boot });
  const insert = database.prepare('INSERT INTO budgets (kind, wall_ms, uptime_ms, boot) VALUES (?, ?, ?, ?)');
  const forget = database.prepare('DELETE FROM budgets WHERE id = ?');
  const select = database.prepare<[string], { id: number; wall_ms: number; uptime_ms: number; boot: string }>(
    'SELECT id, wall_ms, uptime_ms, boot FROM budgets WHERE kind = ? ORDER BY id',
  );
  const selectPause = database.prepare<
    [string],
    { wall_ms: number; uptime_ms: number; boot: string; wait_ms: number }
  >('SELECT wall_ms, uptime_ms, boot, wait_ms FROM pauses WHERE paused = ?');
  const upsertPause = database.prepare(
    'INSERT OR REPLACE INTO pauses (paused, wall_ms, uptime_ms, boot, wait_ms) VALUES (?, ?, ?, ?, ?)',
  );
  return {
    spent(kind: BudgetKind): readonly Moment[] {
      return select
        .all(kind)
        .map((row) => ({ wallMs: row.wall_ms, uptimeMs: row.uptime_ms, boot: row.boot }));
    },
    spend(kind: BudgetKind, at: Moment): void {
      database.transaction(() => {
        for (const row of select.all(kind)) {
          const earlier = { wallMs: row.wall_ms, uptimeMs: row.uptime_ms, boot: row.boot };
          if (elapsedMs(earlier, at) > LIMITS.rememberedMs) forget.run(row.id);
        }
        insert.run(kind, at.wallMs, at.uptimeMs, at.boot);
      })();
    },
    pause(of): AskedPause | null {
      const row = selectPause.get(of);
      if (row === undefined) return null;
      return {
        since: { wallMs: row.wall_ms, uptimeMs: row.uptime_ms, boot: row.boot },
        waitMs: row.wait_ms,
      };
    },
    keepPause(of, { since, waitMs }) {
      upsertPause.run(of, since.wallMs, since.uptimeMs, since.boot, waitMs);
    },
  };
}
