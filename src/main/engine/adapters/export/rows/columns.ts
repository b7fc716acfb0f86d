import { FROM_SNAPSHOT, GONE } from '#domain/history/recorded-changes.ts';
import { NOT_OFFERED } from '#domain/odds/american.ts';
import type { ExportedChange, ExportedSelection } from '../../../ports/export.ts';

/** A column that says the same in every row of a selection. */
export interface SelectionColumn {
  readonly name: string;
  /** `time`: Unix ms. */
  readonly kind: 'text' | 'time';
  readonly read: (selection: ExportedSelection) => string | number | null;
}

/** The columns after `at`, in their order; `american`, `state` and `from_snapshot` follow them. */
export const SELECTION_COLUMNS: readonly SelectionColumn[] = [
  { name: 'sport', kind: 'text', read: ({ sport }) => sport },
  { name: 'game', kind: 'text', read: ({ game }) => game },
  { name: 'home', kind: 'text', read: ({ home }) => home },
  { name: 'away', kind: 'text', read: ({ away }) => away },
  { name: 'starts_at', kind: 'time', read: ({ startsAtMs }) => startsAtMs },
  { name: 'universal_id', kind: 'text', read: ({ universalId }) => universalId },
  { name: 'sportsbook', kind: 'text', read: ({ sportsbook }) => sportsbook },
  { name: 'outcome', kind: 'text', read: ({ outcome }) => outcome },
  { name: 'market', kind: 'text', read: ({ market }) => market },
  { name: 'line', kind: 'text', read: ({ line }) => line },
  { name: 'over_under', kind: 'text', read: ({ overUnder }) => overUnder },
  { name: 'target', kind: 'text', read: ({ target }) => target },
];

/** American price; `null` while it is not offered. */
export function americanOf({ american }: ExportedChange): number | null {
  return american === NOT_OFFERED ? null : american;
}

/** `offered`, `suspended`, or `gone` from the sportsbook's list. */
export function stateOf({ american, what }: ExportedChange): string {
  if ((what & GONE) !== 0) return 'gone';
  return american === NOT_OFFERED ? 'suspended' : 'offered';
}

/** Whether the price was stated when a connection began: it may have moved earlier. */
export function isFromSnapshot({ what }: ExportedChange): boolean {
  return (what & FROM_SNAPSHOT) !== 0;
}

let [lastMs, lastText] = [Number.NaN, ''];

/** A time as ISO 8601 in UTC. Input: Unix ms. */
export function isoTime(atMs: number): string {
  // many changes come with one message: they have their time in common
  if (atMs !== lastMs) [lastMs, lastText] = [atMs, new Date(atMs).toISOString()];
  return lastText;
}
