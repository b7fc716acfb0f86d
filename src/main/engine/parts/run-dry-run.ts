import { existsSync } from 'node:fs';
import path from 'node:path';
import type { DryRunReport } from '#contract/dry-run.ts';
import type { Rule } from '#domain/alert/rule/rule.ts';
import type { Watchlist } from '#domain/watchlist/watchlist.ts';
import { HISTORY_FILE, openHistoryToRead } from '../adapters/cache/history/open-history.ts';
import { StoredSpan } from '../adapters/cache/history/stored-span.ts';
import { DAY_MS, dryRun } from '../usecases/dry-run/dry-run.ts';

/** Rules to be tried, on the history of a data folder, up to a time (Unix ms). */
export interface DryRunWork {
  readonly folder: string;
  readonly rules: readonly Rule[];
  readonly watchlists: readonly Watchlist[];
  /** See `EngineOptions`. */
  readonly sharedSources?: readonly (readonly string[])[];
  readonly toMs: number;
}

/**
 * Tries rules on the last recorded day, on this thread. `null` = nothing is recorded. Throws SQLite's errors.
 * `progress`: 0 to 1.
 */
export function runDryRun(
  { folder, toMs, ...work }: DryRunWork,
  progress: (done: number) => void,
): DryRunReport | null {
  if (!existsSync(path.join(folder, HISTORY_FILE))) return null;
  const fromMs = toMs - DAY_MS;
  const database = openHistoryToRead(folder);
  try {
    const span = new StoredSpan(database, { fromMs, toMs });
    try {
      return span.firstMs === null ? null : dryRun({ ...work, span, fromMs, toMs, progress });
    } finally {
      span.close();
    }
  } finally {
    database.close();
  }
}
