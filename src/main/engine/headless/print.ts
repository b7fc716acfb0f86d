import { writeFileSync } from 'node:fs';
import type { AlertEntry, AlertNews } from '#contract/alerts.ts';
import type { DryRunReport } from '#contract/dry-run.ts';
import type { EngineStats, FeedStatus } from '#contract/feed-status.ts';
import type { StorageState } from '#contract/storage.ts';
import type { Board } from '#domain/board/board.ts';
import { CHANGE_PRICE, type Changes } from '#domain/board/changes.ts';
import { describeSelections, priceOrNull } from '#domain/board/describe.ts';

/** Writes NDJSON to stdout, and nothing else; many lines travel as one write. */
export class NdjsonOutput {
  #lines: string[] = [];
  #isScheduled = false;

  line(record: Readonly<Record<string, unknown>>): void {
    this.#lines.push(`${JSON.stringify(record)}\n`);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => this.flush());
  }

  /** Hands all lines to the system. */
  flush(): void {
    this.#isScheduled = false;
    if (this.#lines.length === 0) return;
    const text = this.#lines.join('');
    this.#lines = [];
    process.stdout.write(text);
  }
}

export function statusLine({ feed, state, detail }: FeedStatus): Record<string, unknown> {
  return { type: 'status', feed, state, detail };
}

/**
 * Prints alerts, each at once; only then it counts as shown. A summary, which no rule asked for, is of a type of its own.
 */
export function printAlerts({ added }: AlertNews, out: NdjsonOutput, shown: (alertId: number) => void): void {
  for (const alert of added) {
    out.line(alertLine(alert));
    if (alert.delivery !== 'open') continue;
    out.flush();
    shown(alert.alertId);
  }
}

function alertLine(alert: AlertEntry): Record<string, unknown> {
  const { rule, kind, game, outcome, sportsbook, from, to, silence, isLate } = alert;
  const reason = isLate ? `${alert.reason} (late: it could not be shown when it fired)` : alert.reason;
  if (kind === 'held-back' || kind === 'away') return { type: 'alert-summary', kind, reason };
  return {
    type: 'alert',
    rule,
    kind,
    game,
    outcome,
    sportsbook,
    from,
    to,
    reason,
    suppressed: silence !== null,
  };
}

/** Prints what rules would have told: a line a rule, before it its first few alerts, the oldest first. */
export function printDryRun({ rules, fromMs, toMs }: DryRunReport, out: NdjsonOutput): void {
  const time = (atMs: number) => new Date(atMs).toISOString();
  for (const { rule, count, unsure, first, lastAtMs } of rules) {
    for (const { atMs, kind, game, outcome, sportsbook, from, to, reason } of first)
      out.line({
        type: 'would-alert',
        at: time(atMs),
        rule,
        kind,
        game,
        outcome,
        sportsbook,
        from,
        to,
        reason,
      });
    const last = lastAtMs === null ? null : time(lastAtMs);
    out.line({ type: 'dry-run', rule, count, unsure, last, from: time(fromMs), to: time(toMs) });
  }
}

/** Prints the history's condition whenever it changes: one line, nothing while all is well from the start. */
export function printStorage(out: NdjsonOutput): (state: StorageState) => void {
  let told = 'ok';
  return ({ condition, detail, leftOut, bytes }) => {
    if (`${condition}${detail}` === told) return;
    told = `${condition}${detail}`;
    out.line({ type: 'storage', condition, detail, leftOut, bytes });
  };
}

export function statsLine(stats: EngineStats, storage: StorageState): Record<string, unknown> {
  const { frames, refusedFrames, changes, selections, sportsbooks, games, rssBytes } = stats;
  const history = {
    condition: storage.condition,
    written: storage.written,
    waiting: storage.waiting,
    leftOut: storage.leftOut,
    bytes: storage.bytes,
  };
  return { type: 'stats', frames, refusedFrames, changes, selections, sportsbooks, games, rssBytes, history };
}

/** One line for each selection whose price changed in this fold. */
export function printPriceLines(changes: Changes, board: Board, out: NdjsonOutput): void {
  const time = new Date(changes.atMs).toISOString();
  for (let at = 0; at < changes.count; at += 1) {
    if ((changes.what(at) & CHANGE_PRICE) === 0) continue;
    const selection = changes.selection(at);
    const listing = board.listings.at(board.selections.listing(selection))!;
    out.line({
      type: 'price',
      at: time,
      sportsbook: board.sportsbooks.at(listing.sportsbook),
      sport: board.sports.at(listing.sport),
      game: board.games.at(listing.game).label,
      outcome: board.selections.key(selection),
      american: priceOrNull(changes.american(at)),
      previous: priceOrNull(changes.previous(at)),
      origin: changes.origin,
    });
  }
}

/** Writes the whole board, one JSON line a selection, sorted by sportsbook, game, outcome. Throws the disk's errors. */
export function dumpBoard(board: Board, file: string): void {
  const lines = describeSelections(board).map((record) => JSON.stringify(record));
  writeFileSync(file, lines.length === 0 ? '' : `${lines.join('\n')}\n`);
}
