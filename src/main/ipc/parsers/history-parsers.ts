import { EXPORT_FORMATS, type ExportFormat, type ExportOrder } from '#contract/export.ts';
import type { HistoryRequests } from '#contract/requests/history-requests.ts';
import type { Parsers } from '../door.ts';
import { fieldsOf, isDays, isFilters, isMegabytes, isOneOf, nothing } from './fields.ts';
import { gamesOf, seriesOf } from './game-parsers.ts';

/** Takes apart what a window asks about the history as a whole. */
export const HISTORY_PARSERS: Pick<Parsers, keyof HistoryRequests> = {
  'history.contents': nothing,
  'history.games': nothing,
  'history.markets'(input) {
    const games = gamesOf(fieldsOf(input)?.['games']);
    return games && { games };
  },
  'history.recorded': seriesOf,
  'history.previewRetention'(input) {
    const { historyDays, historyMegabytes } = fieldsOf(input) ?? {};
    return isDays(historyDays) && isMegabytes(historyMegabytes)
      ? { historyDays, historyMegabytes }
      : undefined;
  },
  'history.openOther': nothing,
  'history.openOwn': nothing,
  'history.export': orderOf,
  'history.cancelExport': nothing,
};

const isFormat = isOneOf(EXPORT_FORMATS);

function orderOf(input: unknown): ExportOrder | undefined {
  const order = fieldsOf(input);
  const query = fieldsOf(order?.['query']);
  if (order === undefined || query === undefined || !isFormat(order['format'])) return undefined;
  const { fromMs, toMs, ...lists } = query;
  if (!isFilters(lists) || !isBound(fromMs) || !isBound(toMs)) return undefined;
  return { format: order['format'] as ExportFormat, query: { ...lists, fromMs, toMs } };
}

function isBound(value: unknown): value is number | null {
  return value === null || (typeof value === 'number' && Number.isFinite(value));
}
