import type { AlertEntry } from '#contract/alerts.ts';
import { csvLine } from './csv-text.ts';
import { writeWhole } from './whole-file.ts';

const HEAD = [
  'at',
  'rule',
  'kind',
  'sport',
  'game',
  'market',
  'outcome',
  'line',
  'sportsbook',
  'from',
  'to',
  'reason',
  'held_back',
  'late',
];

/** Writes alerts to a file, whole or not at all: NDJSON with all evidence where its name ends so, else CSV. Throws. */
export function writeAlerts(file: string, entries: Iterable<AlertEntry>): void {
  const isNdjson = file.toLowerCase().endsWith('.ndjson');
  writeWhole(file, (whole) => {
    if (!isNdjson) whole.write(csvLine(HEAD));
    for (const entry of entries)
      whole.write(isNdjson ? `${JSON.stringify(entry)}\n` : csvLine(fieldsOf(entry)));
  });
}

function fieldsOf(entry: AlertEntry): (string | number | null)[] {
  return [
    new Date(entry.atMs).toISOString(),
    entry.rule,
    entry.kind,
    entry.sport,
    entry.game,
    entry.market,
    entry.outcome,
    entry.line,
    entry.sportsbook,
    entry.from,
    entry.to,
    entry.reason,
    entry.silence,
    String(entry.isLate),
  ];
}
